import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll } from 'vitest'

// Set up in every file of the node tests: notes each statement that the program prepares, and where. What a test prepares itself
// does not count. Looked at when all have run (test/plans).

const folder = process.env['NINEPOINT_STATEMENTS']
const ROOT = join(import.meta.dirname, '../..')
const DOOR = 'db/kept-statements.ts'
/** Better-sqlite3's own, the driver's and the door's frames lie between a statement and whoever asks it. */
const FRAMES = 30
/** At a question of the test's own: finding out who asks takes longer than many a question. */
const MOST_LOOKS = 20

export type SeenStatement = { readonly sql: string; readonly site: string; readonly by: 'prepare' | 'exec' }

/** The file of the program that is asking; null for a test's own question. */
function siteOf(stack: string): string | null {
  const files = [...stack.matchAll(/(?:\(|at |file:\/\/)(\/[^\s():]+\.tsx?)(?=:\d)/g)].map(([, file = '']) => file)
  const own = files.filter((file) => file.startsWith(`${ROOT}/`)).map((file) => file.slice(ROOT.length + 1))
  const asking = own.find((file) => file !== DOOR && file !== 'test/support/statement-watch.ts')
  return asking === undefined || asking.startsWith('test/') ? null : asking
}

function watch(into: string): void {
  const known = new Set<string>()
  const seen: SeenStatement[] = []
  const passedOver = new Map<string, number>()
  const note = (sql: string, by: SeenStatement['by']) => {
    const times = passedOver.get(sql) ?? 0
    if (known.has(sql) || times > MOST_LOOKS) return
    const usual = Error.stackTraceLimit
    Error.stackTraceLimit = FRAMES
    const site = siteOf(new Error('asked').stack ?? '')
    Error.stackTraceLimit = usual
    // The program may ask the same as the test did, later.
    if (site === null) return void passedOver.set(sql, times + 1)
    known.add(sql)
    seen.push({ sql, site, by })
  }
  const driver: Pick<Database.Database, 'prepare' | 'exec'> = Database.prototype
  driver.prepare = new Proxy(driver.prepare, {
    apply: (prepare, db, asked: [string]) => {
      note(asked[0], 'prepare')
      return Reflect.apply(prepare, db, asked)
    },
  })
  driver.exec = new Proxy(driver.exec, {
    apply: (exec, db, asked: [string]) => {
      note(asked[0], 'exec')
      return Reflect.apply(exec, db, asked)
    },
  })
  afterAll(() => {
    appendFileSync(join(into, `${process.pid}.jsonl`), seen.map((one) => `${JSON.stringify(one)}\n`).join(''))
    seen.length = 0
  })
}

if (folder !== undefined) watch(folder)
