import type { Facts } from './facts.ts'
import { type CountedFigureKey, FIGURES, type Figure, type Value, type Where } from './figures.ts'

type FactRow = { readonly count: number } & Readonly<Record<string, Value>>
type Condition = readonly [dimension: string, wanted: Value | readonly Value[]]

/** A figure's conditions as a list: looked at once a row, over thousands of rows. */
const conditions = new WeakMap<Where, readonly Condition[]>()

function conditionsOf(where: Where): readonly Condition[] {
  const known = conditions.get(where) ?? Object.entries(where)
  conditions.set(where, known)
  return known
}

function matches(row: Readonly<Record<string, Value>>, wanted: readonly Condition[]): boolean {
  for (const [dimension, value] of wanted) {
    const found = row[dimension] ?? null
    if (isOneOf(value) ? !value.includes(found) : found !== value) return false
  }
  return true
}

function isOneOf(wanted: Condition[1]): wanted is readonly Value[] {
  return Array.isArray(wanted)
}

/** Whether a row of counts is among what a figure counts. */
export function matchesWhere(row: Readonly<Record<string, Value>>, where: Where): boolean {
  return matches(row, conditionsOf(where))
}

function rowsOf(facts: Facts, figure: Figure): readonly FactRow[] {
  const rows: readonly FactRow[] = facts.sets[figure.set]
  const wanted = conditionsOf(figure.where)
  return wanted.length === 0 ? rows : rows.filter((row) => matches(row, wanted))
}

/** The number of a figure, over all values of its parameter if it has one. */
export function countOf(facts: Facts, key: CountedFigureKey): number {
  let sum = 0
  for (const { count } of rowsOf(facts, FIGURES[key])) sum += count
  return sum
}

/**
 * The number of a figure per value of its parameter; only what is not zero, nobody's left out. In the order of the values, not of
 * the rows, which come as they were last counted: of two people with the same number the same one is always named.
 */
export function countBy(facts: Facts, key: CountedFigureKey): Readonly<Record<string, number>> {
  const figure: Figure = FIGURES[key]
  const counts = new Map<string, number>()
  for (const row of rowsOf(facts, figure)) {
    const param = paramOf(row, figure.by)
    if (param !== null) counts.set(param, (counts.get(param) ?? 0) + row.count)
  }
  // Built from entries, not by assignment: an id may be any text, "__proto__" included.
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function paramOf(row: FactRow, by: readonly string[]): string | null {
  let param: string | null = null
  for (const dimension of by) {
    const value = row[dimension] ?? null
    if (value === null) return null
    param = param === null ? String(value) : `${param}>${String(value)}`
  }
  return param
}
