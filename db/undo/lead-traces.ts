import { createHash } from 'node:crypto'
import type { Db } from '../connection.ts'
import { rewriteLeadHistory } from '../repositories/lead-history.ts'
import { readTimeZone, rebuildStoreDates } from '../repositories/store-dates.ts'
import type { Changes } from './log-schema.ts'
import { HELD_TOGETHER, quoted, type TrackedTable } from './tracked-tables.ts'

const WITHIN = 'n BETWEEN @first AND @last'

export type LeadTraces = {
  /**
   * What must still be so when an act is taken back, beyond the rows it has written itself: nothing has come to its leads or gone
   * from them (two plans for one lead would be the least of it), of what is held together nothing has changed, and a phone number
   * it gave up is nobody else's by now: none is ever on file twice without a word (domain.md 2, Customer).
   */
  readonly witnessOf: (changes: Changes) => string
  /** What follows for leads from rows that were put back: their version, and the history that is derived from them. */
  readonly settle: (changes: Changes) => void
}

export function leadTracesOf(db: Db, tables: readonly TrackedTable[]): LeadTraces {
  const touched = db.prepare<[Changes], string>(`SELECT DISTINCT tbl FROM temp.undo_log WHERE ${WITHIN} ORDER BY tbl`)
  const leadsIn = leadsOf(db, tables)
  const leadsByHistory = leadsOf(
    db,
    tables.filter(({ name }) => name === 'leads' || name === 'lead_events'),
  )
  const counts = tables.flatMap(({ name, leadColumn }) =>
    leadColumn === null ? [] : [`(SELECT count(*) FROM ${quoted(name)} WHERE ${quoted(leadColumn)} = w.value)`],
  )
  const counted = db.prepare<[string], unknown[]>(`SELECT w.value, ${counts.join(', ')} FROM json_each(?) w`).raw()
  const phones = phonesOf(db, tables)
  const passVersions = versionsOf(db, tables)
  const movesTimeZone = timeZoneOf(db, tables)
  return {
    witnessOf: (changes) => {
      const hash = createHash('sha256')
      const add = (row: unknown) => hash.update(JSON.stringify(row))
      for (const name of touched.pluck().all(changes)) {
        const held = HELD_TOGETHER[name]
        if (held !== undefined) for (const row of db.prepare(held).raw().iterate()) add(row)
      }
      for (const row of counted.iterate(JSON.stringify(leadsIn(changes)))) add(row)
      for (const row of phones(changes)) add(row)
      return hash.digest('hex')
    },
    settle: (changes) => {
      passVersions(changes)
      if (!movesTimeZone(changes)) return rewriteLeadHistory(db, leadsByHistory(changes))
      // What has come in between was dated in the zone that is gone again.
      rebuildStoreDates(db, readTimeZone(db))
      rewriteLeadHistory(db, 'all')
    },
  }
}

/** The ids of the leads whose rows in these tables an act has changed. */
function leadsOf(db: Db, tables: readonly TrackedTable[]): (changes: Changes) => string[] {
  const images = (side: 'a' | 'b') =>
    tables.flatMap(({ name, columns, leadColumn }) =>
      leadColumn === null ? [] : [`WHEN '${name}' THEN ${side}${columns.indexOf(leadColumn)}`],
    )
  const idsOf = (side: 'a' | 'b') =>
    `SELECT CASE tbl ${images(side).join(' ')} END AS id FROM temp.undo_log WHERE ${WITHIN}`
  const sql = `SELECT id FROM (${idsOf('a')} UNION ${idsOf('b')}) WHERE id IS NOT NULL ORDER BY id`
  const ids = db.prepare<[Changes], string>(sql).pluck()
  return (changes) => ids.all(changes)
}

/** Of every phone number that was changed or went, how many have it. */
function phonesOf(db: Db, tables: readonly TrackedTable[]): (changes: Changes) => unknown[] {
  const n = tables.find(({ name }) => name === 'customers')?.columns.indexOf('phone_key') ?? -1
  const count = db
    .prepare<[Changes], unknown[]>(
      `SELECT b${n}, (SELECT count(*) FROM customers WHERE phone_key = u.b${n})
       FROM temp.undo_log u WHERE tbl = 'customers' AND b${n} IS NOT a${n} AND b${n} IS NOT NULL AND ${WITHIN}
       GROUP BY 1 ORDER BY 1`,
    )
    .raw()
  return (changes) => count.all(changes)
}

/** Leads whose own row was put back get a version of its own: who has seen one in between must not save over it. */
function versionsOf(db: Db, tables: readonly TrackedTable[]): (changes: Changes) => void {
  const columns = tables.find(({ name }) => name === 'leads')?.columns ?? []
  const [id, version] = [columns.indexOf('id'), columns.indexOf('version')]
  const pass = db.prepare<[Changes]>(
    `UPDATE leads SET version = u.version + 1 FROM (
       SELECT a${id} AS id, max(a${version}) AS version FROM temp.undo_log
       WHERE tbl = 'leads' AND op = 'update' AND ${WITHIN} GROUP BY 1) u
     WHERE leads.id = u.id`,
  )
  return (changes) => void pass.run(changes)
}

function timeZoneOf(db: Db, tables: readonly TrackedTable[]): (changes: Changes) => boolean {
  const n = tables.find(({ name }) => name === 'store')?.columns.indexOf('time_zone') ?? -1
  const look = db.prepare<[Changes]>(
    `SELECT 1 FROM temp.undo_log WHERE tbl = 'store' AND a${n} IS NOT b${n} AND ${WITHIN}`,
  )
  return (changes) => look.get(changes) !== undefined
}
