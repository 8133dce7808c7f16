import { createHash } from 'node:crypto'
import { knownCustomers, knownVisits } from '../../../../db/repositories/import-known.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { ImportPlan } from '../../../../shared/contract/imports.ts'
import { checkMapping } from '../../../../shared/domain/import/check-mapping.ts'
import { contactKeysOf } from '../../../../shared/domain/import/contact-keys.ts'
import type { Mapping } from '../../../../shared/domain/import/fields.ts'
import type { KnownStore } from '../../../../shared/domain/import/known-store.ts'
import { planImport } from '../../../../shared/domain/import/plan-import.ts'
import type { Plan } from '../../../../shared/domain/import/plan-records.ts'
import { resolveDates } from '../../../../shared/domain/import/resolve-dates.ts'
import { headersOf, sortRows } from '../../../../shared/domain/import/sort-rows.ts'
import { daySpan, summarise } from '../../../../shared/domain/import/summarise.ts'
import type { Context } from '../../context.ts'
import { type ShelvedFile, takeFromShelf } from './file-shelf.ts'
import { storeVocabulary } from './store-vocabulary.ts'

const SHOWN_LEFT_OUT = 300

export type MappedFile = { readonly token: string; readonly mapping: Mapping }
export type MadePlan = { readonly plan: Plan; readonly summary: ImportPlan }

/** The one plan of a file under a mapping, against the store as it is now. Refused with `mapping_incomplete` and what is missing. */
export function makePlan(context: Context, file: ShelvedFile, mapping: Mapping): MadePlan {
  const { data } = sortRows(file.rows, mapping.headerRow)
  const vocabulary = storeVocabulary(context.db)
  const width = headersOf(file.rows, mapping.headerRow).length
  const fields = checkMapping(data, mapping, width, vocabulary)
  if (fields.length > 0) throw new Refusal('mapping_incomplete', { fields })
  const dates = resolveDates(data, mapping.columns.date, mapping)
  const span = daySpan(dates.flatMap((date) => (date.ok ? [date.on] : [])))
  const known: KnownStore = {
    ...vocabulary,
    now: context.now,
    timeZone: context.timeZone,
    customers: knownCustomers(context.db, contactKeysOf(data, mapping)),
    visits: span === null ? new Set() : knownVisits(context.db, span.from, span.to),
  }
  const plan = planImport(file.rows, mapping, known)
  return { plan, summary: { digest: digestOf(plan), ...summarise(plan, known), ...shownRows(plan) } }
}

/** Stands for everything that would be written. The clock is not part of it, only what it decides. */
function digestOf({ records }: Plan): string {
  const hash = createHash('sha256')
  for (const [name, list] of Object.entries(records)) {
    hash.update(name)
    for (const record of list) hash.update(JSON.stringify(record))
  }
  return hash.digest('hex')
}

function shownRows({ leftOut, flags }: Plan): Pick<ImportPlan, 'leftOutRows' | 'flagged'> {
  return {
    leftOutRows: leftOut
      .slice(0, SHOWN_LEFT_OUT)
      .map(({ row, code }) => ({ line: row.line, code, cells: [...row.cells] })),
    flagged: flags.slice(0, SHOWN_LEFT_OUT),
  }
}

export function previewImport(context: Context, { token, mapping }: MappedFile): ImportPlan {
  return makePlan(context, takeFromShelf(context.desk, token, context.now), mapping).summary
}

/** Every row that stays out with its cells as they came, under the headers of the file. */
export function listLeftOut(context: Context, { token, mapping }: MappedFile) {
  const file = takeFromShelf(context.desk, token, context.now)
  const { plan } = makePlan(context, file, mapping)
  const rows = plan.leftOut.map(({ row, code }) => ({ line: row.line, code, cells: [...row.cells] }))
  return { headers: headersOf(file.rows, mapping.headerRow), rows }
}
