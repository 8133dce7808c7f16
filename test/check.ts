import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** `npm run check`: everything a tool can hold, one after the other, all of it even when one fails. */
const SOURCES = ['shared', 'db', 'electron', 'renderer', 'test']

const CHECKS: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ['types', 'tsc', '-b'],
  ['lint and boundaries', 'oxlint', '--deny-warnings', ...SOURCES],
  ['dead code', 'knip'],
  ['format', 'biome', 'check', '--error-on-warnings', '.'],
]

const bin = join(import.meta.dirname, '../node_modules/.bin')
const failed = CHECKS.filter(([name, program, ...args]) => {
  const { status } = spawnSync(join(bin, program), args, { stdio: 'inherit', shell: process.platform === 'win32' })
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`)
  return status !== 0
})
if (failed.length > 0) process.exit(1)
