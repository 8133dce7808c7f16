import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** `npm run check`: everything a tool can hold, one after the other, all of it even when one fails. */
const SOURCES = ['shared', 'db', 'electron', 'renderer', 'test']

const CHECKS: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ['types', 'tsc', '-b'],
  ['lint and boundaries', 'oxlint', '--deny-warnings', ...SOURCES],
  ['dead code', 'knip'],
  ['format', 'biome', 'check', '--error-on-warnings', '.'],
]

const bin = join(import.meta.dirname, '../node_modules/.bin')
const env = { ...process.env, PATH: bin + delimiter + (process.env.PATH ?? '') }
const failed = CHECKS.filter(([name, program, ...args]) => {
  // By name: through a shell, as Windows needs it, a path with a space in it would be two words.
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32', env })
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`)
  return status !== 0
})
if (failed.length > 0) process.exit(1)
