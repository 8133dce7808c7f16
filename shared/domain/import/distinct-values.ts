import { valueText } from './cell-text.ts'
import type { ImportRow } from './fields.ts'

export type ValueCount = { readonly value: string; readonly rows: number }

/** The distinct values of a column, blank included, most frequent first. */
export function distinctValues(data: readonly ImportRow[], column: number): ValueCount[] {
  const counts = new Map<string, number>()
  for (const { cells } of data) {
    const value = valueText(cells[column])
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].map(([value, rows]) => ({ value, rows })).toSorted((a, b) => b.rows - a.rows)
}
