import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { backupStore } from '../../db/backup.ts'
import { listBackups, verifyBackup } from '../../db/backup-file.ts'
import { type Db, openStore } from '../../db/connection.ts'
import { seededRandom } from '../support/random.ts'
import { rounds, seed, tally } from '../support/rounds.ts'
import { temporaryFolder } from '../support/showroom-folder.ts'

const DAYS = 400
const LIVES = rounds(1, 20)
const DAY_MS = 86_400_000
const YEAR_MS = 365 * DAY_MS

/** As little of a store as a backup needs: 400 days of a whole one would only measure the disk. */
const LITTLE = {
  version: 1,
  sql: `CREATE TABLE store (time_zone TEXT NOT NULL); INSERT INTO store VALUES ('Europe/Berlin');
    CREATE TABLE erasures (erased_at INTEGER NOT NULL); CREATE TABLE audit_trail (seq INTEGER PRIMARY KEY);
    CREATE TABLE parents (id INTEGER PRIMARY KEY); CREATE TABLE work (day INTEGER, parent INTEGER REFERENCES parents(id))`,
}

const stores: Db[] = []
afterAll(() => {
  for (const db of stores) db.close()
})

function flipOneBit(file: string, random: () => number): void {
  const bytes = readFileSync(file)
  const at = Math.floor(random() * bytes.length)
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at)
  writeFileSync(file, bytes)
}

/** The clock of a PC: a day further, now and then set back or forward by a year, and right again some days later. */
function clockOf(day: number, random: () => number, setOff: { ms: number }): Date {
  if (random() < 0.03) setOff.ms = random() < 0.5 ? -YEAR_MS : YEAR_MS
  else if (random() < 0.2) setOff.ms = 0
  // From before the clocks are changed in Berlin, at an hour that comes twice or not at all in one night of a year.
  return new Date(Date.parse('2026-03-20T01:30:00Z') + day * DAY_MS + setOff.ms)
}

async function liveThrough(life: number, done: () => void): Promise<void> {
  const random = seededRandom(seed + life)
  const folder = temporaryFolder('retention')
  const db = openStore(':memory:', { steps: [LITTLE] })
  stores.push(db)
  db.pragma('foreign_keys = OFF')
  const setOff = { ms: 0 }
  /** The backups that hold, in the order in which they were made. */
  let valid: string[] = []
  for (let day = 0; day < DAYS; day += 1) {
    const now = clockOf(day, random, setOff)
    db.prepare('INSERT INTO work (day) VALUES (?)').run(day)
    const isBroken = random() < 0.1
    if (isBroken) db.prepare('INSERT INTO work VALUES (-1, 4711)').run()
    if (random() < 0.05) db.prepare('INSERT INTO erasures VALUES (?)').run(now.getTime())
    const reason = ([undefined, 'scheduled', 'before_replacing', 'before_update'] as const)[Math.floor(random() * 4)]
    const made = await backupStore(db, folder, now, reason).catch(() => null)
    expect(made === null, `day ${day}`).toBe(isBroken)
    db.prepare('DELETE FROM work WHERE day = -1').run()
    if (made !== null) valid.push(made.file)
    const there = new Set(listBackups(folder).map(({ file }) => file))
    // What held last before this day is there yet, unless this day's holds.
    expect(there.has(valid.at(-1) ?? ''), `day ${day}`).toBe(valid.length > 0)
    const newest = listBackups(folder).find(({ file }) => verifyBackup(file).ok)?.file
    expect(newest, `day ${day}`).toBe(valid.at(-1))
    // A disk that forgets: any of them, also the newest.
    valid = valid.filter((file) => there.has(file))
    if (random() < 0.3) {
      const victim = valid[Math.floor(random() * valid.length)]
      if (victim !== undefined && valid.length > 1) flipOneBit(victim, random)
      if (valid.length > 1) valid = valid.filter((file) => file !== victim)
    }
    expect(there.size).toBeLessThanOrEqual(10 + 3 + 3 + 3 + 10)
    done()
  }
}

describe('R12 the newest backup that holds is never deleted', () => {
  it(`${LIVES} times ${DAYS} days of backups, clocks a year off, backups that fail and rot`, {
    timeout: 1_800_000,
  }, async () => {
    const { done, expectAll } = tally(LIVES * DAYS)
    for (let life = 0; life < LIVES; life += 1) await liveThrough(life, done)
    expectAll()
  })

  it('a backup with one bit flipped does not hold', async () => {
    const folder = temporaryFolder('rot')
    const db = openStore(':memory:', { steps: [LITTLE] })
    stores.push(db)
    const { file } = await backupStore(db, folder, new Date(0))
    expect(verifyBackup(file).ok).toBe(true)
    flipOneBit(file, seededRandom(seed))
    expect(verifyBackup(file).ok).toBe(false)
  })
})
