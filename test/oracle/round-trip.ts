import type { Comparison } from './compare.ts'
import { type CsvRow, field, rowsOf, type Tables } from './tables.ts'

/** "Key of a file = `id`, or (channel_id, month), (month, staff_id), (date), (month)." */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'channel_costs.csv': ['channel_id', 'month'],
  'targets.csv': ['month', 'staff_id'],
  'door_counts.csv': ['date'],
  'market.csv': ['month'],
  'grade_slots.csv': ['slot'],
}
const INSTANT = /^at$|_at$/
const MONEY = ['cost', 'price', 'gross_profit']
/** What a store has from its beginning, without a file that says so. */
const GIVEN = ['grade_slots.csv']
/** "required in bold; default in brackets" */
const DEFAULTS: Readonly<Record<string, string>> = {
  open_weekdays: '1234567',
  late_entry_minutes: '60',
  response_minutes: '30',
}

/** "Export writes every file and column: text exactly as it came, instants equal (any offset), money with two decimals, lead_events in their order." */
export function differencesOfTables(exported: Tables, original: Tables): Comparison {
  const differences: string[] = []
  let values = 0
  for (const file of new Set([...Object.keys(exported), ...Object.keys(original)])) {
    const [ours, theirs] = [rowsOf(exported, file), rowsOf(original, file)]
    if (theirs.length === 0 && GIVEN.includes(file)) continue
    const keyOf = (row: CsvRow) => JSON.stringify((KEYS[file] ?? ['id']).map((column) => field(row, column)))
    const byKey = new Map(ours.map((row) => [keyOf(row), row]))
    if (ours.length !== theirs.length) differences.push(`${file}: ${ours.length} rows, expected ${theirs.length}`)
    if (file === 'lead_events.csv' && ours.map(keyOf).join() !== theirs.map(keyOf).join()) {
      differences.push(`${file}: another order`)
    }
    for (const row of theirs) {
      const out = byKey.get(keyOf(row))
      const columns = [...new Set([...Object.keys(out ?? {}), ...Object.keys(row)])]
      const wrong = columns.filter((column) => !isSameField(column, field(out ?? {}, column), field(row, column)))
      differences.push(
        ...wrong.map((column) => `${file} ${keyOf(row)} ${column}: ${JSON.stringify([out?.[column], row[column]])}`),
      )
      values += columns.length
    }
  }
  return { differences, values }
}

function isSameField(column: string, actual: string, expected: string): boolean {
  if (expected === '') return actual === '' || actual === DEFAULTS[column]
  if (INSTANT.test(column)) return Date.parse(actual) === Date.parse(expected)
  if (MONEY.includes(column)) return /^-?\d+\.\d\d$/.test(actual) && Number(actual) === Number(expected)
  return actual === expected
}
