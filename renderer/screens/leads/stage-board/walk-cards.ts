import type { KeyboardEvent } from 'react'

/**
 * Arrows go from card to card, so that Tab needs to stop only once in a column: up and down within it, left and right to the card of
 * the same height in the next column that has one. A lifted card keeps its arrows.
 */
export function walkCards(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const card = event.target instanceof Element ? event.target.closest('.lb-card') : null
  if (card === null || card !== event.target) return
  const columns = [...event.currentTarget.querySelectorAll('.lb-column')].map((column) => [
    ...column.querySelectorAll<HTMLElement>('.lb-card'),
  ])
  const next = cardBeside(
    columns.filter((cards) => cards.length > 0),
    card,
    event.key,
  )
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

/** The neighbour of a card in this direction; undefined where there is none. */
export function cardBeside<C>(columns: readonly (readonly C[])[], card: unknown, key: string): C | undefined {
  const at = columns.findIndex((cards) => cards.some((one) => one === card))
  const row = columns[at]?.findIndex((one) => one === card) ?? -1
  switch (key) {
    case 'ArrowUp':
      return columns[at]?.[row - 1]
    case 'ArrowDown':
      return columns[at]?.[row + 1]
    case 'ArrowLeft':
      return sameHeight(columns[at - 1], row)
    case 'ArrowRight':
      return sameHeight(columns[at + 1], row)
    default:
      return undefined
  }
}

function sameHeight<C>(cards: readonly C[] | undefined, row: number): C | undefined {
  return cards?.[Math.min(row, cards.length - 1)]
}
