import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { backupFolderOf, backupStore } from '../../db/backup.ts'
import { BackupError, listBackups, manifestFileOf, verifyBackup } from '../../db/backup-file.ts'
import { closeStore, type Db, openStore } from '../../db/connection.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { migrations } from '../../db/migrations/index.ts'
import { restoreBackup } from '../../db/replace-store.ts'
import { dumpStore } from '../support/dump.ts'
import { storeWith } from '../support/small-store.ts'

const root = mkdtempSync(join(tmpdir(), '备份 backup-'))
afterAll(() => rmSync(root, { recursive: true }))

const NOON = new Date('2026-05-03T04:00:00Z')
const minutesLater = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)
const addCustomer = (db: Db, id: string) =>
  db.prepare("INSERT INTO customers (id, name, created_at) VALUES (?, '客', 0)").run(id)

let file: string
let folder: string
let db: Db
beforeEach(() => {
  file = join(mkdtempSync(join(root, 'store-')), 'store.db')
  folder = backupFolderOf(file)
  db = openStore(file, { create: true })
  importTables(db, storeWith())
})

function readBackup(path: string): ReturnType<typeof dumpStore> {
  const copy = openStore(path)
  const dump = dumpStore(copy)
  copy.close()
  return dump
}

describe('a backup', () => {
  it('holds the store and is named by the clock of the showroom', async () => {
    const backup = await backupStore(db, folder, NOON)
    expect(basename(backup.file)).toBe('ninepoint-20260503-120000.db')
    expect(verifyBackup(backup.file)).toEqual({ ok: true, manifest: backup.manifest })
    expect(backup.manifest).toMatchObject({
      number: 1,
      createdAt: '2026-05-03T04:00:00.000Z',
      schemaVersion: migrations.at(-1)?.version,
    })
    expect(readdirSync(folder).toSorted()).toEqual(['ninepoint-20260503-120000.db', 'ninepoint-20260503-120000.json'])
    expect(readBackup(backup.file)).toEqual(dumpStore(db))
  })

  it('made while the store is written to is the store at one moment', async () => {
    for (let n = 0; n < 2000; n += 1) addCustomer(db, `before-${n}`)
    const pending = backupStore(db, folder, NOON)
    let written = 0
    const writing = setInterval(() => db.open && addCustomer(db, `during-${written++}`), 0)
    const backup = await pending
    clearInterval(writing)
    const held = readBackup(backup.file).customers?.length ?? 0
    expect(held).toBe(backup.manifest?.counts.customers)
    expect(held).toBeGreaterThanOrEqual(2001)
  })

  it('gets a number when its second is taken', async () => {
    await backupStore(db, folder, NOON)
    expect(basename((await backupStore(db, folder, NOON)).file)).toBe('ninepoint-20260503-120000-2.db')
    expect(listBackups(folder).map(({ manifest }) => manifest?.number)).toEqual([2, 1])
  })

  it('that fails leaves nothing with a valid name', async () => {
    db.pragma('foreign_keys = OFF')
    db.prepare("UPDATE leads SET customer_id = 'gone'").run()
    await expect(backupStore(db, folder, NOON)).rejects.toThrow(BackupError)
    expect(readdirSync(folder)).toEqual([])
    db.close()
    await expect(backupStore(db, folder, NOON)).rejects.toThrow()
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('the rotation', () => {
  it('keeps the newest 10, whatever the clock says', async () => {
    // The clock was a year ahead for the first twelve.
    for (let n = 0; n < 12; n += 1) await backupStore(db, folder, minutesLater(525_600 + n))
    const last = await backupStore(db, folder, NOON)
    const kept = listBackups(folder)
    expect(kept.map(({ manifest }) => manifest?.number)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4])
    expect(kept[0]?.file).toBe(last.file)
    expect(readdirSync(folder)).toHaveLength(20)
  })

  it('never deletes the newest valid one, though all others are spoilt', async () => {
    for (let n = 0; n < 10; n += 1) truncateSync((await backupStore(db, folder, minutesLater(n))).file, 5000)
    const good = await backupStore(db, folder, minutesLater(-500))
    expect(listBackups(folder).filter((backup) => verifyBackup(backup.file).ok)).toEqual([good])
  })

  it('touches no file that is not its own', async () => {
    await backupStore(db, folder, NOON)
    const foreign = join(folder, 'ninepoint-20200101-000000.db')
    writeFileSync(foreign, 'mine')
    for (let n = 1; n < 12; n += 1) await backupStore(db, folder, minutesLater(n))
    expect(readFileSync(foreign, 'utf8')).toBe('mine')
    expect(listBackups(folder).at(-1)).toMatchObject({ file: foreign, manifest: null })
  })
})

describe('verifying', () => {
  it('finds every single changed byte, a cut, a lost manifest, a missing file', async () => {
    const backup = await backupStore(db, folder, NOON)
    const bytes = readFileSync(backup.file)
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8((changed.readUInt8(at) ^ 1) & 0xff, at)
      writeFileSync(backup.file, changed)
      expect(verifyBackup(backup.file)).toEqual({ ok: false, problem: 'changed' })
    }
    truncateSync(backup.file, 0)
    expect(verifyBackup(backup.file)).toEqual({ ok: false, problem: 'changed' })
    writeFileSync(backup.file, bytes)
    expect(verifyBackup(backup.file).ok).toBe(true)
    writeFileSync(manifestFileOf(backup.file), '{"number": 1}')
    expect(verifyBackup(backup.file)).toEqual({ ok: false, problem: 'no_manifest' })
    // Of no day at all, it would keep all backups from being listed.
    writeFileSync(manifestFileOf(backup.file), JSON.stringify({ ...backup.manifest, createdAt: '昨天' }))
    expect(verifyBackup(backup.file)).toEqual({ ok: false, problem: 'no_manifest' })
    expect(verifyBackup(join(folder, 'ninepoint-20990101-000000.db'))).toEqual({ ok: false, problem: 'missing' })
  })
})

describe('restoring', () => {
  it('brings the store back and keeps what was there under another name', async () => {
    const before = dumpStore(db)
    const backup = await backupStore(db, folder, NOON)
    addCustomer(db, 'later')
    const later = dumpStore(db)
    // Not closeStore: what was written last lies in the -wal, and must move with the file.
    const wal = readFileSync(`${file}-wal`)
    closeStore(db)
    writeFileSync(`${file}-wal`, wal)
    const quarantine = restoreBackup(backup.file, file, NOON)
    expect(quarantine).toBe(`${file}.replaced-20260503T040000Z`)
    expect(existsSync(`${file}-wal`)).toBe(false)
    expect(readBackup(file)).toEqual(before)
    expect(readBackup(String(quarantine))).toEqual(later)
    expect(restoreBackup(backup.file, file, NOON)).toBe(`${quarantine}-2`)
  })

  it('works where nothing is, and over a damaged file', async () => {
    const before = dumpStore(db)
    const backup = await backupStore(db, folder, NOON)
    closeStore(db)
    const elsewhere = join(root, 'elsewhere.db')
    expect(restoreBackup(backup.file, elsewhere, NOON)).toBeNull()
    expect(readBackup(elsewhere)).toEqual(before)
    truncateSync(file, 0)
    restoreBackup(backup.file, file, NOON)
    expect(readBackup(file)).toEqual(before)
  })

  it('refuses a spoilt backup and touches nothing', async () => {
    const backup = await backupStore(db, folder, NOON)
    const before = dumpStore(db)
    closeStore(db)
    truncateSync(backup.file, 4096)
    expect(() => restoreBackup(backup.file, file, NOON)).toThrow(BackupError)
    expect(readBackup(file)).toEqual(before)
    expect(readdirSync(join(file, '..')).filter((name) => /replaced|restoring/.test(name))).toEqual([])
  })
})
