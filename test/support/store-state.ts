import type { Db } from '../../db/connection.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import { dumpStore } from './dump.ts'
import { indexAndRebuilt } from './lead-index.ts'

/**
 * Everything the store says, but for what keeps on purpose that something was done and taken back: the audit trail, and the version
 * of a lead, which counts on so that nobody saves over it who has seen it in between.
 */
export function stateOf(db: Db): Readonly<Record<string, readonly unknown[]>> {
  const { audit_trail: _, leads: __, ...tables } = dumpStore(db)
  const columns = (db.pragma('table_info(leads)') as { readonly name: string }[]).map(({ name }) => name)
  const facts = columns.filter((name) => name !== 'version').join(', ')
  return { ...tables, leads: db.prepare(`SELECT ${facts} FROM leads ORDER BY rowid`).raw().all() }
}

/** What is wrong with a store: broken pages or references, an index or a history that is not what would be made anew. */
export function faultsOf(db: Db): unknown[] {
  const { stands, anew } = indexAndRebuilt(db)
  const history = () => JSON.stringify(dumpStore(db)['lead_history'])
  const before = history()
  db.exec('SAVEPOINT rewritten')
  rewriteLeadHistory(db, 'all')
  const rewritten = history()
  db.exec('ROLLBACK TO rewritten; RELEASE rewritten')
  return [
    ...(db.pragma('integrity_check(5)') as { readonly integrity_check: string }[]).filter(
      (row) => row.integrity_check !== 'ok',
    ),
    ...(db.pragma('foreign_key_check') as unknown[]),
    ...(JSON.stringify(stands) === JSON.stringify(anew)
      ? []
      : ['the index of leads is not what it would be made anew']),
    ...(before === rewritten ? [] : ['the history of leads is not what it would be made anew']),
  ]
}
