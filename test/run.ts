import { join } from 'node:path'
import { startVitest } from 'vitest/node'
import { buildAll } from '../electron/launch/build.ts'
import { ensureBrowser } from './support/browser.ts'

/**
 * `npm test`: sets up what the journeys need (the built page, Debian's Chromium), runs everything, and closes on one line that
 * any machine can read. `npm test -- unit/phone` runs the files whose path contains that text.
 */
const filters = process.argv.slice(2)
if (filters.length === 0 || filters.some((filter) => filter.includes('e2e'))) {
  await buildAll()
  ensureBrowser()
}

const vitest = await startVitest('test', filters, {
  config: join(import.meta.dirname, 'vitest.config.ts'),
  watch: false,
  run: true,
})
const files = vitest.state.getFiles()
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
const count = (state: string) => tests.filter((test) => test.result().state === state).length
const passed = count('passed')
const skipped = count('skipped')
// A file that could not even be loaded has no tests to fail, and is a failure all the same.
const broken = files.filter((file) => file.result?.state === 'fail' && file.tasks.length === 0).length
const failed = count('failed') + broken + vitest.state.getUnhandledErrors().length
await vitest.close()
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
