import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/imports.ts'
import { CountText } from '../../components/ui/Values.tsx'
import { useFormats } from '../../i18n/use-formats.ts'

const FIGURES = [
  'visits',
  'firstVisits',
  'captured',
  'anonymous',
  'newLeads',
  'returning',
  'graded',
  'testDrives',
] as const

type Props = { readonly plan: ImportPlan; readonly rowCount: number; readonly hasHeader: boolean }

/** What would be written, in figures, and the sum that accounts for every row of the file. */
export function PlanFigures({ plan, rowCount, hasHeader }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const out = Object.values(plan.leftOut).reduce((sum, count) => sum + count, 0)
  const header = hasHeader ? t('imports.preview.withHeader') : ''
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.preview.title')}</h2>
        <span className="np-muted">
          {plan.from !== null && t('imports.preview.span', { from: format.date(plan.from), to: format.date(plan.to) })}
        </span>
      </div>
      <dl className="im-figures">
        {FIGURES.map((key) => (
          <div key={key}>
            <dt>{t(`imports.preview.${key}`)}</dt>
            <dd>
              <CountText value={plan[key]} />
            </dd>
          </div>
        ))}
      </dl>
      <ul className="im-facts">
        <li>{t('imports.preview.equation', { total: rowCount, visits: plan.visits, out, header })}</li>
        {plan.phoneIns > 0 && (
          <li>{t('common.pair', { name: t('imports.preview.phoneIns'), value: plan.phoneIns })}</li>
        )}
        {plan.withoutPerson > 0 && <li>{t('imports.preview.withoutPerson', { count: plan.withoutPerson })}</li>}
        {plan.newChannels.length > 0 && (
          <li>{t('imports.preview.newChannels', { names: plan.newChannels.join('、') })}</li>
        )}
        <li>{t('imports.preview.exempt')}</li>
      </ul>
    </section>
  )
}
