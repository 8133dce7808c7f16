import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256Of } from '../../db/backup-file.ts'
import { createDesk, type Desk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import { AT_REST } from '../support/at-rest.ts'
import { type ClosedShowroom, closedShowroom } from '../support/closed-showroom.ts'
import { overwrite } from '../support/damage.ts'
import { STAFF, START } from '../support/desk.ts'
import { temporaryFolder } from '../support/showroom-folder.ts'

let whole: ClosedShowroom
beforeAll(async () => {
  whole = await closedShowroom()
})

const PAGE = 4096

/** A copy of the showroom in which the last page of a table is noise, far from where a start looks. */
function damagedIn(table: string): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder('damaged')
  cpSync(whole.folder, folder, { recursive: true })
  const file = join(folder, 'showroom.db')
  const db = new Database(file)
  const page = Number(
    db.prepare("SELECT max(pageno) FROM dbstat WHERE name = ? AND pagetype = 'leaf'").pluck().get(table),
  )
  db.close()
  overwrite(file, (page - 1) * PAGE, Buffer.alloc(PAGE, 0xa5))
  return { folder, file }
}

const open = (folder: string, options: object = {}) =>
  createDesk({ folder, clock: () => Date.parse(START), ...AT_REST, ...options })
function ask(desk: Desk, op: string, input: unknown = {}) {
  desk.sessions.open('window', STAFF.owner, Date.parse(START))
  return dispatch(desk, 'window', { id: 'test', op, input })
}

describe('a store that is damaged where nobody has looked yet', () => {
  it('opens, is looked through meanwhile, and is closed when that is found', async () => {
    const { folder, file } = damagedIn('visits')
    const before = sha256Of(file)
    const desk = open(folder, { checkAfterMs: 0 })
    expect(desk.damage()).toBeNull()
    await desk.lookedThrough()
    expect(desk.damage()).toMatchObject({ problem: 'damaged' })
    expect(await ask(desk, 'visits.day', { date: '2026-05-20' })).toMatchObject({ failure: { code: 'no_store' } })
    expect(await ask(desk, 'session.status')).toMatchObject({ value: { stage: 'damaged', me: null } })
    expect(sha256Of(file)).toBe(before)
    expect(await ask(desk, 'setup.rescue')).toMatchObject({ ok: true, value: { status: { stage: 'sign_in' } } })
    await desk.close()
  })

  it('is closed by the request that meets it, with a sentence of its own', async () => {
    const { folder } = damagedIn('visits')
    const desk = open(folder)
    // A query of everything there is comes to the damaged page.
    const answer = await ask(desk, 'store.place')
    expect(answer).toMatchObject({ ok: false, failure: { code: 'store_damaged' } })
    expect(desk.damage()).toMatchObject({ problem: 'damaged' })
    expect(await ask(desk, 'setup.damage')).toMatchObject({ value: { newest: { file: whole.backups[0] } } })
    expect(await ask(desk, 'setup.rescue')).toMatchObject({ ok: true })
    expect(await ask(desk, 'store.place')).toMatchObject({ ok: true })
    await desk.close()
  })

  it('is not opened again by somebody who brings another one', async () => {
    const { folder } = damagedIn('visits')
    const desk = open(folder)
    await ask(desk, 'store.place')
    const backup = join(folder, 'showroom.db-backups', whole.backups[1] ?? '')
    await desk.replaceStore({ file: backup, sha256: sha256Of(backup) }, null)
    expect(desk.store()?.db.prepare('SELECT count(*) FROM visits').pluck().get()).toBe(whole.visitsInBackups[1])
    expect(readdirSync(folder).filter((name) => name.includes('.replaced-')).length).toBeGreaterThan(0)
    await desk.close()
  })
})

describe('a store that is whole', () => {
  it('is looked through thoroughly once a week', async () => {
    const folder = temporaryFolder('whole')
    cpSync(whole.folder, folder, { recursive: true })
    const note = join(folder, 'showroom.db-checked.json')
    const desk = open(folder, { checkAfterMs: 0 })
    await desk.lookedThrough()
    expect(desk.damage()).toBeNull()
    expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual({ thoroughAt: Date.parse(START) })
    const writtenAt = statSync(note).mtimeMs
    desk.lookThrough()
    await desk.lookedThrough()
    expect(statSync(note).mtimeMs).toBe(writtenAt)
    await desk.close()
  })

  it('is looked through all the same when that had to wait for somebody who wanted to be alone', async () => {
    const folder = temporaryFolder('whole')
    cpSync(whole.folder, folder, { recursive: true })
    const desk = open(folder, { checkAfterMs: 0 })
    await desk.quietly(async () => undefined)
    await desk.lookedThrough()
    expect(existsSync(join(folder, 'showroom.db-checked.json'))).toBe(true)
    await desk.close()
  })

  it('is not looked through when it is closed first', async () => {
    const folder = temporaryFolder('whole')
    cpSync(whole.folder, folder, { recursive: true })
    const desk = open(folder, { checkAfterMs: 0 })
    await desk.close()
    await desk.lookedThrough()
    expect(existsSync(join(folder, 'showroom.db-checked.json'))).toBe(false)
  })
})
