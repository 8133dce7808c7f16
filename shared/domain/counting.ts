import type { Facts } from './facts.ts'
import { type CountedFigureKey, FIGURES, type Figure, type Value, type Where } from './figures.ts'

type FactRow = { readonly count: number } & Readonly<Record<string, Value>>

function matches(row: FactRow, where: Where): boolean {
  return Object.entries(where).every(([dimension, wanted]) => {
    const value = row[dimension] ?? null
    return Array.isArray(wanted) ? wanted.includes(value) : value === wanted
  })
}

function rowsOf(facts: Facts, figure: Figure): readonly FactRow[] {
  const rows: readonly FactRow[] = facts.sets[figure.set]
  return rows.filter((row) => matches(row, figure.where))
}

/** The number of a figure, over all values of its parameter if it has one. */
export function countOf(facts: Facts, key: CountedFigureKey): number {
  return rowsOf(facts, FIGURES[key]).reduce((sum, row) => sum + row.count, 0)
}

/** The number of a figure per value of its parameter; only what is not zero, nobody's left out. */
export function countBy(facts: Facts, key: CountedFigureKey): Readonly<Record<string, number>> {
  const figure: Figure = FIGURES[key]
  const counts = new Map<string, number>()
  for (const row of rowsOf(facts, figure)) {
    const values = figure.by.map((dimension) => row[dimension] ?? null)
    if (values.includes(null)) continue
    const param = values.join('>')
    counts.set(param, (counts.get(param) ?? 0) + row.count)
  }
  // Built from entries, not by assignment: an id may be any text, "__proto__" included.
  return Object.fromEntries(counts)
}
