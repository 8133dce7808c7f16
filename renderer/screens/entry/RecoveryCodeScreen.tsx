import { CheckOutlined, CopyOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { useStatus } from '../../api/session.ts'
import { useEntry } from '../../stores/entry.ts'
import { EntryFrame } from './EntryFrame.tsx'

/** The recovery code, the only time it is ever shown. */
export function RecoveryCodeScreen() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { recoveryCode, showRecoveryCode } = useEntry()
  const storeName = useStatus().data?.storeName ?? ''
  const copy = async () => {
    await navigator.clipboard.writeText(recoveryCode ?? '')
    void message.success(t('common.copied'))
  }
  return (
    <EntryFrame title={t('setup.recovery.title')}>
      <p className="entry-lead">{t('setup.recovery.text')}</p>
      <p className="entry-print-title">{t('setup.recovery.printTitle', { store: storeName })}</p>
      <div className="entry-code" role="textbox" aria-readonly tabIndex={0} aria-label={t('setup.recovery.code')}>
        {recoveryCode}
      </div>
      <div className="entry-foot np-no-print">
        <Space>
          <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
            {t('common.copy')}
          </Button>
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('common.print')}
          </Button>
        </Space>
        <Button type="primary" icon={<CheckOutlined aria-hidden />} onClick={() => showRecoveryCode(null)}>
          {t('setup.recovery.written')}
        </Button>
      </div>
    </EntryFrame>
  )
}
