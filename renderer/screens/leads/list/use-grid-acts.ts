import { useCallback, useLayoutEffect, useRef } from 'react'
import type { LeadRow } from '../../../../shared/contract/lead-list.ts'
import { isSelected, type Selection, toggled, withRows } from './selection.ts'
import { useGridKeys } from './use-grid-keys.ts'

type Grid = {
  readonly total: number
  readonly place: number
  readonly pageRows: number
  readonly rowAt: (place: number) => LeadRow | undefined
  readonly selection: Selection | null
  readonly onSelection: (selection: Selection) => void
  readonly goTo: (place: number, scrolls: boolean) => void
  readonly open: (row: LeadRow) => void
}

/** What keys and boxes do in the list; a range is chosen with Shift. */
export function useGridActs({ total, place, pageRows, rowAt, selection, onSelection, goTo, open }: Grid) {
  const chooseRange = (from: number, to: number) => {
    if (selection === null) return
    const places = Array.from({ length: Math.abs(to - from) + 1 }, (_, nth) => Math.min(from, to) + nth)
    onSelection(
      withRows(
        selection,
        places.flatMap((one) => rowAt(one) ?? []),
      ),
    )
  }
  const select = (row: LeadRow, to: number, extend: boolean) => {
    if (selection === null) return
    if (extend) chooseRange(place, to)
    else onSelection(toggled(selection, row))
    goTo(to, false)
  }
  const active = rowAt(place)
  const keys = useGridKeys({
    total,
    active: place,
    pageRows,
    onMove: (to, extend) => {
      if (extend) chooseRange(place, to)
      goTo(to, true)
    },
    onOpen: () => active !== undefined && open(active),
    onSelect: () => active !== undefined && select(active, place, false),
    onSelectAll: selection === null ? null : () => onSelection({ all: true, except: new Set() }),
  })
  // The rows on screen keep the functions they were made with, so that they need not be made anew.
  const latest = useRef({ select, open })
  useLayoutEffect(() => {
    latest.current = { select, open }
  })
  return {
    keys,
    onSelect: useCallback((row: LeadRow, to: number, extend: boolean) => latest.current.select(row, to, extend), []),
    onOpen: useCallback((row: LeadRow) => latest.current.open(row), []),
    isChosen: (row: LeadRow | undefined) =>
      selection === null ? null : row !== undefined && isSelected(selection, row.leadId),
  }
}
