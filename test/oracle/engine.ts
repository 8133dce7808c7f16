import { type Db, openStore } from '../../db/connection.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { buildReport } from '../../shared/domain/report.ts'
import { compareReports } from './compare.ts'
import { textsOf } from './nasty-store.ts'
import { oracleReport } from './oracle-report.ts'
import { shrink } from './shrink.ts'
import { parseTables, type Tables } from './tables.ts'
import type { OracleQuery } from './world.ts'

/** A store in memory with these texts; throws with the faults when they are refused. */
export function importedStore(texts: ReadonlyMap<string, string>): Db {
  const db = openStore(':memory:')
  const result = importTables(db, texts)
  if (result.ok && result.warnings.length === 0) return db
  db.close()
  throw new Error(JSON.stringify(result))
}

/** What the command line prints for a query: the engine's report as JSON. */
export function engineReport(db: Db, query: OracleQuery): unknown {
  return JSON.parse(JSON.stringify(buildReport(readFacts(db, query as ReportQuery))))
}

/** The fewest rows over which engine and oracle disagree about this query, with the differences: for whoever reads the failure. */
export function smallestDisagreement(tables: Tables, query: OracleQuery): string {
  const differencesOf = (candidate: Tables): readonly string[] => {
    const texts = textsOf(candidate)
    let db: Db
    try {
      db = importedStore(texts)
    } catch {
      return [] // taking rows away has broken a reference
    }
    try {
      return compareReports(engineReport(db, query), oracleReport(parseTables(texts), query)).differences
    } finally {
      db.close()
    }
  }
  const smallest = shrink(tables, (candidate) => differencesOf(candidate).length > 0)
  const texts = [...textsOf(smallest)].map(([file, text]) => `-- ${file}\n${text}`)
  return [JSON.stringify(query), ...differencesOf(smallest), ...texts].join('\n')
}
