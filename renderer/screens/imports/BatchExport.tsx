import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../shared/contract/imports.ts'
import { type Field, tabulate } from '../../../shared/domain/export/sheet.ts'
import { TableExport } from '../../components/export/TableExport.tsx'
import { useInstantCell } from '../../components/export/use-instant-cell.ts'

/** What was read in, and when, as a file. */
export function BatchExport({ batches }: { readonly batches: readonly Batch[] }) {
  const { t } = useTranslation()
  const moment = useInstantCell()
  const fields: readonly Field<Batch>[] = [
    { header: t('imports.batches.file'), kind: 'text', of: ({ fileName }) => fileName },
    { header: t('imports.batches.at'), kind: 'dateTime', of: ({ importedAt }) => moment(importedAt) },
    { header: t('imports.batches.by'), kind: 'text', of: ({ importedByName }) => importedByName },
    { header: t('exports.batches.rows'), kind: 'count', of: ({ rowCount }) => rowCount },
    { header: t('exports.batches.visits'), kind: 'count', of: ({ visits }) => visits },
    { header: t('exports.batches.leads'), kind: 'count', of: ({ leads }) => leads },
    { header: t('exports.batches.deals'), kind: 'count', of: ({ deals }) => deals },
    { header: t('exports.board.from'), kind: 'date', of: ({ from }) => from },
    { header: t('exports.board.to'), kind: 'date', of: ({ to }) => to },
    { header: t('exports.batches.undoneAt'), kind: 'dateTime', of: ({ undoneAt }) => moment(undoneAt) },
  ]
  const title = t('exports.title.batches')
  return (
    <TableExport
      about="imports.batches"
      title={title}
      tables={[{ name: title, sheet: () => tabulate(title, fields, batches) }]}
      isEmpty={batches.length === 0}
      size="small"
    />
  )
}
