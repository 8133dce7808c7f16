import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveSecret } from '../../db/repositories/staff.ts'
import { cheapHash } from '../support/cheap-hash.ts'
import { STAFF } from '../support/desk.ts'
import { rounds, tally } from '../support/rounds.ts'
import { KEPT_SCHEMAS, layDownSchema } from '../support/schema-fixtures.ts'
import { closedStoreFile, temporaryFolder } from '../support/showroom-folder.ts'

/** Bytes that are left on the disk when the act begins: none, less than it needs, nearly what it needs. */
const ROOMS = rounds(5, 25)
const rooms = Array.from({ length: ROOMS }, (_, n) => Math.round(n * n * (600_000 / ROOMS ** 2)))
const ACTS = ['save', 'backup asked for', 'backup by the clock', 'import', 'restore', 'erase', 'update', 'export']

/** What a person is told: the code of a sentence, or the sentence itself; never that something inside went wrong. */
const CLEAR = /^(?:store_full|store_unwritable|backup_failed|told to the owner|数据不能写入.*|ENOSPC)$/

type Outcome = { readonly ok: boolean; readonly said: string }
type Point = {
  readonly name: string
  readonly room: number
  readonly first: Outcome
  readonly second: Outcome
  readonly lost: number
}

let points: readonly Point[] = []
beforeAll(() => {
  const folder = temporaryFolder('full')
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const store = closedStoreFile({ fill: (db) => saveSecret(db, STAFF.owner, cheapHash('correct horse'), null) })
  const old = layDownSchema(KEPT_SCHEMAS[0] ?? 0, join(folder, 'old.db'))
  const program = resolve(import.meta.dirname, '../support/on-full-disk.ts')
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', program, disk, store, old, rooms.join(',')]
  // A disk of 24 megabytes that only this program sees; no rights of the system are needed for it.
  const script = 'mount -t tmpfs -o size=24m tmpfs "$0" && exec "$@"'
  const done = spawnSync('unshare', ['-Urm', 'sh', '-c', script, disk, ...node], { encoding: 'utf8', timeout: 900_000 })
  if (done.error !== undefined)
    throw new Error(`R7 needs unshare (util-linux) to make a small disk: ${done.error.message}`)
  if (done.status !== 0) throw new Error(`R7: ${done.stderr}`)
  points = done.stdout
    .trim()
    .split('\n')
    .map((line): Point => JSON.parse(line))
}, 900_000)

describe('R7 a full disk loses nothing, says so, and is forgotten when there is room', () => {
  it(`${ACTS.length * ROOMS} points of ${ACTS.length} acts`, () => {
    const { done, expectAll } = tally(ACTS.length * ROOMS)
    expect([...new Set(points.map(({ name }) => name))]).toEqual(ACTS)
    for (const { name, room, first, second, lost } of points) {
      const about = `${name} with ${room} bytes left: ${first.said}, then ${second.said}`
      if (!first.ok) expect(first.said, about).toMatch(CLEAR)
      expect(lost, about).toBe(0)
      expect(second.ok, about).toBe(true)
      done()
    }
    expectAll()
  })

  it('there was no room indeed: every act failed with none left', () => {
    const failed = points.filter(({ room, first }) => room === 0 && !first.ok).map(({ name }) => name)
    expect(failed).toEqual(ACTS)
  })
})
