import { App } from 'antd'
import { useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import type { LeadRow } from '../../../shared/contract/lead-list.ts'
import type { LeadColumn } from '../../../shared/values/lead-look.ts'
import { ApiFailure } from '../../api/api-failure.ts'
import { call } from '../../api/client.ts'
import { PrintButton } from '../../components/export/PrintButton.tsx'
import { useFailureText } from '../../components/ui/use-failure-text.ts'
import { usePrinting } from '../../stores/printing.ts'
import { useLeadCells } from './list/use-lead-cells.tsx'
import type { LeadQuery } from './list/use-lead-windows.ts'

/** As many as the gate answers at once, and more than anybody leafs through: a longer list is a file. */
const MOST_ROWS = 500

type Props = {
  readonly query: LeadQuery
  readonly columns: readonly LeadColumn[]
  /** The first rows, which are there when the browser's own print command leaves no time to read more. */
  readonly first: OutputOf<'leads.list'>
}

/** Prints the list from its top as a plain table; on screen only the rows in sight exist. */
export function LeadsPrint({ query, columns, first }: Props) {
  const { message } = App.useApp()
  const failureText = useFailureText()
  const isPrinting = usePrinting(({ since }) => since !== null)
  const [rows, setRows] = useState<readonly LeadRow[] | null>(null)
  const print = async () => {
    try {
      const all = await call('leads.list', { ...query, limit: MOST_ROWS, offset: 0 })
      flushSync(() => setRows(all.rows))
      window.print()
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      void message.error(failureText(error))
    } finally {
      setRows(null)
    }
  }
  return (
    <>
      <PrintButton onPrint={() => void print()} />
      {isPrinting &&
        createPortal(
          <PaperTable rows={rows ?? first.rows} total={first.total} columns={columns} />,
          document.getElementById('content') ?? document.body,
        )}
    </>
  )
}

type TableProps = { readonly rows: readonly LeadRow[]; readonly total: number; readonly columns: readonly LeadColumn[] }

function PaperTable({ rows, total, columns }: TableProps) {
  const { t } = useTranslation()
  const cells = useLeadCells()
  return (
    <div className="np-page ll-paper">
      <div className="np-page-header">
        <h1>{t('leads.title')}</h1>
        <span className="np-page-header-note">{t('leads.list.total', { count: total })}</span>
        {rows.length < total && <span className="np-muted">{t('exports.firstRows', { count: rows.length })}</span>}
      </div>
      <table className="np-paper-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{t(`leadList.column.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.leadId}>
              {columns.map((column) => (
                <td key={column}>{cells(row, column)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
