import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Rules and services run side by side; the journeys after them, one browser at a time, so that two cores are enough. */
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
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})

export default config
