import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../shared/contract/imports.ts'
import { useRead } from '../../api/use-read.ts'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { Loaded } from '../../components/ui/Page.tsx'
import { TimeText } from '../../components/ui/Values.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { useUndoBatch } from './use-undo-batch.ts'

/** Every batch that was read in, and the way back. */
export function BatchList() {
  const { t } = useTranslation()
  const batches = useRead('imports.batches', {})
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.batches.title')}</h2>
      </div>
      <Loaded read={batches}>
        {(data) =>
          data.batches.length === 0 ? (
            <EmptyHint title={t('imports.batches.none')} hint={t('imports.batches.noneHint')} />
          ) : (
            <BatchTable batches={data.batches} />
          )
        }
      </Loaded>
    </section>
  )
}

function BatchTable({ batches }: { readonly batches: Batch[] }) {
  const { t } = useTranslation()
  return (
    <Table<Batch>
      size="small"
      rowKey="id"
      dataSource={batches}
      pagination={{ pageSize: 10, showSizeChanger: false, hideOnSinglePage: true }}
      columns={[
        { title: t('imports.batches.file'), dataIndex: 'fileName', width: '24%', ellipsis: true },
        {
          title: t('imports.batches.at'),
          width: 150,
          render: (_, { importedAt }) => <TimeText value={importedAt} />,
        },
        { title: t('imports.batches.by'), width: 110, render: (_, { importedByName }) => importedByName ?? '–' },
        {
          title: t('imports.batches.holds'),
          render: (_, batch) => <Holding batch={batch} />,
        },
        {
          title: t('imports.batches.act'),
          width: 280,
          align: 'right',
          render: (_, batch) => <UndoCell batch={batch} />,
        },
      ]}
    />
  )
}

function Holding({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation()
  const format = useFormats()
  if (batch.undoneAt !== null) {
    return (
      <span className="np-muted">{t('imports.batches.undone', { when: format.fullDateTime(batch.undoneAt) })}</span>
    )
  }
  return (
    <>
      <div>{t('imports.batches.holding', { visits: batch.visits, leads: batch.leads })}</div>
      <div className="np-muted">
        {t('imports.preview.span', { from: format.date(batch.from), to: format.date(batch.to) })}
      </div>
    </>
  )
}

function UndoCell({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation()
  const undo = useUndoBatch()
  if (batch.undoneAt !== null) return null
  if (batch.builtUpon > 0) {
    return <span className="np-muted">{t('imports.batches.builtUpon', { count: batch.builtUpon })}</span>
  }
  return (
    <Button size="small" danger onClick={() => undo(batch)}>
      {t('imports.batches.undo')}
    </Button>
  )
}
