import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const journeys = {
  environment: 'node',
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 15_000 } },
} as const
/** These build anew what the others are looking at, or start the program as a person does: one at a time, and alone. */
const ALONE = ['test/shell/**/*.test.ts', 'test/e2e/{start,drafts-power-cut}.test.ts']

/** Where the node tests note which statements they have seen, for test/plans to look at: one folder for each run. */
process.env['NINEPOINT_STATEMENTS'] ??= mkdtempSync(join(tmpdir(), 'ninepoint-statements-'))

/** Programs that tests start by the dozen are compiled once, not each time. */
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../dist/compiled')

/** Rules and services, after them the journeys in a browser, two files at a time; then what runs alone, and two journeys again in the shell. */
const config = defineConfig({
  test: {
    root: join(import.meta.dirname, '..'),
    projects: [
      {
        test: {
          // Pure rules leave nothing behind: they need no process of their own each.
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          setupFiles: ['test/support/statement-watch.ts'],
          maxWorkers: 3,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'node',
          include: ['test/{db,contract,golden,rails}/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['test/support/statement-watch.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Of three one waits for its programs, its disk or its page: two cores are busy.
          maxWorkers: 3,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'plans',
          include: ['test/plans/*.test.ts'],
          environment: 'node',
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ALONE,
          ...journeys,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'alone',
          include: ALONE,
          ...journeys,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          // All of them run there by `npm test -- --window stand-in`; this one keeps the way to it open.
          name: 'e2e in the shell',
          include: ['test/e2e/first-run.test.ts'],
          env: { NINEPOINT_WINDOW: 'stand-in' },
          ...journeys,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})

export default config
