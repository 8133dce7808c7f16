import type { Db } from './connection.ts'
import { attachFile, openFile } from './store-key.ts'

/** What of a store is counted for a person who has to choose between two of them. Follow-ups: those done. */
export const SUMMED_UP = ['people', 'customers', 'leads', 'visits', 'followUps', 'deals'] as const
type SummedUp = (typeof SUMMED_UP)[number]
export type StoreCounts = Readonly<Record<SummedUp, number>>

/** `newestAt`: when the last thing was entered; null in a store nobody has worked in. */
export type StoreSummary = {
  readonly storeName: string | null
  readonly counts: StoreCounts
  readonly newestAt: number | null
}

/** Ids of what is counted; `schema` is SQLite's name of an attached file. They are the same since the first schema. */
const IDS: Readonly<Record<SummedUp, (schema: string) => string>> = {
  people: (schema) => `SELECT id FROM ${schema}.staff`,
  customers: (schema) => `SELECT id FROM ${schema}.customers`,
  leads: (schema) => `SELECT id FROM ${schema}.leads`,
  visits: (schema) => `SELECT id FROM ${schema}.visits WHERE voided_at IS NULL`,
  followUps: (schema) => `SELECT id FROM ${schema}.follow_ups WHERE done_at IS NOT NULL`,
  deals: (schema) => `SELECT id FROM ${schema}.deals WHERE cancelled_on IS NULL`,
}

/** One count of each kind, by a query of the kind's ids. */
function countsBy(db: Db, from: (ids: (schema: string) => string) => string): StoreCounts {
  const count = (kind: SummedUp) =>
    db
      .prepare(`SELECT count(*) FROM (${from(IDS[kind])})`)
      .pluck()
      .get() as number
  return {
    people: count('people'),
    customers: count('customers'),
    leads: count('leads'),
    visits: count('visits'),
    followUps: count('followUps'),
    deals: count('deals'),
  }
}

export function summaryOf(db: Db): StoreSummary {
  const storeName = db.prepare('SELECT name FROM store').pluck().get() as string | undefined
  const newestAt = db
    .prepare(
      `SELECT max(at) FROM (${newestAct(db)} UNION ALL SELECT max(logged_at) FROM visits
       UNION ALL SELECT max(created_at) FROM customers UNION ALL SELECT max(done_at) FROM follow_ups)`,
    )
    .pluck()
    .get() as number | null
  return { storeName: storeName ?? null, counts: countsBy(db, (ids) => ids('main')), newestAt }
}

/** When somebody last changed anything; who merely looks is entered too, since the trail tells them apart. An older backup's does not. */
function newestAct(db: Db): string {
  const columns = db.pragma('table_info(audit_trail)') as readonly { readonly name: string }[]
  if (!columns.some(({ name }) => name === 'kind')) return 'SELECT max(at) AS at FROM audit_trail'
  return `SELECT (SELECT at FROM audit_trail WHERE kind = 'changed' AND seq > 0 ORDER BY seq DESC LIMIT 1) AS at`
}

/** The same of a file, which is only read: a backup, or the store itself beside whoever has it open. */
export function summaryOfFile(file: string): StoreSummary {
  return reading(file, (db) => db.transaction(() => summaryOf(db))())
}

/** What the store at `present` holds that `other` does not, and the other way round. Both are only read. */
export function differenceOf(
  present: string,
  other: string,
): { readonly lost: StoreCounts; readonly gained: StoreCounts } {
  return reading(present, (db) => {
    attachFile(db, other, 'other')
    return db.transaction(() => ({
      lost: countsBy(db, (ids) => `${ids('main')} EXCEPT ${ids('other')}`),
      gained: countsBy(db, (ids) => `${ids('other')} EXCEPT ${ids('main')}`),
    }))()
  })
}

function reading<T>(file: string, read: (db: Db) => T): T {
  const db = openFile(file, { readonly: true, fileMustExist: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}
