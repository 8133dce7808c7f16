import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { VisitRow } from '../../../shared/contract/visits.ts'
import { useCodeWord } from '../../i18n/use-code-word.ts'
import { useFormats } from '../../i18n/use-formats.ts'

/** First visitors of today who left nothing: there may still be time to ask. */
export function WithoutContactCard({ visits }: { readonly visits: readonly VisitRow[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  const word = useCodeWord()
  return (
    <section className="fl-card" aria-labelledby="td-without">
      <div className="fl-card-head">
        <h2 id="td-without">
          {t('today.team.withoutContact')} <span className="np-num">{visits.length}</span>
        </h2>
        {visits.length > 0 && <Link to="/visits">{t('today.team.complete')}</Link>}
      </div>
      {visits.length === 0 && <p className="np-muted td-none">{t('today.team.withoutContactNone')}</p>}
      <ul className="td-rows">
        {visits.map((visit) => (
          <li key={visit.id}>
            <span className="td-row-text">
              <span className="np-num">{format.clock(visit.arrivedAt)}</span> {visit.channelName}
              {visit.notCapturedReason !== null && ` · ${word('notCaptured', visit.notCapturedReason)}`}
              {visit.note !== null && <span className="np-muted"> {visit.note}</span>}
            </span>
            <span className="np-muted">{visit.receivedByName ?? t('visits.form.receivedByNone')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
