import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/use-formats.ts'

/** At the PC that was moved away from: a note for everybody, not a lock. */
export function MovedNotice({ movedAt }: { readonly movedAt: number | null }) {
  const { t } = useTranslation()
  const format = useFormats()
  if (movedAt === null) return null
  const date = format.date(format.dayOf(movedAt))
  return <Alert banner className="np-no-print" type="warning" title={t('data.moved.text', { date })} />
}
