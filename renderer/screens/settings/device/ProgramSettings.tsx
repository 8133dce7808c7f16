import { useQuery } from '@tanstack/react-query'
import { App, Button, Descriptions, Form, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { askShell, hasShell, tellShell } from '../../../api/shell.ts'
import { FailureNotice } from '../../../components/ui/FailureNotice.tsx'
import { LoadingBlock } from '../../../components/ui/LoadingBlock.tsx'

/** What the desktop window adds; in a browser there is nothing of it to set. */
export function ProgramSettings() {
  const { t } = useTranslation()
  return (
    <div className="settings-panel">
      <p className="settings-note">{hasShell ? t('device.program.note') : t('device.program.browser')}</p>
      {hasShell && <DesktopProgram />}
    </div>
  )
}

function DesktopProgram() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const facts = useQuery({ queryKey: ['shell.facts'], queryFn: () => askShell({ kind: 'facts' }) })
  if (facts.data === undefined)
    return facts.isError ? (
      <FailureNotice error={facts.error} onRetry={() => void facts.refetch()} />
    ) : (
      <LoadingBlock rows={2} />
    )
  const { version, isStartedWithSystem } = facts.data
  const start = (isWanted: boolean) => {
    // In order: the shell answers after it has done what it was told before.
    tellShell({ kind: 'start_with_system', isWanted })
    void facts.refetch().then(() => message.success(t('common.saved')))
  }
  return (
    <>
      <Descriptions column={1} items={[{ key: 'version', label: t('device.program.version'), children: version }]} />
      <Form layout="vertical">
        <Form.Item
          label={t('device.program.start')}
          extra={isStartedWithSystem === null ? t('device.program.startUnknown') : t('device.program.startHint')}
        >
          <Switch
            aria-label={t('device.program.start')}
            checked={isStartedWithSystem === true}
            disabled={isStartedWithSystem === null}
            onChange={start}
          />
        </Form.Item>
        <Form.Item label={t('device.program.update')} extra={t('device.program.updateHint')}>
          <Button onClick={() => tellShell({ kind: 'update_from_file' })}>{t('device.program.updateButton')}</Button>
        </Form.Item>
      </Form>
    </>
  )
}
