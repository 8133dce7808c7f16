import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import type { LeadFilter, LeadLook } from '../../../shared/contract/lead-list.ts'
import { MANAGERS } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'
import { LeadsExport } from '../../components/export/LeadsExport.tsx'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { GoButton } from '../../components/ui/GoButton.tsx'
import { Loaded } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { columnChoiceOf, useLeadColumns } from '../../stores/lead-columns.ts'
import { LeadFilters } from './LeadFilters.tsx'
import { LeadsPrint } from './LeadsPrint.tsx'
import { firstRowOf, type LeadsLook, lookOf, sameFilter, searchOf, usualFilter } from './lead-list-view.ts'
import { ColumnChooser } from './list/ColumnChooser.tsx'
import { LeadGrid } from './list/LeadGrid.tsx'
import { SelectionBar } from './list/SelectionBar.tsx'
import { NOTHING_SELECTED, type Selection } from './list/selection.ts'
import { useLeadTotal } from './list/use-lead-windows.ts'
import { LeadBoard } from './stage-board/LeadBoard.tsx'
import { ViewBar } from './views/ViewBar.tsx'
import './lead-list.css'

const SHAPES = ['table', 'board'] as const

/** All leads: as a list of any length or as a board by stage, with saved views, filters and search. */
export function LeadsScreen() {
  const { t } = useTranslation()
  const { me, can } = useSession()
  const defaultWho = can(MANAGERS) ? 'all' : 'mine'
  const [search, setSearch] = useSearchParams()
  const look = lookOf(search, defaultWho)
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED)
  const columns = useLeadColumns()
  const choice = columnChoiceOf(columns, me.id)
  const read = useLeadTotal(look)
  const go = (next: Partial<LeadsLook>, replace = false) => {
    setSelection(NOTHING_SELECTED)
    setSearch(searchOf({ ...look, ...next }, defaultWho), { replace })
  }
  const changeFilter = (change: Partial<LeadFilter>) =>
    go({ filter: { ...look.filter, ...change } }, change.text !== undefined)
  const openView = ({ filter, sort, columns: wanted = [] }: Pick<LeadLook, 'filter' | 'sort'> & Partial<LeadLook>) => {
    if (wanted.length > 0) columns.change(me.id, { columns: wanted })
    go({ filter, sort })
  }
  const isUsual = sameFilter(look.filter, usualFilter(defaultWho))
  const clear = isUsual ? null : () => go({ filter: usualFilter(defaultWho) })
  const totalOf = ({ total, isCut }: { readonly total: number; readonly isCut: boolean }) =>
    t(isCut ? 'leads.list.totalCut' : 'leads.list.total', { count: total })
  return (
    <div className="ll-page">
      <PageHeader
        title={t('leads.title')}
        note={read.data === undefined ? undefined : totalOf(read.data)}
        actions={<HeadActions look={look} first={read.data} onLook={go} />}
      />
      <ViewBar look={{ filter: look.filter, sort: look.sort, columns: [...choice.columns] }} onLook={openView} />
      <LeadFilters filter={look.filter} isBoard={look.as === 'board'} onChange={changeFilter} onClear={clear} />
      {look.as === 'board' ? (
        <LeadBoard filter={look.filter} by={look.by} />
      ) : (
        <Loaded read={read}>
          {({ total }) => (
            <Table
              look={look}
              total={total}
              firstRow={firstRowOf(search)}
              selection={selection}
              onSelection={setSelection}
              onSort={(sort) => go({ sort })}
              onClear={clear}
            />
          )}
        </Loaded>
      )}
    </div>
  )
}

type HeadProps = {
  readonly look: LeadsLook
  readonly first: OutputOf<'leads.list'> | undefined
  readonly onLook: (look: Partial<LeadsLook>) => void
}

function HeadActions({ look, first, onLook }: HeadProps) {
  const { t } = useTranslation()
  const { me } = useSession()
  const columns = useLeadColumns()
  const choice = columnChoiceOf(columns, me.id)
  const query = { filter: look.filter, sort: look.sort }
  const isBoard = look.as === 'board'
  return (
    <>
      {isBoard && (
        <Segmented<LeadsLook['by']>
          aria-label={t('leadList.board.by')}
          value={look.by}
          onChange={(by) => onLook({ by })}
          options={[
            { value: 'stage', label: t('leadList.board.byStage') },
            { value: 'grade', label: t('leadList.board.byGrade') },
          ]}
        />
      )}
      <Segmented
        aria-label={t('leadList.as.label')}
        value={look.as}
        onChange={(as) => onLook({ as })}
        options={SHAPES.map((value) => ({ value, label: t(`leadList.as.${value}`) }))}
      />
      {!isBoard && <ColumnChooser choice={choice} onChange={(change) => columns.change(me.id, change)} />}
      <LeadsExport list={query} isEmpty={first?.total === 0} />
      {!isBoard && first !== undefined && <LeadsPrint query={query} columns={choice.columns} first={first} />}
    </>
  )
}

type TableProps = {
  readonly look: LeadsLook
  readonly total: number
  readonly firstRow: number
  readonly selection: Selection
  readonly onSelection: (selection: Selection) => void
  readonly onSort: (sort: LeadsLook['sort']) => void
  readonly onClear: (() => void) | null
}

function Table({ look, total, firstRow, selection, onSelection, onSort, onClear }: TableProps) {
  const { t } = useTranslation()
  const { me, can } = useSession()
  const columns = useLeadColumns()
  const choice = columnChoiceOf(columns, me.id)
  const manages = can(MANAGERS)
  if (total === 0) {
    const action =
      onClear === null ? (
        <GoButton to="/visits?open=visit">{t('visits.log')}</GoButton>
      ) : (
        <Button onClick={onClear}>{t('leads.list.clear')}</Button>
      )
    return (
      <EmptyHint
        title={t(onClear === null ? 'leads.list.none' : 'leads.list.empty')}
        hint={t(onClear === null ? 'leads.list.emptyHint' : 'leadList.grid.noneMatch')}
        action={action}
      />
    )
  }
  const query = { filter: look.filter, sort: look.sort }
  return (
    <>
      {manages && <SelectionBar selection={selection} filter={look.filter} total={total} onSelection={onSelection} />}
      <LeadGrid
        // Another question begins at its top.
        key={JSON.stringify(query)}
        query={query}
        total={total}
        choice={choice}
        selection={manages ? selection : null}
        firstRow={firstRow}
        onSelection={onSelection}
        onSort={onSort}
        onWidth={(column, width) => {
          const { [column]: _, ...others } = choice.widths
          columns.change(me.id, { widths: width === null ? others : { ...others, [column]: width } })
        }}
      />
      <p className="ll-keys np-muted">{t(manages ? 'leadList.grid.keys' : 'leadList.grid.keysLook')}</p>
    </>
  )
}
