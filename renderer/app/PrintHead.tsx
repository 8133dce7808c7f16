import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import { useFormats } from '../i18n/use-formats.ts'
import { usePrinting } from '../stores/printing.ts'

/** On paper only: whose page it is, printed when and by whom. */
export function PrintHead() {
  const { t } = useTranslation()
  const { me, storeName } = useSession()
  const format = useFormats()
  const since = usePrinting((state) => state.since)
  if (since === null) return null
  return (
    <div className="np-print-head">
      <strong>{storeName}</strong>
      <span>{t('exports.printed', { name: me.name, time: format.fullDateTime(since) })}</span>
    </div>
  )
}
