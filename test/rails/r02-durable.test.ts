import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rounds } from '../support/rounds.ts'
import { layDownSchema } from '../support/schema-fixtures.ts'
import { closedStoreFile, folderWith, temporaryFolder } from '../support/showroom-folder.ts'

const COMMITS = rounds(150, 1500)
/** `PRAGMA synchronous = FULL`. */
const FULL = 2
const support = resolve(import.meta.dirname, '../support')

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 1 << 28 })
  if (done.error !== undefined) throw new Error(`R2 needs ${command}: ${done.error.message}`)
  expect(done.stderr.replaceAll(/.*Warning.*\n?/g, '')).toBe('')
  expect(done.status).toBe(0)
  return done.stdout
}

/** How often the log of a store was waited for to be on the disk, by what the system saw. */
function waitsFor(log: string, traced: string): number {
  return traced.split('\n').filter((line) => /f(?:data)?sync\(\d+<.*>\)\s+= 0/.test(line) && line.includes(`${log}>`))
    .length
}

describe('R2 an answer is given when the write is on the disk', () => {
  it(`${COMMITS} acts through the gate: at least as many waits for the disk`, { timeout: 300_000 }, () => {
    const { folder, file } = folderWith(closedStoreFile())
    const trace = join(folder, 'trace')
    const args = ['-f', '-y', '-e', 'trace=fsync,fdatasync', '-o', trace, process.execPath]
    const said = run('strace', [...args, join(support, 'save-until-killed.ts'), folder, '1', String(COMMITS)])
    expect(said.trim().split('\n')).toHaveLength(1 + COMMITS)
    expect(waitsFor(`${file}-wal`, readFileSync(trace, 'utf8'))).toBeGreaterThanOrEqual(COMMITS)
    // The counter tells one file from another.
    expect(waitsFor(`${file}-none`, readFileSync(trace, 'utf8'))).toBe(0)
  })

  it('every handle that writes waits for the disk, whatever way the store was opened', { timeout: 300_000 }, () => {
    const folder = temporaryFolder('every-way')
    layDownSchema(10, join(folder, 'showroom.db'))
    const handles = join(folder, 'handles.jsonl')
    const preload = pathToFileURL(join(support, 'watch-handles.mjs')).href
    run(process.execPath, [join(support, 'open-every-way.ts'), folder], {
      NINEPOINT_HANDLES: handles,
      NODE_OPTIONS: `--import ${preload}`,
    })
    const noted = readFileSync(handles, 'utf8')
      .trim()
      .split('\n')
      .map((line): { readonly file: string; readonly synchronous: number } => JSON.parse(line))
    expect(noted.filter(({ synchronous }) => synchronous !== FULL)).toEqual([])
    // The program's own before and after the backup took its place, the import's thread, and the copy that was staged.
    const byFile = (name: string) => noted.filter(({ file }) => file === join(folder, name)).length
    expect(byFile('showroom.db')).toBeGreaterThanOrEqual(3)
    expect(byFile('showroom.db.restoring')).toBeGreaterThanOrEqual(1)
  })
})
