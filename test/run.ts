import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'
import { buildAll } from '../electron/launch/build.ts'
import { findElectron } from '../electron/launch/electron-binary.ts'
import { ensureBrowser } from './support/browser.ts'

/**
 * `npm test`: sets up what the journeys need (the built page, Debian's Chromium), runs everything, and closes on one line that
 * any machine can read. `npm test -- unit/phone` runs the files whose path contains that text; `npm test -- --window electron`
 * (or `stand-in`) runs the journeys, and only them, in that kind of window (test/e2e/windows/window-kind.ts). `npm run test:long` runs
 * the rails, and only them, as often as an owner may ask for (test/support/rounds.ts).
 */
const { values, positionals } = parseArgs({
  options: { window: { type: 'string' }, long: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const filters = positionals.length > 0 ? positionals : filtersOf(values)

if (values.window !== undefined) process.env['NINEPOINT_WINDOW'] = values.window
if (values.long) process.env['NINEPOINT_LONG'] = '1'
if (values.window === 'electron') assertElectron()
if (filters.length === 0 || filters.some((filter) => /e2e|shell|rail/.test(filter))) {
  await buildAll()
  if (values.window !== 'electron') ensureBrowser()
}

/** What runs alone needs one core and a while: the rules and services have the other meanwhile, and are still at it when it is over. */
const ALONE = ['alone', 'e2e in the shell']
const BESIDE = ['unit', 'node', 'e2e', 'plans']
const parts = values.window !== undefined ? [['e2e']] : filters.length === 0 ? [BESIDE, ALONE] : [[...BESIDE, ...ALONE]]
const runs = await Promise.all(
  parts.map((project) =>
    startVitest('test', filters, {
      config: join(import.meta.dirname, 'vitest.config.ts'),
      watch: false,
      run: true,
      project,
    }),
  ),
)
const modules = runs.flatMap((run) => run.state.getTestModules())
const tests = modules.flatMap((module) => [...module.children.allTests()])
const count = (state: string) => tests.filter((test) => test.result().state === state).length
const passed = count('passed')
const skipped = count('skipped')
// A file that could not even be loaded has no tests to fail, and is a failure all the same.
const broken = runs
  .flatMap((run) => run.state.getFiles())
  .filter((file) => file.result?.state === 'fail' && file.tasks.length === 0).length
const errors = runs.reduce((sum, run) => sum + run.state.getUnhandledErrors().length, 0)
const failed = count('failed') + broken + errors
for (const run of runs) await run.close()
// Where no part of the run has looked at what was noted there (test/plans), nobody has cleared it away.
rmSync(process.env['NINEPOINT_STATEMENTS'] ?? '', { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

function filtersOf({ window, long }: { readonly window?: string; readonly long: boolean }): string[] {
  if (window !== undefined) return ['test/e2e/']
  return long ? ['rail'] : []
}

/** A journey that cannot take place is not a journey that went well. */
function assertElectron(): void {
  if (process.env['NINEPOINT_PROGRAM'] !== undefined) return
  const electron = findElectron()
  if (!('missing' in electron)) return
  console.error(`没有 Electron，没有可运行的流程。 No Electron here (${electron.missing}): no journey was run.`)
  process.exit(1)
}
