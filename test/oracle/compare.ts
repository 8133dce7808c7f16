const TOLERANCE = 1e-9

/** What was found, and how many single values were held against each other. */
export type Comparison = { readonly differences: readonly string[]; readonly values: number }

/** Maps by id, reason or move: both sides must have exactly the same keys. Elsewhere more keys may be added. */
const MAPS = ['moves', 'byStaff', 'byChannel', 'byGroup', 'openByStaff', 'doneByStaff', 'lossReasons']

/** Holds a report against the expected one: integers equal, other numbers to 1e-9 (money of millions: relative to it). */
export function compareReports(actual: unknown, expected: unknown): Comparison {
  const differences: string[] = []
  let values = 0
  const compare = (path: string, ours: unknown, theirs: unknown): void => {
    if (theirs === null || typeof theirs !== 'object') {
      values += 1
      if (!isSame(ours, theirs)) differences.push(`${path}: ${String(ours)}, expected ${String(theirs)}`)
      return
    }
    if (ours === null || typeof ours !== 'object') {
      differences.push(`${path}: ${String(ours)}, expected ${JSON.stringify(theirs)}`)
      return
    }
    const [left, right] = [new Map(Object.entries(ours)), new Map(Object.entries(theirs))]
    for (const [key, value] of right) compare(`${path}.${key}`, left.get(key), value)
    if (!MAPS.includes(path.split('.').at(-1) ?? '')) return
    for (const key of left.keys()) if (!right.has(key)) differences.push(`${path}.${key}: too much`)
  }
  compare('report', actual, expected)
  return { differences, values }
}

function isSame(ours: unknown, theirs: unknown): boolean {
  if (typeof ours !== 'number' || typeof theirs !== 'number') return ours === theirs
  if (Number.isInteger(ours) && Number.isInteger(theirs)) return ours === theirs
  return Math.abs(ours - theirs) <= TOLERANCE * Math.max(1, Math.abs(theirs))
}
