import { SaveOutlined } from '@ant-design/icons'
import { App, Button, Table, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import { useSession } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useRead } from '../../api/use-read.ts'
import { useStoreTexts } from '../../components/store-file/use-store-texts.ts'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { BackupHoursField } from './data/BackupHoursField.tsx'
import { PlaceCard } from './data/PlaceCard.tsx'
import { ProtectionCard } from './data/ProtectionCard.tsx'
import { RestoreModal } from './data/RestoreModal.tsx'

type Backup = OutputOf<'store.backups'>['backups'][number]

/** The demo showroom is made anew at will: of it there is nothing to back up. */
export function BackupSettings() {
  const { isDemo } = useSession()
  return (
    <div className="settings-panel">
      <PlaceCard />
      {!isDemo && <ProtectionCard />}
      {!isDemo && <Backups />}
    </div>
  )
}

function Backups() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const read = useRead('store.backups', {})
  const backUp = useAct('store.backUp')
  const [restoring, setRestoring] = useState<string | null>(null)
  const start = () =>
    backUp.mutate({}, { onSuccess: ({ file }) => void message.success(t('setup.backups.done', { file })) })
  return (
    <>
      <section className="settings-section">
        <h2>{t('data.backups.title')}</h2>
        <p className="settings-note">{t('setup.backups.note')}</p>
        <div className="settings-bar">
          <Button type="primary" icon={<SaveOutlined aria-hidden />} loading={backUp.isPending} onClick={start}>
            {t('setup.backups.now')}
          </Button>
          {read.data !== undefined && (
            <span className="np-muted">
              {t('setup.backups.folder')} <code className="settings-path">{read.data.folder}</code>
            </span>
          )}
        </div>
        <BackupHoursField />
        <FailureNotice error={backUp.error ?? read.error} />
        <BackupTable backups={read.data?.backups ?? []} isLoading={read.isPending} onRestore={setRestoring} />
      </section>
      {restoring !== null && <RestoreModal key={restoring} file={restoring} onClose={() => setRestoring(null)} />}
    </>
  )
}

type TableProps = {
  readonly backups: readonly Backup[]
  readonly isLoading: boolean
  readonly onRestore: (file: string) => void
}

function BackupTable({ backups, isLoading, onRestore }: TableProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const texts = useStoreTexts()
  return (
    <Table
      size="middle"
      rowKey="file"
      dataSource={backups}
      loading={isLoading}
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      locale={{ emptyText: <EmptyHint title={t('setup.backups.empty')} hint={t('setup.backups.emptyHint')} /> }}
      columns={[
        {
          title: t('setup.backups.takenAt'),
          render: (_, { takenAt, madeFor }) => (
            <>
              {format.fullDateTime(takenAt)}{' '}
              {madeFor !== null && (
                <Tooltip title={t(`data.backups.${madeFor}Hint`)}>
                  <Tag>{t(`data.backups.${madeFor}`)}</Tag>
                </Tooltip>
              )}
            </>
          ),
        },
        {
          title: t('data.backups.holds'),
          render: (_, { people, leads, visits, deals }) =>
            t('data.backups.holdsText', {
              people: format.count(people),
              leads: format.count(leads),
              visits: format.count(visits),
              deals: format.count(deals),
            }),
        },
        {
          title: t('setup.backups.size'),
          align: 'right',
          render: (_, { bytes }) => <span className="np-num">{texts.size(bytes)}</span>,
        },
        {
          key: 'acts',
          align: 'right',
          render: (_, { file, takenAt }) => (
            <Button
              size="small"
              aria-label={t('data.backups.restoreOf', { time: format.fullDateTime(takenAt) })}
              onClick={() => onRestore(file)}
            >
              {t('data.backups.restore')}
            </Button>
          ),
        },
      ]}
    />
  )
}
