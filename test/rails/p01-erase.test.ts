import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Db, openStore, removeStoreFile } from '../../db/connection.ts'
import { exportTables } from '../../db/exchange/export-folder.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { erasePeople } from '../../db/person/erase-person.ts'
import { PERSON_TABLES, TRACED_TABLES } from '../../db/person/person-tables.ts'
import { needsPurge } from '../../db/person/purge.ts'
import { restoreBackup } from '../../db/replace-store.ts'
import { saveSecret } from '../../db/repositories/staff.ts'
import { createDesk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import { createFileLog } from '../../electron/api/file-log.ts'
import type { OpenStore } from '../../electron/api/open-store.ts'
import { importCommand } from '../../electron/cli/commands.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { buildReport } from '../../shared/domain/report.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import { filesBelow, wordsInFiles } from '../support/bytes.ts'
import { cheapHash } from '../support/cheap-hash.ts'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { MARK, type Planted, plantPeople } from '../support/planted-people.ts'
import { rounds, tally } from '../support/rounds.ts'
import { faultsOf } from '../support/store-state.ts'

const PASSWORD = 'owner-password'
const PEOPLE = rounds(100, 500)
/** After everything that the report is about. */
const ERASED_ON = '2026-06-10T10:00:00+08:00'
const day = (text: string) => text as BusinessDate
const MAY = { from: day('2026-05-01'), to: day('2026-05-31'), asOf: day('2026-05-31') }

// Everything the program lays on a disk lies here, what it writes for a moment only included.
const place = mkdtempSync(join(tmpdir(), 'ninepoint-erase-'))
const placeBefore = process.env['TMPDIR']
process.env['TMPDIR'] = place
afterAll(() => {
  if (placeBefore === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = placeBefore
  rmSync(place, { recursive: true, force: true })
})

let showroom: TestDesk
let people: readonly Planted[]
beforeAll(() => {
  showroom = testDesk({
    at: ERASED_ON,
    log: createFileLog(place),
    fill: (db) => {
      saveSecret(db, STAFF.owner, cheapHash(PASSWORD), null)
      people = plantPeople(db, 0, PEOPLE)
    },
  })
})

const storeFile = () => showroom.desk.store()?.file ?? ''
const storeDb = (): Db => showroom.desk.store()?.db ?? showroom.db
const owner = () => showroom.as(STAFF.owner)
const erase = ({ customerId, name }: Planted) =>
  owner().call('customers.erase', { customerId, reason: 'asked', name, password: PASSWORD })
const reportFor = (db: Db, query: ReportQuery) => JSON.stringify(buildReport(readFacts(db, query)))
const reports = () => [null, ...Object.values(STAFF)].map((staffId) => reportFor(storeDb(), { ...MAY, staffId }))
const restore = async (file: string) => {
  const { previewId } = await owner().call('store.previewBackup', { file })
  return (await owner().call('store.restore', { previewId, password: PASSWORD })).before ?? ''
}

/** Of what was said of them, any piece; backups are files of before, and not rewritten. */
const traces = () => {
  const contacts = people.flatMap(({ name, phone, phoneKey }) => [name, phone, phoneKey])
  return wordsInFiles(filesBelow(place, ['-backups']), [MARK, ...contacts], 'in every form')
}

describe('P1 whoever is erased is in no byte any more, and stays erased', () => {
  let backup = ''
  let folder: ReadonlyMap<string, string>
  let told: readonly string[]

  it('begins with everybody in every table, in a file that can be read', async () => {
    expect(readFileSync(storeFile()).subarray(0, 15).toString()).toBe('SQLite format 3')
    for (const table of [...Object.keys(PERSON_TABLES), ...Object.keys(TRACED_TABLES)]) {
      const rows = storeDb().prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
      expect([table, rows >= PEOPLE]).toEqual([table, true])
    }
    storeDb().exec('ANALYZE')
    expect(storeDb().prepare('SELECT count(*) FROM sqlite_stat4').pluck().get()).toBeGreaterThan(0)
    const words = people.flatMap(({ values }) => values)
    expect(words.length).toBeGreaterThan(PEOPLE * 25)
    expect(wordsInFiles(filesBelow(place, ['-backups']), words, 'utf8')).toEqual(words)
    backup = (await owner().call('store.backUp', {})).file
    folder = exportTables(storeDb())
    told = reports()
  })

  it('forgets one after the other, and every figure is what it was', async () => {
    const sold = () => storeDb().prepare('SELECT count(*), sum(price_fen) FROM deals').raw().get()
    const before = sold()
    const done = tally(PEOPLE)
    for (const one of people) {
      expect(await erase(one)).toEqual({ isPurged: true })
      done.done()
    }
    done.expectAll()
    expect(traces()).toEqual([])
    expect([reports(), sold()]).toEqual([told, before])
    expect(faultsOf(storeDb())).toEqual([])
    expect(wordsInFiles([join(`${storeFile()}-backups`, backup)], [MARK], 'utf8')).toEqual([MARK])
  })

  it('stays forgotten when a backup of before is restored, and when that is taken back', async () => {
    const instead = await restore(backup)
    expect(reports()).toEqual(told)
    expect(traces()).toEqual([])
    await restore(instead)
    expect(traces()).toEqual([])
  })

  it('stays forgotten when the store is lost, or replaced by hand, or filled from a folder of before', async () => {
    const file = storeFile()
    const old = join(`${file}-backups`, backup)
    await showroom.desk.close()
    removeStoreFile(file)
    expect(restoreBackup(old, file, new Date())).toBeNull()
    expect(traces()).toEqual([])

    copyFileSync(old, file)
    expect(traces()).toContain(MARK)
    const started = createDesk({ folder: dirname(file), clock: showroom.now })
    const signIn = { staffId: STAFF.owner, secret: PASSWORD }
    expect(await dispatch(started, 'window', { id: '1', op: 'session.signIn', input: signIn })).toMatchObject({
      ok: true,
    })
    await vi.waitFor(() => expect(started.store()).toSatisfy((store: OpenStore) => !needsPurge(store.db)), 20_000)
    expect(traces()).toEqual([])
    await started.close()

    // What hangs on them alone, and then all of it.
    const exported = join(place, 'exported-backups')
    mkdirSync(exported)
    const write = (files: readonly (readonly [string, string])[]) => {
      for (const [name, text] of files) writeFileSync(join(exported, name), text)
    }
    write([...folder].filter(([name]) => name !== 'customers.csv'))
    expect((await importCommand(exported, file)).ok).toBe(true)
    expect(traces()).toEqual([])
    write([...folder])
    expect((await importCommand(exported, file)).ok).toBe(true)
    expect(traces()).toEqual([])
  })
})

describe('P1 figures do not move when anybody is erased', () => {
  it.each(['worked-example', 'plain', 'berlin', 'nasty'])('of the golden store %s, nobody left in it', (name) => {
    const golden = join(import.meta.dirname, '..', 'golden', name)
    const db = openStore(':memory:')
    importFolder(db, join(golden, 'store'))
    const queries = readdirSync(golden).flatMap(queryOf)
    const before = queries.map((query) => reportFor(db, query))
    const ids = db.prepare<[], string>('SELECT id FROM customers').pluck().all()
    const done = tally(ids.length)
    db.transaction(() => {
      for (const customerId of ids) {
        erasePeople(db, [{ customerId, erasedAt: Date.parse('2029-01-01T00:00:00Z'), erasedBy: null, reason: 'asked' }])
        done.done()
      }
    })()
    done.expectAll()
    expect(queries.length).toBeGreaterThan(0)
    expect(queries.map((query) => reportFor(db, query))).toEqual(before)
    const moved = openStore(':memory:')
    expect(importTables(moved, exportTables(db)).ok).toBe(true)
    expect(queries.map((query) => reportFor(moved, query))).toEqual(before)
  })
})

const REPORT_NAME = /^report (\S+) (\S+?)(?: as-of (\S+?))?(?: staff (\S+?))?\.json$/

function queryOf(name: string): ReportQuery[] {
  const [, from, to, asOf, staffId] = REPORT_NAME.exec(name) ?? []
  if (from === undefined || to === undefined) return []
  return [{ from: day(from), to: day(to), asOf: day(asOf ?? to), staffId: staffId ?? null }]
}
