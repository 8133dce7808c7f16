import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { LeadSort } from '../../../../shared/contract/lead-list.ts'
import type { LeadColumn } from '../../../../shared/values/lead-look.ts'
import { useShownShortcuts } from '../../../components/keys/use-shortcuts.ts'
import type { ColumnChoice } from '../../../stores/lead-columns.ts'
import { gridOf } from './column-widths.ts'
import { GridHeader } from './GridHeader.tsx'
import { GridRow } from './GridRow.tsx'
import type { Selection } from './selection.ts'
import { useGridActs } from './use-grid-acts.ts'
import { useLeadCells } from './use-lead-cells.tsx'
import { type LeadQuery, useLeadWindows } from './use-lead-windows.ts'
import './lead-grid.css'

const ROW_PX = 40
const HEAD_PX = 40

type Props = {
  readonly query: LeadQuery
  readonly total: number
  readonly choice: ColumnChoice
  /** Null for whoever may only look and open. */
  readonly selection: Selection | null
  readonly firstRow: number
  readonly onSelection: (selection: Selection) => void
  readonly onSort: (sort: LeadSort) => void
  readonly onWidth: (column: LeadColumn, width: number | null) => void
}

/** All leads that match, as one list: only the rows on screen exist and only their windows are read. */
export function LeadGrid({ query, total, choice, selection, firstRow, onSelection, onSort, onWidth }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(firstRow)
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    initialOffset: firstRow * ROW_PX,
    scrollPaddingStart: HEAD_PX,
    overscan: 8,
  })
  const shown = rows.getVirtualItems()
  const rowAt = useLeadWindows(query, shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0)
  const place = Math.min(active, Math.max(0, total - 1))
  const selects = selection !== null
  const grid = useMemo(() => gridOf(choice, selects), [choice, selects])
  const cells = useLeadCells()
  const { keys, onSelect, onOpen, isChosen } = useGridActs({
    total,
    place,
    pageRows: Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_PX) / ROW_PX) - 1),
    rowAt,
    selection,
    onSelection,
    goTo: (to, scrolls) => {
      setActive(to)
      if (scrolls) rows.scrollToIndex(to)
    },
    open: ({ leadId }) => void navigate(`/leads/${leadId}`),
  })
  useShownShortcuts('gridMove', 'gridOpen', ...(selects ? (['gridSelect', 'gridSelectAll'] as const) : []))
  const isOnScreen = shown.some(({ index }) => index === place)

  return (
    <div
      ref={scroller}
      className="lg"
      role="grid"
      tabIndex={0}
      aria-label={t('leadList.grid.label')}
      aria-rowcount={total + 1}
      aria-colcount={choice.columns.length + (selection === null ? 0 : 1)}
      aria-multiselectable={selection !== null}
      {...(isOnScreen ? { 'aria-activedescendant': `${id}-${place}` } : {})}
      onKeyDown={keys}
    >
      <GridHeader
        columns={choice.columns}
        grid={grid}
        sort={query.sort}
        onSort={onSort}
        onWidth={onWidth}
        total={total}
        selection={selection}
        onSelection={onSelection}
      />
      <div className="lg-body" role="presentation" style={{ height: rows.getTotalSize(), minWidth: grid.minWidth }}>
        {shown.map(({ index, start }) => {
          const row = rowAt(index)
          return (
            <GridRow
              key={index}
              id={`${id}-${index}`}
              row={row}
              place={index}
              top={start}
              columns={choice.columns}
              grid={grid}
              isActive={index === place}
              cells={cells}
              isSelected={isChosen(row)}
              onSelect={onSelect}
              onOpen={onOpen}
            />
          )
        })}
      </div>
    </div>
  )
}
