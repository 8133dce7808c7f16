import { spawn } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { closeStore, type Db, openStore } from '../../db/connection.ts'
import { bundledEnv, bundledProgram } from '../support/bundled-program.ts'
import { seededRandom } from '../support/random.ts'
import { rounds, seed, tally } from '../support/rounds.ts'
import { closedStoreFile, folderWith } from '../support/showroom-folder.ts'
import { faultsOf } from '../support/store-state.ts'

const KILLS = rounds(200, 1000)
/** So many kills hit one store, one after the other. */
const KILLS_PER_STORE = 20

let program = ''
beforeAll(async () => {
  program = await bundledProgram('save-until-killed')
}, 120_000)

/**
 * Lets the program work and kills it so long after it has acknowledged so many acts, however fast it is on this machine; `null`: it ends by
 * itself after five.
 */
async function live(
  folder: string,
  seedOfRound: number,
  kill: { readonly acts: number; readonly afterMs: number } | null,
) {
  const args = [program, folder, String(seedOfRound), kill === null ? '5' : '1000000']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: bundledEnv })
  let said = ''
  let isSentenced = false
  const ended = new Promise<boolean>((resolve) => child.on('close', (_, signal) => resolve(signal === 'SIGKILL')))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (kill === null || isSentenced || said.split('\n').length - 2 < kill.acts) return
    isSentenced = true
    setTimeout(() => child.kill('SIGKILL'), kill.afterMs)
  })
  const wasKilled = await ended
  const [first, ...acknowledged] = said.split('\n').filter((line) => line !== '')
  expect(first).toBe('go')
  return { acknowledged, wasKilled }
}

/** What was acknowledged and is not there. */
function missingIn(db: Db, acknowledged: readonly string[]): readonly string[] {
  return acknowledged.filter((line) => {
    const [table, id] = line.split(' ')
    return db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) === undefined
  })
}

/** Every act leaves its row and its entry in the audit trail, or neither. */
function halves(db: Db): readonly unknown[] {
  const acts = (operation: string) =>
    db.prepare('SELECT count(*) FROM audit_trail WHERE operation = ?').pluck().get(operation)
  const rows = (sql: string) => db.prepare(sql).pluck().get()
  return [
    [acts('visits.log'), rows('SELECT count(*) FROM visits'), rows('SELECT count(*) FROM leads')],
    [acts('followUps.log'), rows('SELECT count(*) FROM follow_ups WHERE done_at IS NOT NULL')],
  ].filter(([acted, ...made]) => made.some((count) => count !== acted))
}

describe('R1 every acknowledged write survives kill -9', () => {
  it(`${KILLS} kills while the gate is at work: nothing lost, nothing half`, { timeout: 1_800_000 }, async () => {
    const random = seededRandom(seed)
    const { done, expectAll } = tally(KILLS)
    const empty = [closedStoreFile(), closedStoreFile({ isEncrypted: true })]
    let store = folderWith(empty[0] ?? '')
    let acknowledged: string[] = []
    let acts = 0
    for (let round = 0; round < KILLS; round += 1) {
      if (round % KILLS_PER_STORE === 0) {
        // A plain one and an encrypted one in turn.
        store = folderWith(empty[(round / KILLS_PER_STORE) % 2] ?? '')
        acknowledged = []
      }
      const life = await live(store.folder, round, { acts: Math.floor(random() * 6), afterMs: random() * 4 })
      expect(life.wasKilled).toBe(true)
      acknowledged.push(...life.acknowledged)
      acts += life.acknowledged.length
      const db = openStore(store.file)
      expect(missingIn(db, acknowledged)).toEqual([])
      expect(halves(db)).toEqual([])
      if (round % KILLS_PER_STORE === KILLS_PER_STORE - 1) expect(faultsOf(db)).toEqual([])
      // As it was left, half of the time: the next one finds the log of the one that was killed.
      if (round % 2 === 0) closeStore(db)
      else db.close()
      done()
    }
    expectAll()
    expect(acts).toBeGreaterThan(KILLS)
  })

  it('one that ends by itself has everything it acknowledged, and what was never there is missed', async () => {
    const store = folderWith(closedStoreFile())
    const { acknowledged, wasKilled } = await live(store.folder, 1, null)
    expect([acknowledged.length, wasKilled]).toEqual([5, false])
    const db = openStore(store.file)
    expect(missingIn(db, [...acknowledged, 'visits nobody'])).toEqual(['visits nobody'])
    closeStore(db)
  })
})
