import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { rounds, tally } from '../support/rounds.ts'
import { closedStoreFile, temporaryFolder } from '../support/showroom-folder.ts'

const TIMES = rounds(1, 25)
const UNWRITABLE = '数据不能写入，请检查磁盘空间、文件夹和权限。'

/** What a person finds, in the order in which they try it. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // It opens, and everything can be read.
  file: {
    start: 'ok',
    'write before': 'ok',
    read: 'ok',
    write: 'store_unwritable',
    backup: 'backup_failed',
    'read again': 'ok',
    stands: 'undefined',
  },
  // Where not even SQLite's own files can be laid beside the store it does not open, and says why.
  filesystem: { start: UNWRITABLE },
  'folder meanwhile': {
    start: 'ok',
    'write before': 'ok',
    read: 'ok',
    write: 'ok',
    backup: 'backup_failed',
    'read again': 'ok',
    stands: '2',
  },
  'disk meanwhile': {
    start: 'ok',
    'write before': 'ok',
    read: 'ok',
    write: 'store_unwritable',
    backup: 'backup_failed',
    'read again': 'ok',
    stands: '1',
    'write after': 'ok',
  },
}

const program = resolve(import.meta.dirname, '../support/on-read-only.ts')
const store = closedStoreFile()

/** A disk of its own that only this program sees (who runs the tests may be root, whom no right stops). */
function tryOn(how: string): Readonly<Record<string, string>> {
  const folder = temporaryFolder('read-only')
  const node = `"${process.execPath}" --disable-warning=ExperimentalWarning "${program}" "$0" "$1"`
  const script = `mount -t tmpfs -o size=24m tmpfs "$0" && cp "$2" "$0/showroom.db" && exec ${node}`
  const args = ['-Urm', 'sh', '-c', script, folder, how, store]
  const done = spawnSync('unshare', args, { encoding: 'utf8', timeout: 120_000 })
  if (done.error !== undefined)
    throw new Error(`R8 needs unshare (util-linux) for a disk of its own: ${done.error.message}`)
  if (done.status !== 0) throw new Error(`R8: ${done.stderr}`)
  const lines = done.stdout
    .trim()
    .split('\n')
    .map((line): { readonly what: string; readonly said: string } => JSON.parse(line))
  return Object.fromEntries(lines.map(({ what, said }) => [what, said]))
}

describe('R8 a store that cannot be written is read, says so, and loses nothing', () => {
  const { done, expectAll } = tally(TIMES * Object.keys(EXPECTED).length)
  afterAll(() => expectAll())

  it.each(Object.keys(EXPECTED))('%s', { timeout: 600_000 }, (how) => {
    for (let time = 0; time < TIMES; time += 1) {
      expect(tryOn(how)).toEqual(EXPECTED[how])
      done()
    }
  })
})
