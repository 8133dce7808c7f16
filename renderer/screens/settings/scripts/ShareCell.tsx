import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../i18n/use-formats.ts'
import type { Share } from './scripts-view.ts'

/** A share with how sure it is: the number, and a bar from where to where it may lie. Too few say so instead. */
export function ShareCell({ share }: { readonly share: Share }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { rate, interval, trials } = share
  if (trials === 0) return <span className="np-muted">–</span>
  if (rate === null || interval === null) return <span className="np-muted">{t('scripts.tooFew')}</span>
  const [low, high] = interval
  const range = t('scripts.interval', { low: format.ratio(low, 0), high: format.ratio(high, 0) })
  return (
    <span className="scripts-share np-num" title={range}>
      <span>{format.ratio(rate, 0)}</span>
      <span className="scripts-range" aria-hidden>
        <span style={{ insetInlineStart: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
      </span>
      <small className="np-muted">{range}</small>
    </span>
  )
}
