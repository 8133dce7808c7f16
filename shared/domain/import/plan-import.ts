import { isBlank } from './cell-text.ts'
import type { ImportRow, Mapping } from './fields.ts'
import { type KnownStore, visitKey } from './known-store.ts'
import { asPlan, newDraft } from './plan-draft.ts'
import type { Plan } from './plan-records.ts'
import { planVisit } from './plan-visit.ts'
import { type ReadRow, readRow } from './read-row.ts'
import { resolveDates } from './resolve-dates.ts'
import { headersOf, type LeftOut, sortRows } from './sort-rows.ts'

/**
 * What reading these rows in would do, computed here and nowhere else: the preview shows this value and the run writes it. Every
 * row but the header is either a visit or in `leftOut` with its reason. Rows are taken in the order people arrived, so that the
 * earliest row of a contact makes the lead whatever the order in the file.
 */
export function planImport(rows: readonly ImportRow[], mapping: Mapping, known: KnownStore): Plan {
  const { data, leftOut: decoration } = sortRows(rows, mapping.headerRow)
  const { reads, leftOut } = readRows(data, mapping, known)
  const draft = newDraft(mapping, headersOf(rows, mapping.headerRow), known)
  for (const read of reads.toSorted((a, b) => a.at - b.at || a.row.line - b.row.line)) planVisit(draft, read)
  return asPlan(
    draft,
    [...decoration, ...leftOut].toSorted((a, b) => a.row.line - b.row.line),
  )
}

function readRows(data: readonly ImportRow[], mapping: Mapping, known: KnownStore) {
  const dates = resolveDates(data, mapping.columns.date, mapping)
  const seen = new Set<string>()
  const reads: ReadRow[] = []
  const leftOut: LeftOut[] = []
  for (const [index, row] of data.entries()) {
    const date = dates[index]
    const hasDate = date?.ok === true && hasVisitor(row, mapping)
    const read = hasDate ? readRow(row, date, mapping, known.timeZone) : null
    const code =
      read === null ? (date?.ok === false ? date.code : 'no_date') : reasonToLeaveOut(read, mapping, known, seen)
    if (code !== null) leftOut.push({ row, code })
    else if (read !== null) reads.push(read)
  }
  return { reads, leftOut }
}

/** A line under the table (制表人 ...) must not become a visitor only because dates are taken from the row above. */
function hasVisitor(row: ImportRow, mapping: Mapping): boolean {
  const { date, ...others } = mapping.columns
  if (date !== undefined && !isBlank(row.cells[date])) return true
  return Object.values(others).filter((column) => !isBlank(row.cells[column])).length >= 2
}

function reasonToLeaveOut(
  read: ReadRow,
  mapping: Mapping,
  known: KnownStore,
  seen: Set<string>,
): LeftOut['code'] | null {
  if (read.at > known.now) return 'in_the_future'
  if (isRepeated(read, seen)) return 'repeated'
  // Without a time an anonymous visitor cannot be told from the next one of that day.
  const isRecognisable = read.hasTime || read.contact !== null
  if (isRecognisable && known.visits.has(visitKey(read.at, read.contact, read.partySize))) return 'already_in_store'
  const isOnFile = read.contact !== null && known.customers.has(read.contact)
  return isOnFile && mapping.knownPhone === 'skip' ? 'phone_on_file' : null
}

/** The same arrival written twice: same minute and contact, or the same minute and every cell the same. */
function isRepeated(read: ReadRow, seen: Set<string>): boolean {
  if (!read.hasTime && read.contact === null) return false
  const cells = read.row.cells.map((cell) => cell.trim()).join('\u001f')
  const keys = read.hasTime && read.contact !== null ? [`${read.at}|${read.contact}`] : []
  keys.push(`${read.at}|${cells}`)
  const isKnown = keys.some((key) => seen.has(key))
  for (const key of keys) seen.add(key)
  return isKnown
}
