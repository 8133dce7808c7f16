import { Button, InputNumber, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeverBase } from '../../../shared/domain/levers/lever-base.ts'
import { type Levers, leversOf, simulate } from '../../../shared/domain/levers/simulate.ts'
import { type LeverNeed, leastMove, singleLevers } from '../../../shared/domain/levers/single-levers.ts'
import { useGradeLabels } from '../../components/ui/use-grade-labels.ts'
import { useFormats } from '../../i18n/use-formats.ts'

type Props = {
  readonly base: LeverBase
  readonly target: number | null
  readonly capacity: number
  readonly onTake: (levers: Levers) => void
}

/** Which single lever gets to the target, and what it takes. */
export function SingleLevers({ base, target, capacity, onTake }: Props) {
  const { t } = useTranslation()
  const deals = simulate(base, leversOf(base)).won
  const [goal, setGoal] = useState(() => Math.round(target !== null && target > deals ? target : deals * 1.2))
  const needs = goal > deals ? singleLevers(base, goal) : []
  const least = leastMove(needs)
  return (
    <section className="bd-section" aria-labelledby="lv-single">
      <div className="bd-section-head">
        <h2 id="lv-single">{t('levers.single.title')}</h2>
        <label className="bd-section-extra lv-goal">
          <span>{t('levers.single.goal')}</span>
          <InputNumber min={1} max={100_000} value={goal} onChange={(typed) => setGoal(typed ?? 1)} />
        </label>
      </div>
      {needs.length === 0 ? (
        <p>{t('levers.single.already')}</p>
      ) : (
        <div className="lv-scroll">
          <table className="bd-table">
            <thead>
              <tr>
                <th>{t('levers.single.lever')}</th>
                <th>{t('levers.single.fromTo')}</th>
                <th className="bd-right">{t('levers.single.contacts')}</th>
                <th className="bd-right">{t('levers.single.cost')}</th>
                <th>{t('levers.single.result')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {needs.map((need) => (
                <Row
                  key={need.lever}
                  need={need}
                  base={base}
                  capacity={capacity}
                  isLeast={need.lever === least}
                  onTake={onTake}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="np-muted">{t('levers.single.note')}</p>
    </section>
  )
}

type RowProps = Pick<Props, 'base' | 'capacity' | 'onTake'> & { readonly need: LeverNeed; readonly isLeast: boolean }

function Row({ need, base, capacity, isLeast, onTake }: RowProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const { lever, isReached, deals, extraContactsPerDay: extra, extraCost, change } = need
  const isTooMuch = capacity > 0 && extra !== null && (base.contactsPerDay ?? 0) + extra > capacity
  return (
    <tr>
      <td className="bd-nowrap">
        {t(`levers.name.${lever}`)} {isLeast && <Tag color="processing">{t('levers.single.least')}</Tag>}
      </td>
      <td className="np-num">
        <FromTo need={need} base={base} />
        {change !== null && lever !== 'mix' && (
          <span className="np-muted"> {t('levers.single.change', { change: format.ratio(change, 0) })}</span>
        )}
      </td>
      <td className="bd-right np-num">
        {extra === null ? '—' : extra < 0.05 ? t('levers.single.none') : `+${format.decimal(extra)}`}
        {isTooMuch && <small className="lv-over">{t('levers.single.overCapacity')}</small>}
      </td>
      <td className="bd-right np-num">
        {extraCost === null
          ? t('levers.single.costUnknown')
          : extraCost === 0
            ? t('levers.single.none')
            : format.money(Math.round(extraCost) * 100)}
      </td>
      <td>{isReached ? t('levers.single.reaches') : t('levers.single.onlyTo', { deals: format.decimal(deals) })}</td>
      <td className="bd-right">
        <Button size="small" onClick={() => onTake(need.levers)}>
          {t('levers.single.take')}
        </Button>
      </td>
    </tr>
  )
}

function FromTo({ need, base }: Pick<RowProps, 'need' | 'base'>) {
  const { t } = useTranslation()
  const format = useFormats()
  const labels = useGradeLabels()
  const { lever, levers } = need
  const mixOf = ({ A, B, C }: Levers['mix']) =>
    [
      `${labels.A} ${format.ratio(A, 0)}`,
      `${labels.B} ${format.ratio(B, 0)}`,
      `${labels.C} ${format.ratio(C, 0)}`,
    ].join(' ')
  switch (lever) {
    case 'N':
      return `${format.count(base.N)} → ${format.count(Math.ceil(levers.N - 1e-6))}`
    case 'K':
    case 'F':
    case 'C':
      return `${format.ratio(base[lever])} → ${format.ratio(levers[lever])}`
    case 'mix':
      return `${mixOf(leversOf(base).mix)} → ${mixOf(levers.mix)}`
    case 'order':
      return t('levers.order.best_first')
  }
}
