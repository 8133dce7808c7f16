import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../db/connection.ts'

// `node test/plans/take-statistics.ts STORE`: what SQLite knows of a store of five years (size M of the benchmark), for plan-reader.ts.
// Needed again when tables or indexes have come since. What it does not know of, SQLite guesses; so it does of tables that are empty
// in a generated store.

const db = openStore(process.argv[2] ?? '')
db.exec('ANALYZE')
const rows = db
  .prepare(`SELECT tbl, idx, stat FROM sqlite_stat1 WHERE stat NOT LIKE '0 %' ORDER BY tbl, idx`)
  .raw()
  .all()
db.close()
const lines = rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')
writeFileSync(join(import.meta.dirname, 'statistics.json'), `[\n${lines}\n]\n`)
