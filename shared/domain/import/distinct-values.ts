import { valueText } from './cell-text.ts'
import type { ImportRow } from './fields.ts'

export type ValueCount = { readonly value: string; readonly rows: number }

/** The distinct values of a column, blank included, most frequent first. */
export function distinctValues(data: readonly ImportRow[], column: number): ValueCount[] {
  // Cells first, then what they say: a column of 200,000 cells has few different ones.
  const written = new Map<string, number>()
  for (const { cells } of data) {
    const cell = cells[column] ?? ''
    written.set(cell, (written.get(cell) ?? 0) + 1)
  }
  const counts = new Map<string, number>()
  for (const [cell, rows] of written) {
    const value = valueText(cell)
    counts.set(value, (counts.get(value) ?? 0) + rows)
  }
  return [...counts].map(([value, rows]) => ({ value, rows })).toSorted((a, b) => b.rows - a.rows)
}
