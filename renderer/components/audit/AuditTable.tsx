import { Table, type TableColumnsType, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { EmptyHint } from '../ui/EmptyHint.tsx'
import './audit.css'
import { useAuditWords } from './use-audit-words.ts'

type Props = {
  readonly entries: readonly AuditEntry[]
  readonly isLoading: boolean
  /** False on the page of the customer they are all about. */
  readonly hasAbout: boolean
}

/** Entries of the audit trail, in words. */
export function AuditTable({ entries, isLoading, hasAbout }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const words = useAuditWords()
  const columns: TableColumnsType<AuditEntry> = [
    {
      title: t('audit.column.at'),
      width: '10.5rem',
      render: (_, { at, seq }) => (
        <span className="np-num">
          {format.fullDateTime(at)} <span className="audit-quiet">{`#${seq}`}</span>
        </span>
      ),
    },
    { title: t('audit.column.who'), width: '8rem', render: (_, entry) => words.who(entry) },
    {
      title: t('audit.column.what'),
      render: (_, entry) => (
        <>
          <Tag className="audit-kind" variant="filled" {...(entry.kind === 'refused' ? { color: 'error' } : {})}>
            {t(`audit.kind.${entry.kind}`)}
          </Tag>
          {words.what(entry)}
          <div className="audit-quiet">{words.detail(entry)}</div>
        </>
      ),
    },
    ...(hasAbout
      ? [
          {
            title: t('audit.column.about'),
            width: '24%',
            render: (_: unknown, entry: AuditEntry) => <About entry={entry} />,
          },
        ]
      : []),
  ]
  return (
    <Table
      size="small"
      rowKey="seq"
      columns={columns}
      dataSource={entries}
      loading={isLoading}
      pagination={false}
      locale={{ emptyText: <EmptyHint title={t('audit.empty')} hint={t('audit.emptyHint')} /> }}
    />
  )
}

function About({ entry }: { readonly entry: AuditEntry }) {
  const words = useAuditWords()
  const text = words.about(entry)
  return entry.leadId === null || text === '' ? text : <Link to={`/leads/${entry.leadId}`}>{text}</Link>
}
