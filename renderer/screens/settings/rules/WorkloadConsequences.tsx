import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Slot } from '../../../../shared/contract/setup.ts'
import { workload } from '../../../../shared/domain/screening/workload.ts'
import { GRADES, type Grade } from '../../../../shared/values/grade.ts'
import { useRead } from '../../../api/use-read.ts'
import { GradeTag } from '../../../components/ui/GradeTag.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import './rules.css'

type Cadence = Pick<Slot, 'slot' | 'cadenceDays'>
type Props = { readonly saved: readonly Cadence[]; readonly edited: readonly Cadence[] }

function cadencesOf(slots: readonly Cadence[]): Readonly<Record<Grade, number>> {
  const of = (grade: Grade) => slots.find(({ slot }) => slot === grade)?.cadenceDays ?? 1
  return { A: of('A'), B: of('B'), C: of('C'), D: of('D') }
}

/** What other cadences mean for the day: contacts owed now and after saving (stock / cadence, summed), and whether the team can. */
export function WorkloadConsequences({ saved, edited }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const read = useRead('rules.stock', {}).data
  if (read === undefined) return null
  const { stock, dailyCapacity } = read
  const isEmpty = GRADES.every((grade) => stock[grade] === 0)
  // While somebody types, a field can be empty: a cadence of nothing is no number of contacts.
  const isWhole = edited.every(({ cadenceDays }) => cadenceDays > 0)
  const then = isWhole ? workload(stock, cadencesOf(edited)) : null
  const perDay = (count: number | null) => t('rules.consequences.perDay', { count: format.decimal(count) })
  return (
    <section className="rules-preview" aria-label={t('rules.consequences.title')}>
      <h2>{t('rules.consequences.title')}</h2>
      {isEmpty ? (
        <p className="np-muted">{t('rules.consequences.none')}</p>
      ) : (
        <>
          <p className="np-muted">{t('rules.consequences.about')}</p>
          <dl>
            <dt>{t('rules.consequences.stock')}</dt>
            <dd className="rules-conditions np-num">
              {GRADES.map((grade) => (
                <span key={grade} className="rules-move">
                  <GradeTag bucket={grade} /> {format.count(stock[grade])}
                </span>
              ))}
            </dd>
            <dt>{t('rules.consequences.now')}</dt>
            <dd className="np-num">{perDay(workload(stock, cadencesOf(saved)))}</dd>
            <dt>{t('rules.consequences.afterwards')}</dt>
            <dd className="np-num" aria-live="polite">
              <strong>{perDay(then)}</strong>{' '}
              {dailyCapacity !== null && (
                <span className="np-muted">{t('rules.consequences.team', { count: dailyCapacity })}</span>
              )}
            </dd>
          </dl>
          {dailyCapacity !== null && then !== null && then > dailyCapacity && (
            <Alert type="warning" showIcon title={t('rules.consequences.over')} />
          )}
        </>
      )}
    </section>
  )
}
