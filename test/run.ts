import { spawn } from 'node:child_process'
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
  options: { window: { type: 'string' }, long: { type: 'boolean', default: false }, part: { type: 'string' } },
  allowPositionals: true,
})
const filters = positionals.length > 0 ? positionals : filtersOf(values)

if (values.window !== undefined) process.env['NINEPOINT_WINDOW'] = values.window
if (values.long) process.env['NINEPOINT_LONG'] = '1'
if (values.window === 'electron') assertElectron()
if (values.part === undefined && (filters.length === 0 || filters.some((filter) => /e2e|shell|rail/.test(filter)))) {
  await buildAll()
  if (values.window !== 'electron') ensureBrowser()
}

/** What runs alone leaves a core idle for a while: in a whole run it is done by a process of its own, beside the rules and services. */
const ALONE = ['alone', 'e2e in the shell']
const BESIDE = ['unit', 'node', 'e2e', 'plans']
const isWhole = filters.length === 0 && values.window === undefined
const alone = isWhole && values.part === undefined ? runAlone() : null
const vitest = await startVitest('test', filters, {
  config: join(import.meta.dirname, 'vitest.config.ts'),
  watch: false,
  run: true,
  project: projects(),
})
const files = vitest.state.getFiles()
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
const count = (state: string) => tests.filter((test) => test.result().state === state).length
const besides = await alone
const passed = count('passed') + (besides?.passed ?? 0)
const skipped = count('skipped')
// A file that could not even be loaded has no tests to fail, and is a failure all the same.
const broken = files.filter((file) => file.result?.state === 'fail' && file.tasks.length === 0).length
const failed = count('failed') + broken + vitest.state.getUnhandledErrors().length + (besides?.failed ?? 0)
await vitest.close()
// Where no part of the run has looked at what was noted there (test/plans), nobody has cleared it away.
if (values.part === undefined) rmSync(process.env['NINEPOINT_STATEMENTS'] ?? '', { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

function projects(): string[] {
  if (values.window !== undefined) return ['e2e']
  if (values.part === 'alone') return ALONE
  return isWhole ? BESIDE : [...BESIDE, ...ALONE]
}

type Counted = { readonly passed: number; readonly failed: number }

/** Says what that process said when it is over; one that did not count its tests has failed. */
function runAlone(): Promise<Counted> {
  const child = spawn(process.execPath, [...process.execArgv, import.meta.filename, '--part', 'alone'])
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      process.stdout.write(said)
      const [, passed = '0', failed = '1'] = [...said.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1) ?? []
      const isCounted = code === 0 || Number(failed) > 0
      resolve({ passed: Number(passed), failed: isCounted ? Number(failed) : 1 })
    })
  })
}

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
