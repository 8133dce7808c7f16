import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { goldenDifferences, goldenReports } from '../support/golden-report.ts'

const STORES = ['worked-example', 'plain', 'berlin', 'nasty'] as const

describe.each(STORES)('golden: %s', (store) => {
  const folder = join(import.meta.dirname, store)
  const db = openStore(':memory:')
  const imported = importFolder(db, join(folder, 'store'))
  const reports = goldenReports(folder)

  it('imports without a fault', () => {
    expect(imported).toMatchObject({ ok: true })
    expect(reports.length).toBeGreaterThan(0)
  })

  it.each(reports)('%s', (fileName) => {
    expect(goldenDifferences(db, folder, fileName)).toEqual([])
  })
})
