import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The journeys, one window at a time, so that two cores are enough. */
const journeys = {
  environment: 'node',
  testTimeout: 120_000,
  hookTimeout: 120_000,
  fileParallelism: false,
  expect: { poll: { timeout: 15_000 } },
} as const

/** Rules and services run side by side; after them the journeys in a browser, and two of them again in the desktop shell. */
const config = defineConfig({
  test: {
    root: join(import.meta.dirname, '..'),
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/{unit,db,contract,golden}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/{e2e,shell}/**/*.test.ts'],
          ...journeys,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          // All of them run there by `npm test -- --window stand-in`; these two keep the way to it open.
          name: 'e2e in the shell',
          include: ['test/e2e/{first-run,salesperson-day}.test.ts'],
          env: { NINEPOINT_WINDOW: 'stand-in' },
          ...journeys,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})

export default config
