import { dayMoment, instantAt } from './arrival.ts'
import { isBlank } from './cell-text.ts'
import type { ImportRow, LeftOutCode, Mapping, Tick } from './fields.ts'
import { type KnownStore, markNumbered, recordKeys, visitKeys, visitNumberKey, whoKey } from './known-store.ts'
import { asPlan, type Draft, newDraft } from './plan-draft.ts'
import { planLead } from './plan-lead.ts'
import type { Plan } from './plan-records.ts'
import { planSale } from './plan-sale.ts'
import { planVisit } from './plan-visit.ts'
import { type ReadRow, type RowMoment, type RowReader, readRow, rowReader } from './read-row.ts'
import { readTime } from './read-time.ts'
import { resolveDates } from './resolve-dates.ts'
import { headersOf, type LeftOut, sortRows } from './sort-rows.ts'

const TICK_ROWS = 500

/**
 * What reading these rows in would do, computed here and nowhere else: the preview shows this value and the run writes it. Every
 * row but the header is either in `rows` or in `leftOut` with its reason. Rows are taken in the order of their moments, so that
 * the earliest row of a contact makes the lead whatever the order in the file. `tick` hears of the progress and may throw.
 */
export function planImport(rows: readonly ImportRow[], mapping: Mapping, known: KnownStore, tick?: Tick): Plan {
  const { data, leftOut: decoration } = sortRows(rows, mapping)
  const headers = headersOf(rows, mapping)
  const reader = rowReader(mapping, headers)
  const draft = newDraft(mapping, headers, known)
  const leftOut = [...decoration]
  const moments = momentsOf(data, reader, known, leftOut)
  moments.sort((a, b) => a.at - b.at || a.row.line - b.row.line)
  const seen = new Set<string>()
  for (const [index, moment] of moments.entries()) {
    if (index % TICK_ROWS === 0) tick?.(index, moments.length)
    const code = planRow(draft, readRow(moment, reader), reader, seen)
    if (code !== null) leftOut.push({ row: moment.row, code })
  }
  tick?.(moments.length, moments.length)
  return asPlan(
    draft,
    leftOut.sort((a, b) => a.row.line - b.row.line),
  )
}

/** The rows that say when, and all others into `leftOut`. */
function momentsOf(
  data: readonly ImportRow[],
  { mapping, cell }: RowReader,
  known: KnownStore,
  leftOut: LeftOut[],
): RowMoment[] {
  const dates = resolveDates(data, mapping.columns.date, mapping)
  const others = Object.entries(mapping.columns).flatMap(([field, column]) => (field === 'date' ? [] : [column]))
  return data.flatMap((row, index): RowMoment[] => {
    const date = dates[index]
    if (date?.ok !== true || !hasSubject(row, mapping, others)) {
      leftOut.push({ row, code: date?.ok === false ? date.code : 'no_date' })
      return []
    }
    const minutes = readTime(cell(row, 'time')) ?? (date.rest === '' ? null : readTime(date.rest))
    const at = minutes === null ? dayMoment(date.on, known) : instantAt(date.on, minutes, known.timeZone)
    return [{ row, on: date.on, at, hasTime: minutes !== null }]
  })
}

/** A line under the table (制表人 ...) must not become a visitor only because a date is taken from elsewhere. */
function hasSubject(row: ImportRow, { columns, blankDate }: Mapping, others: readonly number[]): boolean {
  if (columns.date !== undefined && !isBlank(row.cells[columns.date])) return true
  return blankDate !== 'leave_out' && others.filter((column) => !isBlank(row.cells[column])).length >= 2
}

function planRow(draft: Draft, read: ReadRow, reader: RowReader, seen: Set<string>): LeftOutCode | null {
  if (read.at > draft.known.now) return 'in_the_future'
  const { kind } = draft.mapping
  const code = kind === 'visits' ? arrivalAgain(draft, read, seen) : recordAgain(draft, read, seen)
  if (code !== null) return code
  switch (kind) {
    case 'visits':
      return planVisit(draft, read, reader)
    case 'leads':
      return planLead(draft, read, reader)
    case 'sales':
      return planSale(draft, read, reader)
  }
}

/**
 * The same arrival written twice: same minute and contact, or the same minute and every cell the same. Without a time an anonymous
 * visitor cannot be told from the next one of that day.
 */
function arrivalAgain({ known }: Draft, read: ReadRow, seen: Set<string>): LeftOutCode | null {
  if (read.number !== null && known.onFile.has(visitNumberKey(read.number))) return 'already_in_store'
  if (!read.hasTime && read.contact === null) return null
  const isSame = read.hasTime && read.contact !== null ? read.contact : cellsOf(read)
  if (isSeen(seen, [`${read.at}|${isSame}`])) return 'repeated'
  const { minute, day } = visitKeys(read)
  const isOnFile = known.onFile.has(minute) || (!read.hasTime && day !== null && known.onFile.has(day))
  return isOnFile ? 'already_in_store' : null
}

/**
 * The same lead or order written twice: the same number with the day or the customer; where there is none, the same customer, day,
 * model and price. A name alone is nobody's own: without a number and a contact every cell must be the same.
 */
function recordAgain({ known, mapping }: Draft, read: ReadRow, seen: Set<string>): LeftOutCode | null {
  const priceFen = mapping.kind === 'sales' ? read.priceFen : null
  const { on, number, model, contact } = read
  const { numbered, plain } = recordKeys({ on, number, model, priceFen, who: whoKey(contact, read.name) })
  const own = contact === null ? `${on}|${cellsOf(read)}` : plain
  if (isSeen(seen, number === null ? [own] : numbered)) return 'repeated'
  const keys = number === null ? [plain, markNumbered(plain)] : contact === null ? numbered : [...numbered, plain]
  return keys.some((key) => known.onFile.has(key)) ? 'already_in_store' : null
}

function cellsOf({ row }: ReadRow): string {
  return row.cells.map((cell) => cell.trim()).join('\u001f')
}

function isSeen(seen: Set<string>, keys: readonly string[]): boolean {
  const isKnown = keys.some((key) => seen.has(key))
  for (const key of keys) seen.add(key)
  return isKnown
}
