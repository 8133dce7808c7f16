import type { KeyboardEvent } from 'react'

type Moves = {
  readonly total: number
  readonly active: number
  /** Rows that fit on screen. */
  readonly pageRows: number
  readonly onMove: (place: number, extend: boolean) => void
  readonly onOpen: () => void
  readonly onSelect: (() => void) | null
  readonly onSelectAll: (() => void) | null
}

/** The keys of the list while it has the focus itself; its headings and boxes keep their own. */
export function useGridKeys(moves: Moves): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.target !== event.currentTarget || event.altKey) return
    if (act(event, moves)) event.preventDefault()
  }
}

function act(event: KeyboardEvent, { total, active, pageRows, ...moves }: Moves): boolean {
  const isCommand = event.ctrlKey || event.metaKey
  if (isCommand && event.key.toLowerCase() !== 'a' && event.key !== 'Home' && event.key !== 'End') return false
  const to = (place: number) => {
    moves.onMove(Math.max(0, Math.min(total - 1, place)), event.shiftKey)
    return true
  }
  switch (event.key) {
    case 'ArrowDown':
      return to(active + 1)
    case 'ArrowUp':
      return to(active - 1)
    case 'PageDown':
      return to(active + pageRows)
    case 'PageUp':
      return to(active - pageRows)
    case 'Home':
      return to(0)
    case 'End':
      return to(total - 1)
    case 'Enter':
      moves.onOpen()
      return true
    case ' ':
      moves.onSelect?.()
      return true
    case 'a':
    case 'A':
      if (!isCommand) return false
      moves.onSelectAll?.()
      return moves.onSelectAll !== null
    default:
      return false
  }
}
