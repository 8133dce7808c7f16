import { ERASED_TEXT } from '../../shared/values/erased.ts'
import type { Db } from '../connection.ts'
import type { Names } from './person-words.ts'

export type Trace = { readonly rowId: number; readonly row: Readonly<Record<string, unknown>> }

/** Ids of everything that belongs to a customer, the customer's own among them. */
function idsOf(db: Db, customerId: string): ReadonlySet<string> {
  const ofLeads = ['visits', 'follow_ups', 'deals', 'loss_requests'].map(
    (table) => `SELECT t.id FROM leads l JOIN ${table} t ON t.lead_id = l.id WHERE l.customer_id = @customerId`,
  )
  const sql = `SELECT @customerId UNION SELECT id FROM leads WHERE customer_id = @customerId UNION ${ofLeads.join(' UNION ')}`
  return new Set(db.prepare<[{ customerId: string }], string>(sql).pluck().all({ customerId }))
}

/** What somebody has begun to write about a customer: on a form of theirs, or naming them. */
export function draftsAbout(db: Db, customerId: string, names: Names): readonly Trace[] {
  const ids = idsOf(db, customerId)
  return traces(db, 'drafts').filter(
    ({ row }) =>
      // A subject is an id, or an operation and one or several (renderer/components/drafts).
      String(row['subject'])
        .split(/[\s,]+/)
        .some((id) => ids.has(id)) || textsIn(row['content']).some(names),
  )
}

export function viewsNaming(db: Db, names: Names): readonly Trace[] {
  return traces(db, 'lead_views').filter(({ row }) => [...textsIn(row['view']), String(row['name'])].some(names))
}

export function batchesNaming(db: Db, names: Names): readonly Trace[] {
  return traces(db, 'import_batches').filter(({ row }) => names(String(row['file_name'])))
}

/** Takes away what is not a record of the person but names them all the same. */
export function eraseTraces(db: Db, customerId: string, names: Names): void {
  const drop = (table: string, found: readonly Trace[]) => {
    const remove = db.prepare(`DELETE FROM ${table} WHERE rowid = ?`)
    for (const { rowId } of found) remove.run(rowId)
  }
  drop('drafts', draftsAbout(db, customerId, names))
  drop('lead_views', viewsNaming(db, names))
  const rename = db.prepare('UPDATE import_batches SET file_name = ? WHERE rowid = ?')
  for (const { rowId } of batchesNaming(db, names)) rename.run(ERASED_TEXT, rowId)
}

function traces(db: Db, table: string): Trace[] {
  const rows = db.prepare(`SELECT rowid AS n, * FROM ${table}`).all() as { readonly n: number }[]
  return rows.map(({ n, ...row }) => ({ rowId: n, row }))
}

/** Every text in a value kept as JSON. */
function textsIn(json: unknown): readonly string[] {
  const texts: string[] = []
  JSON.parse(String(json), (_, value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    if (typeof value === 'number') texts.push(String(value))
    return value
  })
  return texts
}
