import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../../../shared/contract/audit.ts'
import { type Field, tabulate } from '../../../../shared/domain/export/sheet.ts'
import { useAuditWords } from '../../../components/audit/use-audit-words.ts'
import { TableExport } from '../../../components/export/TableExport.tsx'
import { useInstantCell } from '../../../components/export/use-instant-cell.ts'

/** The entries that are shown, as a file. */
export function AuditExport({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useTranslation()
  const words = useAuditWords()
  const instantCell = useInstantCell()
  const fields: readonly Field<AuditEntry>[] = [
    { header: t('audit.column.seq'), kind: 'count', of: ({ seq }) => seq },
    { header: t('audit.column.at'), kind: 'dateTime', of: ({ at }) => instantCell(at) },
    { header: t('audit.column.who'), kind: 'text', of: words.who },
    { header: t('audit.column.kind'), kind: 'text', of: ({ kind }) => t(`audit.kind.${kind}`) },
    { header: t('audit.column.what'), kind: 'text', of: words.what },
    { header: t('audit.column.about'), kind: 'text', of: words.about },
    { header: t('audit.column.detail'), kind: 'text', of: words.detail },
  ]
  const title = t('audit.title')
  return (
    <TableExport
      about="settings.audit"
      title={title}
      tables={[{ name: title, sheet: () => tabulate(title, fields, entries) }]}
      isEmpty={entries.length === 0}
    />
  )
}
