export type Cell = string | number | null
/** The dimensions of a group, as many records as `count`, and the sums over them. */
export type GroupRow = Readonly<Record<string, Cell>>

/** How many records of each combination of dimensions there are, unit by unit, so that one unit can be counted anew by itself. */
export type Tally = {
  /** Replaces what the unit counted before: rows of its dimensions, the count, and the sums. */
  readonly put: (unit: string, rows: readonly (readonly Cell[])[]) => void
  /** One more record: its unit, then its dimensions. Without sums. */
  readonly add: (row: readonly Cell[]) => void
  /** Groups that have a record. The array is the same until something is put. */
  readonly rows: () => readonly GroupRow[]
  /** How many units have a record. */
  readonly size: () => number
}

type Group = { readonly dimensions: readonly Cell[]; readonly n: number; count: number; readonly sums: number[] }
/** What a unit has put into groups. */
type Share = readonly (readonly [group: Group, count: number, sums: readonly number[]])[]

/** Units by number, so that half a million leads are held once and not once for each set. */
export type Numbers = Map<string, number>

const NONE = 0
const MANY = -1
const NO_SUMS: readonly number[] = []

export function createTally(names: readonly string[], sumNames: readonly string[], numbers: Numbers): Tally {
  const groups = groupsOf(names.length, sumNames.length)
  // By the unit's number: the group of its only record, the usual case of a lead, plus one; or MANY.
  let single: Int32Array = new Int32Array(1024)
  const shares = new Map<number, Share>()
  let size = 0
  let made: readonly GroupRow[] | null = null

  const numberOf = (unit: string): number => {
    const known = numbers.get(unit)
    const number = known ?? numbers.size
    if (known === undefined) numbers.set(unit, number)
    if (number >= single.length) single = grown(single, number)
    return number
  }
  const shareOf = (number: number): Share => {
    const held = single[number] ?? NONE
    if (held === MANY) return shares.get(number) ?? []
    return held === NONE ? [] : [[groups.at(held - 1), 1, NO_SUMS]]
  }
  const hold = (number: number, share: Share): void => {
    const [only] = share
    shares.delete(number)
    if (only === undefined) single[number] = NONE
    else if (share.length === 1 && only[1] === 1 && only[2].length === 0) single[number] = only[0].n + 1
    else {
      single[number] = MANY
      shares.set(number, share)
    }
  }
  return {
    put: (unit, rows) => {
      const number = numberOf(unit)
      const before = shareOf(number)
      if (before.length === 0 && rows.length === 0) return
      made = null
      const share = rows.map((row) => groups.shareOf(row))
      count(before, -1)
      count(share, 1)
      hold(number, share)
      size += Number(share.length > 0) - Number(before.length > 0)
    },
    add: (row) => {
      made = null
      const number = numberOf(String(row[0]))
      const group = groups.of(row, 1)
      group.count += 1
      if (single[number] === NONE) {
        single[number] = group.n + 1
        size += 1
      } else hold(number, [...shareOf(number), [group, 1, NO_SUMS]])
    },
    rows: () => {
      made ??= groups
        .all()
        .filter((group) => group.count > 0)
        .map((group) => toRow(group, names, sumNames))
      return made
    },
    size: () => size,
  }
}

function grown(array: Int32Array, index: number): Int32Array {
  const wider = new Int32Array(Math.max(index + 1, array.length * 2))
  wider.set(array)
  return wider
}

type Groups = {
  /** The group of the dimensions that begin at `from`. */
  readonly of: (row: readonly Cell[], from: number) => Group
  readonly shareOf: (row: readonly Cell[]) => Share[number]
  readonly at: (n: number) => Group
  readonly all: () => readonly Group[]
}

function groupsOf(width: number, sums: number): Groups {
  const all: Group[] = []
  const byKey = new Map<string, Group>()
  const of = (row: readonly Cell[], from: number): Group => {
    let key = ''
    // No word of a record contains these two.
    for (let n = from; n < from + width; n += 1) key += `${row[n] ?? '\u0001'}\u0000`
    const known = byKey.get(key)
    if (known !== undefined) return known
    const group = {
      dimensions: row.slice(from, from + width),
      n: all.length,
      count: 0,
      sums: Array<number>(sums).fill(0),
    }
    byKey.set(key, group)
    all.push(group)
    return group
  }
  return {
    of,
    shareOf: (row) => [of(row, 0), Number(row[width]), sums === 0 ? NO_SUMS : row.slice(width + 1).map(Number)],
    at: (n) => {
      const group = all[n]
      if (group === undefined) throw new RangeError(`no group ${n}`)
      return group
    },
    all: () => all,
  }
}

function count(share: Share, sign: 1 | -1): void {
  for (const [group, records, sums] of share) {
    group.count += sign * records
    for (const [n, sum] of sums.entries()) group.sums[n] = (group.sums[n] ?? 0) + sign * sum
  }
}

function toRow(group: Group, names: readonly string[], sumNames: readonly string[]): GroupRow {
  const row: Record<string, Cell> = {}
  for (const [n, name] of names.entries()) row[name] = group.dimensions[n] ?? null
  row['count'] = group.count
  for (const [n, name] of sumNames.entries()) row[name] = group.sums[n] ?? 0
  return row
}
