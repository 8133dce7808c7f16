import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { backupStore } from '../../db/backup.ts'
import { verifyBackup } from '../../db/backup-file.ts'
import { closeStore, openStore } from '../../db/connection.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { keysFolderOf } from '../../db/key-file.ts'
import { saveSecret } from '../../db/repositories/staff.ts'
import { createDesk, type Desk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import { createFileLog } from '../../electron/api/file-log.ts'
import { storeProblemText } from '../../electron/launch/store-problem.ts'
import type { InputOf } from '../../shared/contract/contract.ts'
import { cheapHash } from '../support/cheap-hash.ts'
import { STAFF, testDesk } from '../support/desk.ts'
import { anonymous, someone } from '../support/visitors.ts'

// Disks that are full, folders that cannot be written, two programs on one store: a clear failure, nothing half done.

const firstRun: InputOf<'setup.createStore'> = {
  storeName: '城东展厅',
  timeZone: 'Asia/Shanghai',
  openWeekdays: [1, 2, 3, 4, 5, 6, 7],
  owner: { name: '何总', password: 'correct horse' },
  people: [],
  channels: [],
}

const folders: string[] = []
const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.store()?.db.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ninepoint-'))
  folders.push(folder)
  return folder
}
function openIn(folder: string): Desk {
  const desk = createDesk({ folder })
  desks.push(desk)
  return desk
}
const setUp = (desk: Desk, storeName: string) =>
  dispatch(desk, 'window', { id: '1', op: 'setup.createStore', input: { ...firstRun, storeName } })
const stageOf = (desk: Desk) => dispatch(desk, 'window', { id: '2', op: 'session.status', input: {} })

describe('the first run', () => {
  it('of a second program on the same folder finds the showroom of the first, and adds nothing to it', async () => {
    const folder = newFolder()
    const [first, second] = [openIn(folder), openIn(folder)]
    expect(await setUp(first, '城东展厅')).toMatchObject({ ok: true })
    expect(await setUp(second, '城西展厅')).toMatchObject({ failure: { code: 'already_set_up' } })
    expect(await stageOf(second)).toMatchObject({ value: { stage: 'sign_in', storeName: '城东展厅' } })
    const names = first.store()?.db.prepare('SELECT name FROM store UNION ALL SELECT name FROM staff').pluck().all()
    expect(names).toEqual(['城东展厅', '何总'])
  })

  it('that a power cut broke off can be done again', async () => {
    const folder = newFolder()
    openStore(join(folder, 'showroom.db'), { create: true }).close()
    const desk = openIn(folder)
    expect(await stageOf(desk)).toMatchObject({ value: { stage: 'first_run' } })
    expect(await setUp(desk, '城东展厅')).toMatchObject({ ok: true })
  })

  it('for which there was no room leaves no file that is refused for ever after', () => {
    const file = join(newFolder(), 'showroom.db')
    const noRoom = { version: 1, sql: 'PRAGMA max_page_count = 2; CREATE TABLE a (x); CREATE TABLE b (x)' }
    expect(() => openStore(file, { create: true, steps: [noRoom] })).toThrow(/unwritable/)
    expect([file, `${file}-wal`, `${file}-shm`].filter((name) => existsSync(name))).toEqual([])
  })
})

it('the demo showroom asked for by two windows at once is one', async () => {
  const desk = openIn(newFolder())
  const [one, other] = await Promise.all([desk.openDemo(), desk.openDemo()])
  expect(other).toBe(one)
})

it('backups that are asked for at once are all whole, each under its own name', async () => {
  const { db } = testDesk()
  const [folder, now] = [newFolder(), new Date()]
  const made = await Promise.all([1, 2, 3].map(() => backupStore(db, folder, now)))
  expect(new Set(made.map(({ file }) => file)).size).toBe(3)
  expect(made.map(({ manifest }) => manifest?.number)).toEqual([1, 2, 3])
  expect(made.every(({ file }) => verifyBackup(file).ok)).toBe(true)
})

describe('no room on the disk', () => {
  it('keeps an act out whole, and the program answers on', async () => {
    const { as, db } = testDesk()
    const log = { ...anonymous, note: '长'.repeat(500), contact: someone }
    db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`)
    let answer = await as(STAFF.lin).ask('visits.log', log)
    for (let n = 1; answer.ok && n < 200; n += 1) {
      answer = await as(STAFF.lin).ask('visits.log', {
        ...log,
        contact: { ...someone, phone: String(13_900_139_000 + n) },
      })
    }
    expect(answer).toMatchObject({ failure: { code: 'store_full' } })
    const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    const [visits, leads, acts] = [count('visits'), count('leads'), count('audit_trail')]
    expect([leads, acts]).toEqual([visits, visits])
    expect(await as(STAFF.lin).ask('leads.list', { ...everything })).toMatchObject({
      ok: true,
      value: { total: leads },
    })
  })

  it('for the store’s key keeps the paper of before, and says why', async () => {
    const { as, db, desk } = testDesk({ isEncrypted: true })
    saveSecret(db, STAFF.owner, cheapHash('correct horse'), null)
    const before = desk.keys.files()
    const unfinished = join(keysFolderOf(desk.store()?.file ?? ''), `${before[0]?.id}.json.${process.pid}.tmp`)
    symlinkSync('/dev/full', unfinished)
    const { code } = await as(STAFF.owner).refused('store.newRecoveryCode', { password: 'correct horse' })
    expect(code).toBe('store_full')
    expect(desk.keys.files()).toEqual(before)
    expect(await as(STAFF.owner).ask('store.newRecoveryCode', { password: 'correct horse' })).toMatchObject({
      ok: true,
    })
  })

  it('for the log does not end the program', () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'logs'))
    symlinkSync('/dev/full', join(folder, 'logs', 'ninepoint.log'))
    const log = createFileLog(folder)
    expect(() => {
      for (let n = 0; n < 3; n += 1) log.error({ op: 'visits.log' }, 'unexpected failure')
    }).not.toThrow()
  })
})
const everything = { filter: {}, limit: 1, offset: 0 }

it('what another program imports into the open store is seen at once, in its new time zone too', async () => {
  const { as, desk } = testDesk()
  const manager = as(STAFF.manager)
  await manager.call('visits.log', { ...anonymous, arrivedAt: Date.parse('2026-05-20T01:00:00+08:00') })
  const other = openStore(desk.store()?.file ?? '')
  const store = 'id,name,time_zone\nstore,柏林展厅,Europe/Berlin\n'
  expect(importTables(other, new Map([['store.csv', store]]))).toMatchObject({ ok: true })
  closeStore(other)
  expect(await manager.call('session.status', {})).toMatchObject({ storeName: '柏林展厅', timeZone: 'Europe/Berlin' })
  expect((await manager.call('visits.day', { date: '2026-05-19' })).visits).toHaveLength(1)
})

describe('what cannot be opened', () => {
  const problemOf = (open: () => unknown): string => {
    try {
      open()
    } catch (error) {
      return storeProblemText(error)
    }
    throw new Error('it was opened')
  }

  it.each([
    ['another program’s file', (file: string) => writeFileSync(file, 'SQLite format 4, or so'), /不是九控的数据文件/],
    ['a folder in its place', (file: string) => mkdirSync(join(file, 'inside'), { recursive: true }), /不能写入/],
  ])('%s: a sentence, and it stays as it is', (_what, make, sentence) => {
    const folder = newFolder()
    const file = join(folder, 'showroom.db')
    make(file)
    const before = existsSync(join(file, 'inside')) ? null : readFileSync(file)
    expect(problemOf(() => openIn(folder))).toMatch(sentence)
    if (before !== null) expect(readFileSync(file)).toEqual(before)
  })

  it('a data folder that is a file: a sentence', () => {
    const folder = join(newFolder(), 'data')
    writeFileSync(folder, '')
    expect(problemOf(() => openIn(folder))).toMatch(/不能写入/)
    expect(problemOf(() => createFileLog(folder))).toMatch(/不能写入/)
  })
})
