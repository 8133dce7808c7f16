import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listBackups, sha256Of, verifyBackup } from '../../db/backup-file.ts'
import { openBeside } from '../../db/connection.ts'
import { createDesk } from '../../electron/api/desk.ts'
import { storeProblemText } from '../../electron/launch/store-problem.ts'
import { AT_REST } from '../support/at-rest.ts'
import { STAFF, testDesk } from '../support/desk.ts'
import { KEPT_SCHEMAS, layDownSchema } from '../support/schema-fixtures.ts'
import { temporaryFolder } from '../support/showroom-folder.ts'
import { anonymous } from '../support/visitors.ts'

const HOUR_MS = 3_600_000
const OLDEST = KEPT_SCHEMAS[0] ?? 0

describe('backups by the clock', () => {
  it('are made every two hours in which something was written, and at no other time', async () => {
    const { as, desk, advance } = testDesk()
    const folder = desk.store()?.backupFolder ?? ''
    const tick = () => desk.backups.tick()
    expect(await tick()).toBe(true)
    advance(3 * HOUR_MS)
    expect(await tick()).toBe(false)
    await as(STAFF.lin).call('visits.log', anonymous)
    expect(await tick()).toBe(true)
    await as(STAFF.lin).call('visits.log', anonymous)
    advance(HOUR_MS)
    expect(await tick()).toBe(false)
    advance(HOUR_MS)
    expect(await tick()).toBe(true)
    // Set back by a year it is due as well: nobody knows how long it has been.
    await as(STAFF.lin).call('visits.log', anonymous)
    advance(-365 * 24 * HOUR_MS)
    expect(await tick()).toBe(true)
    const made = listBackups(folder)
    expect(made.map(({ manifest }) => manifest?.reason)).toEqual(['scheduled', 'scheduled', 'scheduled', 'scheduled'])
    expect(made.every(({ file }) => verifyBackup(file).ok)).toBe(true)
  })

  it('come as often as the owner says, at this PC', async () => {
    const { as, desk, advance, now } = testDesk()
    const owner = as(STAFF.owner)
    expect((await owner.call('store.place', {})).backupEveryHours).toBe(2)
    await owner.call('store.scheduleBackups', { everyHours: 8 })
    await desk.backups.tick()
    await as(STAFF.lin).call('visits.log', anonymous)
    advance(7 * HOUR_MS)
    expect(await desk.backups.tick()).toBe(false)
    advance(HOUR_MS)
    expect(await desk.backups.tick()).toBe(true)
    const again = createDesk({ folder: desk.folder, clock: now, ...AT_REST })
    expect(again.backups.everyHours()).toBe(8)
    await again.close()
  })

  it('that fail are told to the owner until one comes about', async () => {
    const { as, db, desk, advance, now } = testDesk()
    const folder = desk.store()?.backupFolder ?? ''
    const failedAt = async (staffId: string) => (await as(staffId).call('session.status', {})).backupFailedAt
    // What cannot be looked through is no backup.
    db.pragma('foreign_keys = OFF')
    db.exec("INSERT INTO drafts VALUES ('nobody', 'visit', '', '{}', 1, 1)")
    expect(await desk.backups.tick()).toBe(false)
    const since = now()
    expect([await failedAt(STAFF.owner), await failedAt(STAFF.manager)]).toEqual([since, null])
    expect((await as(STAFF.owner).call('store.place', {})).backupFailedAt).toBe(since)
    db.exec('DELETE FROM drafts')
    // Not at every look: a disk that is full now will hardly have room in a minute.
    advance(60_000)
    expect(await desk.backups.tick()).toBe(false)
    expect(listBackups(folder)).toEqual([])
    advance(10 * 60_000)
    expect(await desk.backups.tick()).toBe(true)
    expect(await failedAt(STAFF.owner)).toBeNull()
  })

  it('that have no folder to lie in, for a file is in its place, keep nobody from working', async () => {
    const { folder } = testDesk().desk
    writeFileSync(join(folder, 'showroom.db-backups'), '')
    const again = createDesk({ folder, ...AT_REST })
    expect(again.store()).not.toBeNull()
    expect(await again.backups.tick()).toBe(false)
    expect(again.backups.failedAt()).not.toBeNull()
    again.store()?.db.close()
  })

  it('are not made of the demo showroom', async () => {
    const { desk } = testDesk()
    await desk.openDemo()
    expect(await desk.backups.tick()).toBe(false)
  })
})

describe('a store of an older program', () => {
  it('is backed up as it is before it is brought up to date', async () => {
    const folder = temporaryFolder('older')
    const file = layDownSchema(OLDEST, join(folder, 'showroom.db'))
    const desk = createDesk({ folder, ...AT_REST })
    const [backup] = listBackups(`${file}-backups`)
    expect(backup?.manifest).toMatchObject({ schemaVersion: OLDEST, reason: 'before_update' })
    expect(verifyBackup(backup?.file ?? '').ok).toBe(true)
    desk.store()?.db.close()
  })

  it('stays as it is where it cannot be backed up', () => {
    const folder = temporaryFolder('older')
    const file = layDownSchema(OLDEST, join(folder, 'showroom.db'))
    // As every store is left by its program: in WAL mode, which the first handle would note in the file.
    openBeside(file).close()
    writeFileSync(`${file}-backups`, '')
    const before = sha256Of(file)
    let text = ''
    try {
      createDesk({ folder, ...AT_REST })
    } catch (error) {
      text = storeProblemText(error)
    }
    expect(text).toMatch(/不能写入/)
    expect(sha256Of(file)).toBe(before)
    expect(readdirSync(folder).toSorted()).toEqual(['showroom.db', 'showroom.db-backups'])
  })
})
