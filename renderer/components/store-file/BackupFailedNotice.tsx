import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormats } from '../../i18n/use-formats.ts'

/** For an owner, wherever they are: what nobody else could mend, and nobody would notice before it is needed. */
export function BackupFailedNotice({ failedAt }: { readonly failedAt: number | null }) {
  const { t } = useTranslation()
  const format = useFormats()
  if (failedAt === null) return null
  return (
    <Alert
      banner
      className="np-no-print"
      type="warning"
      title={t('data.backups.failed', { time: format.fullDateTime(failedAt) })}
      action={<Link to="/settings/backups">{t('data.backups.failedOpen')}</Link>}
    />
  )
}
