import { SaveOutlined } from '@ant-design/icons'
import { App, Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../api/use-act.ts'
import { useRead } from '../../api/use-read.ts'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useFormats } from '../../i18n/use-formats.ts'

const MEGABYTE = 1_000_000

export function BackupSettings() {
  const { t } = useTranslation()
  const format = useFormats()
  const { message } = App.useApp()
  const read = useRead('store.backups', {})
  const backUp = useAct('store.backUp')
  const start = () =>
    backUp.mutate({}, { onSuccess: ({ file }) => void message.success(t('setup.backups.done', { file })) })
  return (
    <div className="settings-panel">
      <p className="settings-note">{t('setup.backups.note')}</p>
      <div className="settings-bar">
        <Button type="primary" icon={<SaveOutlined aria-hidden />} loading={backUp.isPending} onClick={start}>
          {t('setup.backups.now')}
        </Button>
        {read.data !== undefined && (
          <span className="np-muted">
            {t('setup.backups.folder')} <code>{read.data.folder}</code>
          </span>
        )}
      </div>
      <FailureNotice error={backUp.error ?? read.error} />
      <Table
        size="middle"
        rowKey="file"
        dataSource={read.data?.backups ?? []}
        loading={read.isPending}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: <EmptyHint title={t('setup.backups.empty')} hint={t('setup.backups.emptyHint')} /> }}
        columns={[
          { title: t('setup.backups.takenAt'), render: (_, { takenAt }) => format.fullDateTime(takenAt) },
          { title: t('setup.backups.file'), dataIndex: 'file' },
          {
            title: t('setup.backups.rows'),
            align: 'right',
            render: (_, { rows }) => <span className="np-num">{format.count(rows)}</span>,
          },
          {
            title: t('setup.backups.size'),
            align: 'right',
            render: (_, { bytes }) => <span className="np-num">{format.decimal(bytes / MEGABYTE)} MB</span>,
          },
        ]}
      />
    </div>
  )
}
