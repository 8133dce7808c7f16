import { parse } from 'csv-parse/sync'
import { type Db, openStore } from '../../db/connection.ts'
import { listChannels, saveChannel } from '../../db/repositories/channels.ts'
import { knownRecords, listKnownModels } from '../../db/repositories/import-known.ts'
import { writeBatch } from '../../db/repositories/import-write.ts'
import { listStaff, saveStaff } from '../../db/repositories/staff.ts'
import { insertStore, listGradeSlots } from '../../db/repositories/store.ts'
import { checkMapping } from '../../shared/domain/import/check-mapping.ts'
import type { ImportRow, Mapping, ValueField } from '../../shared/domain/import/fields.ts'
import type { KnownStore } from '../../shared/domain/import/known-store.ts'
import { planImport } from '../../shared/domain/import/plan-import.ts'
import type { Plan } from '../../shared/domain/import/plan-records.ts'
import { headersOf, sortRows } from '../../shared/domain/import/sort-rows.ts'
import { questionOf } from '../../shared/domain/import/store-question.ts'
import type { Vocabulary } from '../../shared/domain/import/suggest.ts'
import { type Known, suggestMapping, suggestValues } from '../../shared/domain/import/suggest-mapping.ts'
import { summarise } from '../../shared/domain/import/summarise.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

export const NOW = Date.parse('2026-05-20T10:00:00+08:00')
const TODAY = '2026-05-20' as BusinessDate
const TIME_ZONE = 'Asia/Shanghai'

/** A store of two salespeople, one at the desk, and one channel. */
export function openShowroom(): Db {
  const db = openStore(':memory:')
  insertStore(db, 'store', {
    name: '城东展厅',
    timeZone: TIME_ZONE,
    openWeekdays: [1, 2, 3, 4, 5, 6, 7],
    lateEntryMinutes: 60,
    responseMinutes: 30,
  })
  const person = { active: true, dailyCapacity: null }
  saveStaff(db, { id: 'owner', name: '何总', role: 'owner', ...person })
  saveStaff(db, { id: 'lin', name: '林小雨', role: 'salesperson', ...person })
  saveStaff(db, { id: 'wang', name: '王大力', role: 'salesperson', ...person })
  saveStaff(db, { id: 'desk', name: '前台小周', role: 'reception', ...person })
  saveChannel(db, { id: 'walk-in', name: '自然到店', group: 'walk_in' })
  return db
}

/** The rows of a CSV text with the lines they begin on. */
export function rowsOf(text: string): ImportRow[] {
  const lines = parse(text, {
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    // The library's types do not follow `info`, which makes each record { info, record }.
  }) as unknown as { readonly info: { readonly lines: number }; readonly record: string[] }[]
  let line = 1
  return lines.map(({ info, record }) => {
    const row = { line, cells: record }
    line = info.lines + 1
    return row
  })
}

export function vocabularyOf(db: Db, mayAddPeople = true): Vocabulary {
  return {
    channels: listChannels(db),
    people: listStaff(db).map(({ id, name, active, role }) => ({ id, name, active, sells: role !== 'reception' })),
    slots: listGradeSlots(db),
    models: listKnownModels(db),
    mayAddPeople,
  }
}

/** The first guess, with an answer for everything that cannot be guessed. */
export function guessFor(db: Db, rows: readonly ImportRow[], known: Known = {}): Mapping {
  const vocabulary = vocabularyOf(db)
  const mapping = suggestMapping(rows, { name: '2026.csv', today: TODAY }, vocabulary, known)
  const { data } = sortRows(rows, mapping)
  const rest: Partial<Record<ValueField, string>> = {
    channel: 'walk-in',
    status: 'open',
    firstVisit: 'first',
    kind: 'showroom',
  }
  const values: Partial<Record<ValueField, Record<string, string>>> = {}
  const distinct = Object.entries(suggestValues(data, mapping, vocabulary)) as [ValueField, { value: string }[]][]
  for (const [field, list] of distinct) {
    const answers = mapping.values[field] ?? {}
    values[field] = Object.fromEntries(list.map(({ value }) => [value, answers[value] ?? rest[field] ?? '']))
  }
  return { ...mapping, values }
}

export type Planned = { readonly plan: Plan; readonly summary: ReturnType<typeof summarise> }

export function planFor(db: Db, rows: readonly ImportRow[], mapping: Mapping, now = NOW): Planned {
  const { data } = sortRows(rows, mapping)
  const vocabulary = vocabularyOf(db)
  const faults = checkMapping(data, mapping, headersOf(rows, mapping).length, vocabulary)
  if (faults.length > 0) throw new Error(`the mapping of the test is not complete: ${JSON.stringify(faults)}`)
  const known: KnownStore = { ...vocabulary, ...knownRecords(db, questionOf(data, mapping)), now, timeZone: TIME_ZONE }
  const plan = planImport(rows, mapping, known)
  return { plan, summary: summarise(plan, known) }
}

/** Reads a text in, as guessed but for what is changed; answers what was planned. */
export function importInto(db: Db, batchId: string, text: string, changed: Partial<Mapping> = {}, now = NOW): Planned {
  const rows = rowsOf(text)
  const mapping = { ...guessFor(db, rows, changed.kind === undefined ? {} : { kind: changed.kind }), ...changed }
  const planned = planFor(db, rows, mapping, now)
  const batch = { id: batchId, kind: mapping.kind, fileName: 'x.csv', sha256: batchId, at: now, by: 'owner' }
  db.transaction(() => writeBatch(db, batch, planned.plan.records)).immediate()
  return planned
}
