import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/imports.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import type { FileDraft } from '../../stores/import-draft.ts'
import { rowSum, TILES, type Tile } from './plan-view.ts'

type Props = { readonly plan: ImportPlan; readonly draft: FileDraft }

/** What would be written, in figures, and the sum that accounts for every row of the file. */
export function PlanFigures({ plan, draft }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.preview.title')}</h2>
        <span className="np-muted">
          {plan.from !== null && t('imports.preview.span', { from: format.date(plan.from), to: format.date(plan.to) })}
        </span>
      </div>
      <dl className="im-figures">
        {TILES[plan.kind].map((tile) => (
          <Figure key={tile} tile={tile} plan={plan} />
        ))}
      </dl>
      <PlanFacts plan={plan} draft={draft} />
    </section>
  )
}

function Figure({ tile, plan }: { readonly tile: Tile; readonly plan: ImportPlan }) {
  const { t } = useTranslation()
  const format = useFormats()
  switch (tile) {
    case 'winRate':
      return (
        <div>
          <dt>{t('imports.preview.winRate')}</dt>
          <dd>
            <span className="np-num">{format.ratio(plan.winRate, 2)}</span>
            <span className="im-figure-note np-num">
              {t('imports.preview.winRateOf', { won: format.count(plan.won), lost: format.count(plan.lost) })}
            </span>
          </dd>
        </div>
      )
    case 'revenue':
      return (
        <div>
          <dt>{t('imports.preview.revenue')}</dt>
          <dd className="np-num">{format.money(plan.revenueFen)}</dd>
        </div>
      )
    default:
      return (
        <div>
          <dt>{t(`imports.preview.${tile}`)}</dt>
          <dd className="np-num">{format.count(plan[tile === 'sellers' ? 'people' : tile])}</dd>
        </div>
      )
  }
}

/** The sum of the rows, and what else a person should know before agreeing. */
function PlanFacts({ plan, draft }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const { mapping, reading } = draft
  const { total, inside, out, header } = rowSum(plan, reading.rowCount, mapping)
  const keepsNotes = mapping.notesSayingDeal === 'keep' && mapping.notesSayingLoss === 'keep'
  const counted = [
    { key: 'phoneInsFact', count: plan.phoneIns },
    { key: plan.kind === 'visits' ? 'withoutPerson' : 'unassigned', count: plan.withoutPerson },
    { key: 'dormantFact', count: plan.dormant },
    { key: 'plannedFact', count: plan.planned },
  ] as const
  const sum = {
    total: format.count(total),
    inside: format.count(inside),
    out: format.count(out),
    header: header > 0 ? t('imports.preview.withHeader', { lines: header }) : '',
  }
  return (
    <ul className="im-facts">
      <li>{t('imports.preview.equation', sum)}</li>
      {counted
        .filter(({ count }) => count > 0)
        .map(({ key, count }) => (
          <li key={key}>{t(`imports.preview.${key}`, { rows: format.count(count) })}</li>
        ))}
      {plan.newPeople.length > 0 && (
        <li>
          {t('imports.preview.newPeople', {
            names: plan.newPeople.join(t('imports.joint')),
            rows: plan.newPeople.length,
          })}
        </li>
      )}
      {plan.newChannels.length > 0 && (
        <li>{t('imports.preview.newChannels', { names: plan.newChannels.join(t('imports.joint')) })}</li>
      )}
      <li>
        {t('imports.preview.exempt')} {keepsNotes && plan.kind !== 'sales' && t('imports.preview.exemptNotes')}
      </li>
    </ul>
  )
}
