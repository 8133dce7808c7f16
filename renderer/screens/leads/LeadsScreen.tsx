import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { LeadRow } from '../../../shared/contract/leads.ts'
import { MANAGERS } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { AssignModal } from '../../components/floor/AssignModal.tsx'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { Loaded, Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { LeadFilters } from './LeadFilters.tsx'
import { useLeadColumns } from './lead-columns.tsx'
import { filterOf, type LeadFilter, listInputOf, PAGE_SIZE, searchOf } from './lead-list-view.ts'
import './leads.css'

/** All leads, filtered. Managers select and assign. */
export function LeadsScreen() {
  const { t } = useTranslation()
  const { me, can } = useSession()
  const defaultWho = can(MANAGERS) ? 'all' : 'mine'
  const [search, setSearch] = useSearchParams()
  const filter = filterOf(search, defaultWho)
  const [selected, setSelected] = useState<readonly LeadRow[]>([])
  const read = useRead('leads.list', listInputOf(filter, me.id), { keepLast: true })
  const change = (next: Partial<LeadFilter>) => {
    setSelected([])
    setSearch(searchOf({ ...filter, page: 1, ...next }, defaultWho))
  }
  return (
    <Page>
      <PageHeader
        title={t('leads.title')}
        note={read.data === undefined ? undefined : t('leads.list.total', { count: read.data.total })}
      />
      <LeadFilters filter={filter} onChange={change} />
      {selected.length > 0 && <Selected rows={selected} onDone={() => setSelected([])} />}
      <Loaded read={read}>
        {({ rows, total }) => (
          <LeadTable
            rows={rows}
            total={total}
            page={filter.page}
            selected={selected}
            onSelect={can(MANAGERS) ? setSelected : null}
            onPage={(page) => change({ page })}
            onClear={search.size > 0 ? () => setSearch({}) : null}
          />
        )}
      </Loaded>
    </Page>
  )
}

function Selected({ rows, onDone }: { readonly rows: readonly LeadRow[]; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const [isAssigning, setAssigning] = useState(false)
  return (
    <div className="ld-selected">
      <span role="status">{t('leads.list.selected', { count: rows.length })}</span>
      <Button type="primary" size="small" onClick={() => setAssigning(true)}>
        {t('leads.assign.ok')}
      </Button>
      <Button size="small" onClick={onDone}>
        {t('common.cancel')}
      </Button>
      {isAssigning && (
        <AssignModal
          leadIds={rows.map(({ leadId }) => leadId)}
          changesOwner={rows.some(({ ownerId }) => ownerId !== null)}
          onDone={onDone}
          onClose={() => setAssigning(false)}
        />
      )}
    </div>
  )
}

type TableProps = {
  readonly rows: readonly LeadRow[]
  readonly total: number
  readonly page: number
  readonly selected: readonly LeadRow[]
  readonly onSelect: ((rows: readonly LeadRow[]) => void) | null
  readonly onPage: (page: number) => void
  readonly onClear: (() => void) | null
}

function LeadTable({ rows, total, page, selected, onSelect, onPage, onClear }: TableProps) {
  const { t } = useTranslation()
  const columns = useLeadColumns()
  const navigate = useNavigate()
  if (total === 0) {
    const action = onClear !== null && <Button onClick={onClear}>{t('leads.list.clear')}</Button>
    return <EmptyHint title={t('leads.list.empty')} hint={t('leads.list.emptyHint')} action={action} />
  }
  return (
    <div className="fl-scroll">
      <Table<LeadRow>
        className="ld-table"
        size="middle"
        rowKey="leadId"
        columns={columns}
        dataSource={[...rows]}
        pagination={{
          current: page,
          pageSize: PAGE_SIZE,
          total,
          onChange: onPage,
          showSizeChanger: false,
          hideOnSinglePage: true,
        }}
        onRow={(row) => ({
          onClick: (event) => {
            if (event.target instanceof Element && event.target.closest('a, input, label, button') === null)
              void navigate(`/leads/${row.leadId}`)
          },
        })}
        {...(onSelect === null
          ? {}
          : {
              rowSelection: {
                selectedRowKeys: selected.map(({ leadId }) => leadId),
                preserveSelectedRowKeys: true,
                onChange: (_: unknown, chosen: LeadRow[]) => onSelect(chosen),
                getCheckboxProps: (row: LeadRow) => ({
                  'aria-label': t('leads.list.select', { name: row.customerName }),
                }),
                getTitleCheckboxProps: () => ({ 'aria-label': t('leads.list.selectAll') }),
              },
            })}
      />
    </div>
  )
}
