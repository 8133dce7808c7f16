import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Batch } from '../../../shared/contract/imports.ts'
import { useRead } from '../../api/use-read.ts'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { Loaded } from '../../components/ui/Page.tsx'
import { TimeText } from '../../components/ui/Values.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { BatchExport } from './BatchExport.tsx'
import { JobProgress } from './JobProgress.tsx'
import { leadsOfBatch } from './plan-view.ts'
import { useCurrentJob } from './use-job.ts'
import { useUndoBatch } from './use-undo-batch.ts'

/** Every batch that was read in, and the way back. */
export function BatchList() {
  const { t } = useTranslation()
  const batches = useRead('imports.batches', {})
  const { running } = useCurrentJob()
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.batches.title')}</h2>
        <span className="im-head-end">
          <BatchExport batches={batches.data?.batches ?? []} />
        </span>
      </div>
      {running?.kind === 'undo' && <JobProgress job={running} />}
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
        {
          title: t('imports.batches.file'),
          width: '26%',
          ellipsis: true,
          render: (_, { fileName, kind }) => (
            <>
              <div title={fileName} className="im-cut">
                {fileName}
              </div>
              <div className="np-muted">{t(`imports.kind.${kind}.name`)}</div>
            </>
          ),
        },
        {
          title: t('imports.batches.at'),
          width: 140,
          render: (_, { importedAt }) => <TimeText value={importedAt} />,
        },
        {
          title: t('imports.batches.by'),
          width: 110,
          ellipsis: true,
          render: (_, { importedByName }) => importedByName ?? '–',
        },
        {
          title: t('imports.batches.holds'),
          render: (_, batch) => <Holding batch={batch} />,
        },
        {
          title: t('imports.batches.act'),
          width: 90,
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
  const parts = (['visits', 'leads', 'deals'] as const)
    .filter((key) => batch[key] > 0)
    .map((key) => t(`imports.batches.${key}`, { rows: format.count(batch[key]) }))
  return (
    <>
      <Link to={leadsOfBatch(batch.id)}>{parts.join(t('imports.joint'))}</Link>
      <div className="np-muted">
        {t('imports.preview.span', { from: format.date(batch.from), to: format.date(batch.to) })}
      </div>
      {batch.builtUpon > 0 && (
        <div className="im-refused">
          {t('imports.batches.builtUpon', { rows: format.count(batch.builtUpon) })}{' '}
          <span className="np-muted">{t('imports.batches.builtUponHelp')}</span>
        </div>
      )}
    </>
  )
}

function UndoCell({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation()
  const undo = useUndoBatch()
  const { running } = useCurrentJob()
  if (batch.undoneAt !== null) return null
  return (
    <Button size="small" danger disabled={running !== null || batch.builtUpon > 0} onClick={() => undo(batch)}>
      {t('imports.batches.undo')}
    </Button>
  )
}
