import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openProgram, type Program, type ProgramWindow } from './program.ts'

// What a window loads until somebody works: an old PC reads and compiles all of it before the first word is on screen.

const BUILT = join(import.meta.dirname, '../../dist/renderer')
const FIRST_SCREEN_BYTES = 500_000
const DAY_AND_BOARD_BYTES = 750_000

let program: Program
beforeAll(async () => {
  program = await openProgram({ demo: true })
})
afterAll(() => program.close())

/** The scripts and styles that this page has loaded, by their names in what was built. */
async function loadedBy({ page }: ProgramWindow): Promise<string[]> {
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  return urls.map((url) => new URL(url).pathname).filter((path) => /\.(?:js|css)$/.test(path))
}

function compressed(paths: ReadonlySet<string>): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  return [...paths].reduce(
    (sum, path) => sum + brotliCompressSync(readFileSync(join(BUILT, path)), { params }).length,
    0,
  )
}

it('the first screen takes less than 500 kB compressed, a day and the board 250 kB more', async () => {
  const window = await program.openWindow()
  const loaded = new Set(await loadedBy(window))
  const first = compressed(loaded)
  expect(first, 'with the library of the widgets, at least').toBeGreaterThan(100_000)
  expect(first).toBeLessThan(FIRST_SCREEN_BYTES)
  await window.signIn('manager', '888888')
  await window.go('/today')
  for (const path of await loadedBy(window)) loaded.add(path)
  const untilToday = compressed(loaded)
  await window.go('/board')
  for (const path of await loadedBy(window)) loaded.add(path)
  const withBoard = compressed(loaded)
  expect(withBoard, 'the board has charts of its own').toBeGreaterThan(untilToday)
  expect(withBoard).toBeLessThan(DAY_AND_BOARD_BYTES)
  await window.close()
})
