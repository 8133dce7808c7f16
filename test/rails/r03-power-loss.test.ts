import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { openStore } from '../../db/connection.ts'
import { STAFF, testDesk } from '../support/desk.ts'
import { seededRandom } from '../support/random.ts'
import { rounds, seed, tally } from '../support/rounds.ts'
import { temporaryFolder } from '../support/showroom-folder.ts'
import { anonymous, someone } from '../support/visitors.ts'

/** Half of them of a plain store, half of an encrypted one. */
const CUTS = rounds(1000, 10_000) / 2
const ACTS = 8

/**
 * What stands in the log when the power goes: all that was waited for to be on the disk, which is everything up to the last act that
 * was acknowledged (R2), and of what came later any part, the rest of the file being absent, zeros, or whatever was there before.
 */
const TAILS = ['short', 'zeros', 'noise'] as const

const folder = temporaryFolder('power')
const [base, target] = [join(folder, 'base.db'), join(folder, 'target.db')]
let log: Buffer
/** How long the log was when each act was acknowledged, and what the store held then. */
let acknowledged: readonly { readonly bytes: number; readonly state: string }[]

/** A number of every table: what is half an act shows as a number that never was together with the others. */
function stateOf(db: Db): string {
  const tables = ['visits', 'leads', 'customers', 'lead_events', 'lead_history', 'follow_ups', 'audit_trail']
  const counts = tables.map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  return [...counts, db.prepare('SELECT coalesce(sum(length(note)), 0) FROM visits').pluck().get()].join(' ')
}

async function work(isEncrypted: boolean): Promise<void> {
  const { as, db, desk, advance } = testDesk({ isEncrypted })
  const file = desk.store()?.file ?? ''
  const lin = as(STAFF.lin)
  // Nothing of the log is taken over while the acts are done.
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('wal_autocheckpoint = 0')
  copyFileSync(file, base)
  const points = [{ bytes: 0, state: stateOf(db) }]
  for (let n = 0; n < ACTS; n += 1) {
    advance(60_000)
    const contact = { ...someone, phone: String(13_800_138_000 + n) }
    const { leadId } = await lin.call('visits.log', { ...anonymous, note: '看'.repeat(1 + n * 7), contact })
    points.push({ bytes: statSync(`${file}-wal`).size, state: stateOf(db) })
    const call = {
      method: 'call',
      outcome: 'reached',
      note: `约了${n}`,
      doneAt: null,
      nextDueOn: '2026-05-27',
    } as const
    await lin.call('followUps.log', { leadId: leadId ?? '', ...call })
    points.push({ bytes: statSync(`${file}-wal`).size, state: stateOf(db) })
  }
  log = readFileSync(`${file}-wal`)
  acknowledged = points
}

function tornLog(cut: number, tail: (typeof TAILS)[number], noise: Buffer): Buffer {
  if (tail === 'short') return log.subarray(0, cut)
  return Buffer.concat([log.subarray(0, cut), tail === 'zeros' ? Buffer.alloc(log.length - cut) : noise.subarray(cut)])
}

/** The last act whose bytes are all there; by chance also one that was cut where zeros stood anyway. */
function lastWholeAct(torn: Buffer): number {
  return acknowledged.findLastIndex(({ bytes }) => torn.subarray(0, bytes).equals(log.subarray(0, bytes)))
}

/** The number of the act after which the store stands as it was found; -1: as it never stood. */
function actFoundIn(torn: Buffer): number {
  copyFileSync(base, target)
  writeFileSync(`${target}-wal`, torn)
  const db = openStore(target)
  try {
    expect(db.pragma('foreign_key_check')).toEqual([])
    const state = stateOf(db)
    return acknowledged.findIndex((point) => point.state === state)
  } finally {
    db.close()
  }
}

describe('R3 a power cut takes nothing that was acknowledged, and leaves nothing half', () => {
  describe.each([false, true])('of a store that is encrypted: %s', (isEncrypted) => {
    beforeAll(() => work(isEncrypted))

    it(`the log cut ${CUTS} times at any byte`, { timeout: 1_800_000 }, () => {
      const random = seededRandom(seed)
      const noise = Buffer.from(Array.from(log, () => Math.floor(random() * 256)))
      const { done, expectAll } = tally(CUTS)
      expect(new Set(acknowledged.map(({ state }) => state)).size).toBe(acknowledged.length)
      for (let round = 0; round < CUTS; round += 1) {
        const cut = Math.floor(random() * (log.length + 1))
        const tail = TAILS[round % TAILS.length] ?? 'short'
        const torn = tornLog(cut, tail, noise)
        expect(actFoundIn(torn), `cut at ${cut}, ${tail}`).toBe(lastWholeAct(torn))
        done()
      }
      expectAll()
    })

    it('a log that is whole gives everything, one that is gone the beginning', () => {
      expect(actFoundIn(log)).toBe(acknowledged.length - 1)
      expect(actFoundIn(Buffer.alloc(0))).toBe(0)
    })
  })
})
