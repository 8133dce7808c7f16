import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { manifestFileOf, sha256Of } from '../../db/backup-file.ts'
import { openStore } from '../../db/connection.ts'
import { createDesk, type Desk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import { STAFF, START, testDesk } from '../support/desk.ts'
import '../support/quick-scrypt.ts'

// A store that is gone, and backups about which something is not as it should be.

const folders: string[] = []
const desks: Desk[] = []
let folder = ''
let newest = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ninepoint-rescue-'))
  folders.push(folder)
  const there = join(folder, 'showroom.db-backups')
  mkdirSync(there)
  const { as, advance } = testDesk()
  await as(STAFF.owner).call('store.backUp', {})
  advance(60_000)
  const { file } = await as(STAFF.owner).call('store.backUp', {})
  const { folder: from } = await as(STAFF.owner).call('store.backups', {})
  for (const name of readdirSync(from)) copyFileSync(join(from, name), join(there, name))
  newest = join(there, file)
})
afterAll(async () => {
  for (const desk of desks) await desk.close()
  for (const one of folders) rmSync(one, { recursive: true, force: true })
})

function ask(op: string) {
  const desk = createDesk({ folder, clock: () => Date.parse(START) })
  desks.push(desk)
  return dispatch(desk, 'window', { id: 'test', op, input: {} })
}

function rewriteManifest(changes: object): void {
  const path = manifestFileOf(newest)
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...changes }))
}

describe('rescuing', () => {
  it('says so when the newest backup is of a newer program, and does not go back behind it', async () => {
    const db = openStore(newest)
    db.pragma('journal_mode = DELETE')
    db.pragma('user_version = 100000')
    db.close()
    rewriteManifest({ schemaVersion: 100_000, sha256: sha256Of(newest) })
    expect(await ask('setup.rescue')).toMatchObject({ ok: false, failure: { code: 'store_newer' } })
    expect(readdirSync(folder)).toEqual(['showroom.db-backups'])
  })

  it('passes over a backup whose manifest tells no day', async () => {
    rewriteManifest({ createdAt: '昨天' })
    expect(await ask('setup.damage')).toMatchObject({
      value: { problem: 'missing', newest: { counts: { people: 5 } } },
    })
    expect(await ask('setup.rescue')).toMatchObject({ ok: true, value: { status: { stage: 'sign_in' } } })
  })
})
