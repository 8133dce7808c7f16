import { spawn } from 'node:child_process'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Db, migrate, openStore } from '../../db/connection.ts'
import { type Migration, migrations } from '../../db/migrations/index.ts'
import { bundledEnv, bundledProgram } from '../support/bundled-program.ts'
import { seededRandom } from '../support/random.ts'
import { isLong, rounds, seed, tally } from '../support/rounds.ts'
import { KEPT_SCHEMAS, layDownSchema } from '../support/schema-fixtures.ts'
import { temporaryFolder } from '../support/showroom-folder.ts'

const KILLS = rounds(100, 100 * KEPT_SCHEMAS.length)
const OLDEST = KEPT_SCHEMAS[0] ?? 0
const folder = temporaryFolder('migration')
const file = join(folder, 'showroom.db')

/** Everything of the schema, as SQLite has written it down. */
function schemaOf(db: Db): readonly unknown[] {
  return db
    .prepare("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name")
    .raw()
    .all()
}

/** The schema of each version, made of nothing. */
const schemas = new Map<number, readonly unknown[]>()
const VERSIONS = migrations.map(({ version }) => version)
/** Tables that are there since the beginning and that no step fills. */
const RECORDS = ['staff', 'customers', 'leads', 'lead_events', 'visits', 'follow_ups', 'deals', 'audit_trail']
const countsIn = (db: Db) => RECORDS.map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())

let program = ''
let records: readonly unknown[] = []
beforeAll(async () => {
  for (const [n, { version }] of migrations.entries()) {
    const db = openStore(':memory:', { steps: migrations.slice(0, n + 1) })
    schemas.set(version, schemaOf(db))
    db.close()
  }
  const oldest = new Database(layDownSchema(OLDEST, file))
  records = countsIn(oldest)
  oldest.close()
  program = await bundledProgram('migrate-until-killed')
}, 120_000)

/** Kills the program so long after it began with the nth step; answers whether it was still at work. */
function migrateAndKill(step: number, afterMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'], env: bundledEnv })
  let said = ''
  let isSentenced = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    // The first line is the program's own, the second the first step's.
    if (isSentenced || said.split('\n').length - 2 < step) return
    isSentenced = true
    setTimeout(() => child.kill('SIGKILL'), afterMs)
  })
  return new Promise((resolve) => child.on('close', (_, signal) => resolve(signal === 'SIGKILL')))
}

/** The version at which a store stands, all of it. */
function expectWhole(path: string): number {
  const db = new Database(path)
  const version = Number(db.pragma('user_version', { simple: true }))
  expect(VERSIONS).toContain(version)
  expect(schemaOf(db)).toEqual(schemas.get(version))
  expect(countsIn(db)).toEqual(records)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
  return version
}

describe('R4 a migration is done or not done, step by step, never half', () => {
  it(`killed ${KILLS} times on the way`, { timeout: 1_800_000 }, async () => {
    const random = seededRandom(seed)
    const { done, expectAll } = tally(KILLS)
    const found = new Set<number>()
    let killed = 0
    for (let round = 0; round < KILLS; round += 1) {
      const from = isLong ? (KEPT_SCHEMAS[round % KEPT_SCHEMAS.length] ?? OLDEST) : OLDEST
      layDownSchema(from, file)
      // Every step has its turn; a step that is done already says so and goes by.
      if (await migrateAndKill(round % (VERSIONS.length + 1), random() * 12)) killed += 1
      found.add(expectWhole(file))
      // And the next start goes on from there.
      if (round % 10 === 0) openStore(file).close()
      if (round % 10 === 0) expect(expectWhole(file)).toBe(VERSIONS.at(-1))
      done()
    }
    expectAll()
    expect(killed).toBeGreaterThan(KILLS / 2)
    expect(found.size).toBeGreaterThan(2)
  })

  it('broken off after any single statement, it has not happened', () => {
    let statements = 0
    for (const [n, step] of migrations.entries()) {
      const before = migrations.slice(0, n)
      const db = openStore(':memory:', { steps: before })
      const [schema, version] = [schemaOf(db), db.pragma('user_version', { simple: true })]
      for (const torn of tornAt(step)) {
        expect(() => migrate(db, [torn])).toThrow(/no such table: broken_off/)
        expect([schemaOf(db), db.pragma('user_version', { simple: true })]).toEqual([schema, version])
        statements += 1
      }
      // Left alone it happens.
      migrate(db, [step])
      expect(db.pragma('user_version', { simple: true })).toBe(step.version)
      db.close()
    }
    expect(statements).toBeGreaterThan(migrations.length * 3)
  })
})

/** The step with an error after its first statement, after its second, and so on. */
function tornAt({ version, sql }: Migration): readonly Migration[] {
  const statements = statementsOf(sql)
  return statements.map((_, n) => {
    const done = statements.slice(0, n + 1).join('\n')
    return { version, sql: `${done}\nDELETE FROM broken_off;` }
  })
}

/** By what SQLite itself takes for the end of one: a trigger has semicolons inside. */
function statementsOf(sql: string): readonly string[] {
  const statements: string[] = []
  let open = ''
  for (const line of sql.split('\n')) {
    open += `${line}\n`
    const isInTrigger = /CREATE (?:TEMP )?TRIGGER/i.test(open) && !/END;\s*$/.test(open)
    if (!/;\s*(?:--.*)?$/.test(line) || isInTrigger) continue
    statements.push(open)
    open = ''
  }
  expect(open.trim()).toBe('')
  return statements
}
