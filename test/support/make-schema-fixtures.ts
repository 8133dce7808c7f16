import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Db, openStore } from '../../db/connection.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { migrations } from '../../db/migrations/index.ts'
import { appendAudit } from '../../db/repositories/audit-trail.ts'

/**
 * `node test/support/make-schema-fixtures.ts`: for every version of the schema that has none yet, a store as it stood then, with rows in every
 * table: the golden store "nasty" and something of all that is not exchanged. Run it when a migration is released. A file that is there
 * is history and is never made anew: tests (test/rails/r05-old-schemas.test.ts) bring each to the present and compare.
 */
const KEPT_IN = join(import.meta.dirname, '../data/schemas')
const GOLDEN = join(import.meta.dirname, '../golden/nasty/store')

/** What the golden store has none of; of the tables' own columns only, whatever version they came with. */
const MORE = `
  INSERT INTO accounts (staff_id, secret_hash, recovery_hash, failures, locked_until)
    SELECT id, 'scrypt$' || id, CASE role WHEN 'owner' THEN 'scrypt$code' END, 0, 0 FROM staff;
  INSERT INTO drafts VALUES ((SELECT min(id) FROM staff), 'visit', '', '{"note":"周末再来"}', 1780000000000, 1780000000000);
  INSERT INTO scripts VALUES ('script', '开场', '您好，欢迎光临', 'first_contact', NULL, NULL, 1, 1);
  INSERT INTO rule_sets VALUES (2, '[]', '第一版', 1780000000000, NULL);
  INSERT INTO thresholds VALUES ('capture_rate', 0.4, 0.6);
  INSERT INTO import_templates VALUES ('template', '每周登记', 'visits', '{}', 1780000000000, NULL);
  INSERT INTO import_batches (id, file_name, file_hash, imported_at, imported_by, row_count)
    VALUES ('batch', '来店.csv', '00ff', 1780000000000, NULL, 3);
  INSERT INTO lead_views VALUES ('view', (SELECT min(id) FROM staff), '我的', 0, '{}', 1780000000000);
  INSERT INTO loss_requests (id, lead_id, requested_at, requested_by, reason, decided_at, decided_by, decision)
    SELECT 'request', (SELECT min(id) FROM leads), 1780000000000, id, 'price', 1780000000001, id, 'refused' FROM staff LIMIT 1;
  INSERT INTO past_headlines (as_of, from_on, to_on, staff_id, reading) VALUES ('2020-01-31', '2020-01-01', '2020-01-31', '', '[]');
  INSERT INTO erasures (customer_id, erased_at, erased_by, reason) VALUES ('gone', 1780000000000, NULL, 'asked');
`

/** Filled anew by what they are derived from, or empty in a store at rest. */
const NOT_COPIED = /^(?:sqlite_|lead_search|stale_leads$)/

type ColumnRow = { readonly name: string; readonly hidden: number }

function columnsOf(db: Db, schema: string, table: string): readonly string[] {
  const all = db.pragma(`${schema}.table_xinfo("${table}")`) as readonly ColumnRow[]
  return all.filter(({ hidden }) => hidden === 0).map(({ name }) => name)
}

/** The present store's rows in the tables and columns there were at a version. */
function storeOf(version: number, presentFile: string, file: string): void {
  const db = openStore(file, { create: true, steps: migrations.filter((step) => step.version <= version) })
  db.pragma('foreign_keys = OFF')
  db.prepare('ATTACH ? AS present').run(presentFile)
  const tables = db.pragma('main.table_list') as readonly { readonly name: string; readonly type: string }[]
  db.transaction(() => {
    for (const { name } of tables.filter((table) => table.type === 'table' && !NOT_COPIED.test(table.name))) {
      const present = columnsOf(db, 'present', name)
      const columns = columnsOf(db, 'main', name)
        .filter((column) => present.includes(column))
        .map((column) => `"${column}"`)
        .join(', ')
      db.exec(
        `DELETE FROM main."${name}"; INSERT INTO main."${name}" (${columns}) SELECT ${columns} FROM present."${name}"`,
      )
    }
    const has = (name: string) => tables.some((table) => table.name === name)
    if (has('stale_leads')) db.exec('DELETE FROM stale_leads; INSERT INTO stale_leads SELECT id, 0 FROM leads LIMIT 1')
    if (has('lead_search')) db.exec(`INSERT INTO lead_search (lead_search) VALUES ('rebuild')`)
  })()
  db.exec('DETACH present')
  db.pragma('journal_mode = DELETE')
  db.exec('VACUUM')
  db.close()
}

const folder = mkdtempSync(join(tmpdir(), 'ninepoint-schemas-'))
const presentFile = join(folder, 'present.db')
const present = openStore(presentFile, { create: true })
if (!importFolder(present, GOLDEN).ok) throw new Error('the golden store does not import')
present.exec(MORE)
for (let n = 0; n < 40; n += 1) {
  appendAudit(present, { at: 1_780_000_000_000 + n, staffId: 's1', operation: 'followUps.log', subject: `f${n}` })
}
present.close()
for (const { version } of migrations) {
  const kept = join(KEPT_IN, `schema-${String(version).padStart(4, '0')}.db.gz`)
  if (existsSync(kept)) continue
  const file = join(folder, `${version}.db`)
  storeOf(version, presentFile, file)
  writeFileSync(kept, gzipSync(readFileSync(file), { level: 9 }))
  process.stdout.write(`${kept}\n`)
}
rmSync(folder, { recursive: true })
