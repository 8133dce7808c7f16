import { createHash } from 'node:crypto'
import { knownRecords } from '../../../../db/repositories/import-known.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { ImportPlan, LeftOutRow } from '../../../../shared/contract/imports.ts'
import { checkMapping } from '../../../../shared/domain/import/check-mapping.ts'
import type { Mapping } from '../../../../shared/domain/import/fields.ts'
import type { KnownStore } from '../../../../shared/domain/import/known-store.ts'
import { planImport } from '../../../../shared/domain/import/plan-import.ts'
import type { Plan } from '../../../../shared/domain/import/plan-records.ts'
import { headersOf, sortRows } from '../../../../shared/domain/import/sort-rows.ts'
import { questionOf } from '../../../../shared/domain/import/store-question.ts'
import { summarise } from '../../../../shared/domain/import/summarise.ts'
import { rowsOf, type ShelvedFile } from './file-shelf.ts'
import { storeVocabulary } from './store-vocabulary.ts'
import type { WorkerContext } from './worker-context.ts'

const SHOWN_LEFT_OUT = 300
const HASHED_AT_ONCE = 500

export type MappedFile = { readonly token: string; readonly mapping: Mapping }
export type MadePlan = { readonly plan: Plan; readonly summary: ImportPlan }

/** The one plan of a file under a mapping, against one moment of the store. Refused with `mapping_incomplete` and what is missing. */
export function makePlan(context: WorkerContext, file: ShelvedFile, mapping: Mapping): MadePlan {
  const rows = rowsOf(file, mapping.sheet)
  const known = context.db.transaction(() => knownStore(context, file, mapping))()
  const plan = planImport(rows, mapping, known, context.phase('planning'))
  return { plan, summary: { digest: digestOf(plan), ...summarise(plan, known), ...shownRows(plan) } }
}

function knownStore(context: WorkerContext, file: ShelvedFile, mapping: Mapping): KnownStore {
  const rows = rowsOf(file, mapping.sheet)
  const { data } = sortRows(rows, mapping)
  const vocabulary = storeVocabulary(context)
  const fields = checkMapping(data, mapping, headersOf(rows, mapping).length, vocabulary)
  if (fields.length > 0) throw new Refusal('mapping_incomplete', { fields })
  const records = knownRecords(context.db, questionOf(data, mapping))
  return { ...vocabulary, ...records, now: context.now, timeZone: context.timeZone }
}

/** Stands for everything that would be written. The clock is not part of it, only what it decides. */
function digestOf({ records }: Plan): string {
  const hash = createHash('sha256')
  for (const [name, list] of Object.entries(records)) {
    hash.update(name)
    for (let first = 0; first < list.length; first += HASHED_AT_ONCE) {
      hash.update(JSON.stringify(list.slice(first, first + HASHED_AT_ONCE)))
    }
  }
  return hash.digest('hex')
}

function shownRows({ leftOut, flags }: Plan): Pick<ImportPlan, 'leftOutRows' | 'flagged'> {
  return {
    leftOutRows: leftOut.slice(0, SHOWN_LEFT_OUT).map(asLeftOutRow),
    flagged: flags.slice(0, SHOWN_LEFT_OUT),
  }
}

function asLeftOutRow({ row, code }: Plan['leftOut'][number]): LeftOutRow {
  return { line: row.line, code, cells: [...row.cells] }
}

export function previewImport(context: WorkerContext, { token, mapping }: MappedFile): ImportPlan {
  return makePlan(context, context.shelf.take(token, context.now), mapping).summary
}

/** Every row that stays out with its cells as they came, under the headers of the file. */
export function listLeftOut(
  context: WorkerContext,
  { token, mapping }: MappedFile,
): { readonly headers: string[]; readonly rows: LeftOutRow[] } {
  const file = context.shelf.take(token, context.now)
  const { plan } = makePlan(context, file, mapping)
  return { headers: headersOf(rowsOf(file, mapping.sheet), mapping), rows: plan.leftOut.map(asLeftOutRow) }
}
