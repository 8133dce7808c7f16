import { useTranslation } from 'react-i18next'
import type { Why } from '../why-unknown.ts'

/** Not known is shown as not known, with the reason where there is one. */
export function Unknown({ why }: { readonly why?: Why | undefined }) {
  const { t } = useTranslation()
  return <span className="np-muted bd-unknown">— {why !== undefined && <small>{t(`board.why.${why}`)}</small>}</span>
}
