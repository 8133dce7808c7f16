import { HistoryOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import '../../components/drafts/drafts.css'

/** What was filled in before the page was closed or broke is back, except for secrets. */
export function SetupNotice({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <p className="df-notice" role="status">
      <HistoryOutlined aria-hidden /> {t('drafts.setup')}
      <Button type="link" size="small" onClick={onClear}>
        {t('drafts.clear')}
      </Button>
    </p>
  )
}
