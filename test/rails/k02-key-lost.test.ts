import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { backupFolderOf } from '../../db/backup.ts'
import { listBackups, sha256Of } from '../../db/backup-file.ts'
import { keysFolderOf, readKeyFiles } from '../../db/key-file.ts'
import { findAccount, saveSecret } from '../../db/repositories/staff.ts'
import { headOf, keyIdOf, newStoreKey } from '../../db/store-key.ts'
import { createDesk, type Desk, type DeskOptions } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import { type KeyKeeper, unsealKeys } from '../../electron/api/key-keeper.ts'
import { closeWithCode } from '../../electron/api/key-paper.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts'
import { Refusal } from '../../shared/contract/failure.ts'
import { cheapHash } from '../support/cheap-hash.ts'
import { STAFF, START, testDesk } from '../support/desk.ts'
import { dumpStore } from '../support/dump.ts'
import { plantPeople } from '../support/planted-people.ts'
import { temporaryFolder } from '../support/showroom-folder.ts'
import '../support/quick-scrypt.ts'

const CODE = 'ABCD-EFGH-JKLM-NPQR'
const WRONG = 'ABCD-EFGH-JKLM-NPQS'
const PASSWORD = 'a long enough secret'
const PACK_PASSWORD = 'eine sehr lange Reise 7'
let now = Date.parse(START)

const turned = (bytes: Buffer) => Buffer.from(bytes.toReversed())

/** The key store of one user of one PC: nobody else's opens what it closed. */
function systemOf(user: string): KeyKeeper {
  return {
    kind: 'system',
    seal: async (key) => `${user} ${turned(key).toString('base64')}`,
    unseal: async (sealed) => {
      const [owner, value = ''] = sealed.split(' ')
      return owner === user ? turned(Buffer.from(value, 'base64')) : null
    },
  }
}

const open: Desk[] = []
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close()
})

/** What a start of the program does, for a user whose key store this is. */
async function start(folder: string, keyKeeper: KeyKeeper): Promise<Desk> {
  const unsealed = await unsealKeys(join(folder, 'showroom.db'), keyKeeper)
  const options: DeskOptions = { folder, clock: () => now, checkAfterMs: 2 ** 31 - 1, keyKeeper, unsealed }
  const desk = createDesk(options)
  open.push(desk)
  await desk.keys.guard()
  return desk
}

async function end(desk: Desk): Promise<void> {
  open.splice(open.indexOf(desk), 1)
  await desk.close()
}

async function ask<N extends OperationName>(desk: Desk, op: N, input: InputOf<N>): Promise<OutputOf<N>> {
  desk.sessions.touch('window', desk.clock())
  const answer = await dispatch(desk, 'window', { id: 'test', op, input })
  if (!answer.ok) throw new Refusal(answer.failure.code, answer.failure)
  return answer.value as OutputOf<N>
}
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Refusal ? error.failure.code : error),
  )
const stageOf = async (desk: Desk) => (await ask(desk, 'session.status', {})).stage
const asOwner = (desk: Desk) => desk.sessions.open('window', STAFF.owner, desk.clock())

/** What of a store is its customers'; who came and went in between is in the trail. */
function dataOf(desk: Desk): string {
  const store = desk.store()
  if (store === null) return 'no store'
  const { audit_trail: _trail, accounts: _accounts, ...rest } = dumpStore(store.db)
  return createHash('sha256').update(JSON.stringify(rest)).digest('hex')
}

type Showroom = { readonly folder: string; readonly data: string }

/** A showroom with an owner, customers and backups; closed in order. With the key store of this user it is encrypted and has a paper. */
async function makeShowroom(user: string | null): Promise<Showroom> {
  const desk = testDesk()
  plantPeople(desk.db, 0, 20)
  saveSecret(desk.db, STAFF.owner, cheapHash(PASSWORD), cheapHash('ABCDEFGHJKLMNPQR'))
  const folder = temporaryFolder('keys')
  await desk.desk.close()
  cpSync(join(desk.desk.folder, 'showroom.db'), join(folder, 'showroom.db'))
  const first = await start(folder, systemOf(user ?? 'nobody'))
  if (user !== null) {
    const key = newStoreKey()
    await first.keys.add(key, [await closeWithCode(key, STAFF.owner, CODE)])
    await first.encryptStore(first.store() ?? fail(), key)
    first.encryptBackups()
    await first.backupsEncrypted()
  }
  const data = dataOf(first)
  await end(first)
  return { folder, data }
}

const made = { wang: await makeShowroom('wang'), nobody: await makeShowroom(null) }

/** A copy of it, for one test. */
function showroom(whose: keyof typeof made): Showroom {
  const folder = temporaryFolder('keys')
  cpSync(made[whose].folder, folder, { recursive: true })
  return { ...made[whose], folder }
}

function fail(): never {
  throw new Error('there is no store')
}

describe('K2 an encrypted store whose key is lost', () => {
  it('is locked for another user of the PC, never empty and never damaged, and opens with the owner’s paper', async () => {
    const { folder, data } = showroom('wang')
    const file = join(folder, 'showroom.db')
    // The control: its own user sees nothing of all this.
    const own = await start(folder, systemOf('wang'))
    expect(await stageOf(own)).toBe('sign_in')
    await end(own)

    const before = sha256Of(file)
    const other = await start(folder, systemOf('li'))
    expect(await stageOf(other)).toBe('locked')
    expect(await ask(other, 'setup.lock', {})).toEqual({ isLocked: true, file, hasPaper: true })
    expect(await ask(other, 'setup.damage', {})).toMatchObject({ problem: null })
    expect(await refused(ask(other, 'setup.createStore', firstRun))).toBe('store_locked')
    expect(await refused(ask(other, 'setup.rescue', {}))).toBe('already_set_up')
    for (let n = 0; n < 3; n += 1)
      expect(await refused(ask(other, 'setup.unlock', { recoveryCode: WRONG }))).toBe('recovery_code_wrong')
    expect(await refused(ask(other, 'setup.unlock', { recoveryCode: CODE }))).toBe('too_many_tries')
    await end(other)
    // Waiting is not over by starting anew.
    const again = await start(folder, systemOf('li'))
    expect(await refused(ask(again, 'setup.unlock', { recoveryCode: CODE }))).toBe('too_many_tries')
    expect(sha256Of(file)).toBe(before)
    now += 1000
    expect((await ask(again, 'setup.unlock', { recoveryCode: 'abcd efgh jklm npqr' })).stage).toBe('sign_in')
    expect(dataOf(again)).toBe(data)
    await end(again)
    const later = await start(folder, systemOf('li'))
    expect(await stageOf(later)).toBe('sign_in')
  })

  it('opens from a folder of backups on a stick, and comes back whole', async () => {
    const { folder, data } = showroom('wang')
    const stick = temporaryFolder('stick')
    cpSync(backupFolderOf(join(folder, 'showroom.db')), backupFolderOf(join(stick, 'showroom.db')), { recursive: true })
    const desk = await start(stick, systemOf('li'))
    expect(await stageOf(desk)).toBe('locked')
    expect((await ask(desk, 'setup.unlock', { recoveryCode: CODE })).stage).toBe('damaged')
    expect((await ask(desk, 'setup.rescue', {})).status.stage).toBe('sign_in')
    expect(dataOf(desk)).toBe(data)
    expect(headOf(join(stick, 'showroom.db')).kind).toBe('encrypted')
  })

  it('opens without its key file, by the paper in the backups; without those it says what is missing', async () => {
    const { folder, data } = showroom('wang')
    const file = join(folder, 'showroom.db')
    rmSync(keysFolderOf(file), { recursive: true })
    const desk = await start(folder, systemOf('wang'))
    expect(await stageOf(desk)).toBe('locked')
    await ask(desk, 'setup.unlock', { recoveryCode: CODE })
    expect(dataOf(desk)).toBe(data)
    await end(desk)
    rmSync(keysFolderOf(file), { recursive: true })
    renameSync(backupFolderOf(file), `${folder}/elsewhere`)
    const lost = await start(folder, systemOf('wang'))
    expect(await ask(lost, 'setup.lock', {})).toMatchObject({ isLocked: true, hasPaper: false })
    expect(await refused(ask(lost, 'setup.createStore', firstRun))).toBe('store_locked')
    await end(lost)
    renameSync(`${folder}/elsewhere`, backupFolderOf(file))
  })

  it('is told from one whose first bytes are spoilt: that one is damaged', async () => {
    const { folder, data } = showroom('wang')
    const file = join(folder, 'showroom.db')
    const bytes = readFileSync(file)
    for (const at of [0, 7, 17, 20, 23, 100]) {
      const spoilt = Buffer.from(bytes)
      spoilt.writeUInt8(spoilt.readUInt8(at) ^ 1, at)
      writeFileSync(file, spoilt)
      const desk = await start(folder, systemOf('wang'))
      expect([at, await stageOf(desk)]).toEqual([at, 'damaged'])
      await end(desk)
    }
    const desk = await start(folder, systemOf('wang'))
    await ask(desk, 'setup.rescue', {})
    expect(dataOf(desk)).toBe(data)
  })
})

describe('K2 the paper that opens the data', () => {
  it('is the one that was written last, and a former owner’s opens nothing', async () => {
    const { folder } = showroom('wang')
    const desk = await start(folder, systemOf('wang'))
    asOwner(desk)
    expect(await ask(desk, 'store.protection', {})).toMatchObject({
      isEncrypted: true,
      keptBy: 'system',
      hasMyPaper: true,
      papers: 1,
    })
    const { recoveryCode } = await ask(desk, 'store.newRecoveryCode', { password: PASSWORD })
    const { recoveryCode: newest } = await ask(desk, 'session.recover', {
      staffId: STAFF.owner,
      recoveryCode,
      password: PASSWORD,
    })
    await end(desk)
    // The backups of before are there, and open by the newest paper as well.
    expect(listBackups(backupFolderOf(join(folder, 'showroom.db'))).length).toBeGreaterThan(1)
    const other = await start(folder, systemOf('li'))
    for (const old of [CODE, recoveryCode]) {
      expect(await refused(ask(other, 'setup.unlock', { recoveryCode: old }))).toBe('recovery_code_wrong')
    }
    expect((await ask(other, 'setup.unlock', { recoveryCode: newest })).stage).toBe('sign_in')
    // No longer an owner.
    other.store()?.db.prepare("UPDATE staff SET role = 'manager' WHERE id = ?").run(STAFF.owner)
    await end(other)
    const last = await start(folder, systemOf('li'))
    expect(readKeyFiles(join(folder, 'showroom.db')).flatMap(({ papers }) => papers)).toEqual([])
    await end(last)
  })
})

describe('K2 a key’s file that somebody has tidied away while the program runs', () => {
  it('is there again with the next paper', async () => {
    const { folder } = showroom('wang')
    const file = join(folder, 'showroom.db')
    const desk = await start(folder, systemOf('wang'))
    asOwner(desk)
    rmSync(keysFolderOf(file), { recursive: true })
    const { recoveryCode } = await ask(desk, 'store.newRecoveryCode', { password: PASSWORD })
    await end(desk)
    expect(readKeyFiles(file).map(({ papers }) => papers.length)).toEqual([1])
    const other = await start(folder, systemOf('li'))
    expect((await ask(other, 'setup.unlock', { recoveryCode })).stage).toBe('sign_in')
  })
})

describe('K2 a plain store', () => {
  it('is encrypted by its owner with everything in it, its backups too, and an older plain backup comes back encrypted', async () => {
    const { folder, data } = showroom('nobody')
    const file = join(folder, 'showroom.db')
    const backups = backupFolderOf(file)
    const aside = temporaryFolder('aside')
    cpSync(backups, aside, { recursive: true })
    const desk = await start(folder, systemOf('wang'))
    asOwner(desk)
    // Of a showroom that was to be brought here, and was not.
    const foreign = newStoreKey()
    await desk.keys.add(foreign, [])
    expect(await ask(desk, 'store.protection', {})).toMatchObject({ isEncrypted: false, keptBy: null })
    expect(await refused(ask(desk, 'store.encrypt', { password: 'not this one' }))).toBe('wrong_secret')
    const { recoveryCode, status } = await ask(desk, 'store.encrypt', { password: PASSWORD })
    expect(status.stage).toBe('signed_in')
    expect(headOf(file)).not.toEqual({ kind: 'encrypted', keyId: keyIdOf(foreign) })
    await desk.backupsEncrypted()
    expect(dataOf(desk)).toBe(data)
    expect(findAccount(desk.store()?.db ?? fail(), STAFF.owner)?.recoveryHash).not.toBe(cheapHash('ABCDEFGHJKLMNPQR'))
    expect(await refused(ask(desk, 'store.encrypt', { password: PASSWORD }))).toBe('already_encrypted')
    const kinds = () => listBackups(backups).map((backup) => headOf(backup.file).kind)
    expect(kinds().length).toBeGreaterThan(1)
    expect(new Set([headOf(file).kind, ...kinds()])).toEqual(new Set(['encrypted']))
    expect(await ask(desk, 'store.protection', {})).toMatchObject({
      isEncrypted: true,
      hasMyPaper: true,
      plainBackups: 0,
    })
    await end(desk)

    const other = await start(folder, systemOf('li'))
    expect((await ask(other, 'setup.unlock', { recoveryCode })).stage).toBe('sign_in')
    // Somebody brings back what was on a stick.
    for (const name of readdirSync(aside)) cpSync(join(aside, name), join(backups, name))
    const old = listBackups(backups).find((backup) => headOf(backup.file).kind === 'plain') ?? fail()
    asOwner(other)
    const own = headOf(file)
    const look = () => ask(other, 'store.previewBackup', { file: old.file.slice(backups.length + 1) })
    const { previewId: gone } = await look()
    renameSync(old.file, `${old.file}.away`)
    expect(await refused(ask(other, 'store.restore', { previewId: gone, password: PASSWORD }))).toBe('preview_expired')
    renameSync(`${old.file}.away`, old.file)
    // A key of some other showroom, newer than the store's own: this owner has no paper of that one.
    await other.keys.add(newStoreKey(), [])
    const { previewId } = await look()
    await ask(other, 'store.restore', { previewId, password: PASSWORD })
    expect(own.kind).toBe('encrypted')
    expect(headOf(file)).toEqual(own)
    expect(dataOf(other)).toBe(data)
  })
})

describe('K2 a store that moves to another PC', () => {
  it('takes its key along, and the paper opens it there too', async () => {
    const { folder, data } = showroom('wang')
    const from = await start(folder, systemOf('wang'))
    asOwner(from)
    const { file } = await ask(from, 'store.pack', { password: PACK_PASSWORD })
    await end(from)
    const away = temporaryFolder('away')
    mkdirSync(join(away, 'packed'))
    cpSync(join(folder, 'packed', file), join(away, 'packed', file))
    const to = await start(away, systemOf('zhao'))
    const { files } = await ask(to, 'store.packed', {})
    const { previewId } = await ask(to, 'store.openPacked', { id: files[0]?.id ?? '', password: PACK_PASSWORD })
    // What was laid down to be looked into is encrypted as well.
    const laid = readdirSync(join(away, 'packed')).filter((name) => name.startsWith('.opening-'))
    expect(laid.map((name) => headOf(join(away, 'packed', name)).kind)).toEqual(['encrypted'])
    expect(existsSync(keysFolderOf(join(away, 'showroom.db')))).toBe(false)
    await ask(to, 'store.takePacked', { previewId, password: null })
    expect(dataOf(to)).toBe(data)
    expect(headOf(join(away, 'showroom.db')).kind).toBe('encrypted')
    await end(to)
    const other = await start(away, systemOf('li'))
    expect(await ask(other, 'setup.lock', {})).toMatchObject({ isLocked: true, hasPaper: true })
    expect((await ask(other, 'setup.unlock', { recoveryCode: CODE })).stage).toBe('sign_in')
  })
})

const firstRun: InputOf<'setup.createStore'> = {
  storeName: '新展厅',
  timeZone: 'Asia/Shanghai',
  openWeekdays: [1],
  owner: { name: '何总', password: PASSWORD },
  people: [],
  channels: [],
}
