import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadRow } from '../../../../shared/contract/lead-list.ts'
import type { LeadColumn } from '../../../../shared/values/lead-look.ts'
import type { GridLayout } from './GridHeader.tsx'
import type { LeadCells } from './use-lead-cells.tsx'

type Props = {
  readonly id: string
  /** Undefined while it is being read. */
  readonly row: LeadRow | undefined
  readonly place: number
  readonly top: number
  readonly columns: readonly LeadColumn[]
  readonly grid: GridLayout
  readonly cells: LeadCells
  readonly isActive: boolean
  /** Null where nothing can be selected. */
  readonly isSelected: boolean | null
  readonly onSelect: (row: LeadRow, place: number, extend: boolean) => void
  readonly onOpen: (row: LeadRow) => void
}

/** One lead; made anew only when something of its own has changed, so that scrolling costs no more than the rows that appear. */
export const GridRow = memo(function GridRow(props: Props) {
  const { id, row, place, top, columns, grid, cells, isActive, isSelected, onSelect, onOpen } = props
  const before = isSelected === null ? 0 : 1
  const open = (event: MouseEvent) => {
    const isElsewhere = event.target instanceof Element && event.target.closest('a, input, label, button') !== null
    if (row !== undefined && !isElsewhere) onOpen(row)
  }
  return (
    // The keys of a row are those of the grid, which holds the focus.
    <div
      id={id}
      className={`lg-row${isActive ? ' lg-active' : ''}${isSelected === true ? ' lg-selected' : ''}`}
      style={{ ...grid, transform: `translateY(${top}px)` }}
      role="row"
      aria-rowindex={place + 2}
      aria-busy={row === undefined}
      {...(isSelected === null ? {} : { 'aria-selected': isSelected })}
      onClick={open}
    >
      {isSelected !== null && (
        <div className="lg-cell lg-check" role="gridcell" aria-colindex={1}>
          {row !== undefined && (
            <SelectBox
              name={row.customerName}
              isSelected={isSelected}
              onSelect={(extend) => onSelect(row, place, extend)}
            />
          )}
        </div>
      )}
      {columns.map((column, nth) => (
        <div key={column} className={`lg-cell lg-${column}`} role="gridcell" aria-colindex={nth + 1 + before}>
          {row === undefined ? nth === 0 && <span className="lg-late" /> : cells(row, column)}
        </div>
      ))}
    </div>
  )
})

type BoxProps = {
  readonly name: string
  readonly isSelected: boolean
  readonly onSelect: (extend: boolean) => void
}

function SelectBox({ name, isSelected, onSelect }: BoxProps) {
  const { t } = useTranslation()
  return (
    <input
      type="checkbox"
      className="lg-box"
      tabIndex={-1}
      checked={isSelected}
      aria-label={t('leadList.grid.select', { name })}
      onChange={({ nativeEvent }) => onSelect('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
    />
  )
}
