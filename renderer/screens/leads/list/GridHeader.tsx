import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { Checkbox } from 'antd'
import type { PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadSort } from '../../../../shared/contract/lead-list.ts'
import type { LeadColumn } from '../../../../shared/values/lead-look.ts'
import { clampWidth } from './column-widths.ts'
import { allOrNothing, countSelected, type Selection } from './selection.ts'

export type GridLayout = { readonly gridTemplateColumns: string; readonly minWidth: string }

/** What a heading sorts by; the others cannot be sorted. */
const SORT_OF: Readonly<Partial<Record<LeadColumn, LeadSort['by']>>> = {
  grade: 'grade',
  customer: 'name',
  owner: 'owner',
  created: 'created',
  silence: 'silence',
  due: 'due',
}

type Props = {
  readonly columns: readonly LeadColumn[]
  readonly grid: GridLayout
  readonly sort: LeadSort
  readonly onSort: (sort: LeadSort) => void
  readonly onWidth: (column: LeadColumn, width: number | null) => void
  /** Null: nothing can be selected here. */
  readonly selection: Selection | null
  readonly onSelection: (selection: Selection) => void
  readonly total: number
}

/** The sticky row of headings: sorts, selects all, and is dragged at its edges. */
export function GridHeader({ columns, grid, sort, onSort, onWidth, selection, onSelection, total }: Props) {
  const { t } = useTranslation()
  const count = selection === null ? 0 : countSelected(selection, total)
  const before = selection === null ? 0 : 1
  return (
    <div className="lg-row lg-head" style={grid} role="row" aria-rowindex={1}>
      {selection !== null && (
        <div className="lg-cell lg-check" role="columnheader" aria-colindex={1}>
          <Checkbox
            checked={count > 0 && count === total}
            indeterminate={count > 0 && count < total}
            aria-label={t('leadList.grid.selectAll', { count: total })}
            onChange={() => onSelection(allOrNothing(selection))}
          />
        </div>
      )}
      {columns.map((column, nth) => {
        const by = SORT_OF[column]
        const isSorted = by !== undefined && by === sort.by
        return (
          <div
            key={column}
            className="lg-cell"
            role="columnheader"
            aria-colindex={nth + 1 + before}
            {...(isSorted ? { 'aria-sort': sort.descending ? 'descending' : 'ascending' } : {})}
          >
            {by === undefined ? (
              <span className="lg-title">{t(`leadList.column.${column}`)}</span>
            ) : (
              <button
                type="button"
                className="lg-title lg-sort"
                onClick={() => onSort({ by, descending: isSorted && !sort.descending })}
              >
                {t(`leadList.column.${column}`)}
                {isSorted && (sort.descending ? <CaretDownOutlined aria-hidden /> : <CaretUpOutlined aria-hidden />)}
              </button>
            )}
            <Edge onWidth={(width) => onWidth(column, width)} />
          </div>
        )
      })}
    </div>
  )
}

/** The right edge of a heading: dragged it makes the column wider, pressed twice it lets go of the width. */
function Edge({ onWidth }: { readonly onWidth: (width: number | null) => void }) {
  const start = (event: PointerEvent<HTMLSpanElement>) => {
    const edge = event.currentTarget
    const width = edge.parentElement?.offsetWidth ?? 0
    const from = event.clientX
    edge.setPointerCapture(event.pointerId)
    edge.onpointermove = (moved) => onWidth(clampWidth(width + moved.clientX - from))
    edge.onpointerup = () => {
      edge.onpointermove = null
      edge.onpointerup = null
    }
  }
  return <span className="lg-edge" aria-hidden onPointerDown={start} onDoubleClick={() => onWidth(null)} />
}
