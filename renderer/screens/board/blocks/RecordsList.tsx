import { Pagination } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RecordRow, Scope } from '../../../../shared/contract/board.ts'
import { useRead } from '../../../api/use-read.ts'
import { Loaded } from '../../../components/ui/Page.tsx'
import { PhoneText } from '../../../components/ui/Values.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { PAGE_SIZE, type RecordsRef } from './records-context.ts'
import { useDetailText } from './use-detail-text.ts'

/** The records behind one figure, a page at a time; their total is the figure. */
export function RecordsList({ scope, opened }: { readonly scope: Scope; readonly opened: RecordsRef }) {
  const { t } = useTranslation()
  const [page, setPage] = useState(1)
  const { figure, param } = opened
  const read = useRead(
    'board.records',
    { ...scope, figure, param, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE },
    { keepLast: true },
  )
  return (
    <Loaded read={read}>
      {({ total, rows }) => (
        <>
          <p className="np-muted bd-records-note">
            {t('records.total', { total })}
            {figure.startsWith('followUpAudit.suspect') && <br />}
            {figure.startsWith('followUpAudit.suspect') && t('records.ask')}
          </p>
          <RecordsTable rows={rows} opened={opened} />
          {total > PAGE_SIZE && (
            <Pagination
              className="bd-records-pages"
              current={page}
              pageSize={PAGE_SIZE}
              total={total}
              showSizeChanger={false}
              onChange={setPage}
            />
          )}
        </>
      )}
    </Loaded>
  )
}

function RecordsTable({ rows, opened }: { readonly rows: readonly RecordRow[]; readonly opened: RecordsRef }) {
  const { t } = useTranslation()
  const format = useFormats()
  const detailOf = useDetailText(opened.figure)
  if (rows.length === 0) return <p>{t('records.none')}</p>
  return (
    <table className="bd-table">
      <thead>
        <tr>
          <th>{t('records.date')}</th>
          <th>{t('records.customer')}</th>
          <th>{t('records.person')}</th>
          <th>{t('records.detail')}</th>
          <th>{t('records.note')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="np-num bd-nowrap">{format.date(row.date)}</td>
            <td className="bd-nowrap">
              <CustomerCell row={row} />
            </td>
            <td className="bd-nowrap">{row.staffName ?? '–'}</td>
            <td>{detailOf(row)}</td>
            <td className="bd-note">{row.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CustomerCell({ row }: { readonly row: RecordRow }) {
  const { t } = useTranslation()
  if (row.leadId === null) {
    const text = t(row.kind === 'day' ? 'records.theDay' : 'records.anonymous')
    return <Link to={`/visits?date=${row.date}`}>{text}</Link>
  }
  return (
    <>
      <Link to={`/leads/${encodeURIComponent(row.leadId)}`}>{row.customerName ?? t('records.noName')}</Link>
      {row.phone !== null && (
        <div className="np-muted">
          <PhoneText value={row.phone} />
        </div>
      )}
    </>
  )
}
