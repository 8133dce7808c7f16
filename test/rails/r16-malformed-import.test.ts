import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Failure, Refusal } from '../../shared/contract/failure.ts'
import type { FileReading } from '../../shared/contract/imports.ts'
import { STAFF, testDesk } from '../support/desk.ts'
import { malformedFiles } from '../support/malformed.ts'
import { answered, dumpStore, job } from '../support/registers.ts'
import { rounds } from '../support/rounds.ts'

// Whatever file is chosen: it is read or refused with a reason, in bounded time; what goes in is what the preview said, and comes
// out again without a trace.

const FILES = rounds(500, 3000)
const ALLOWED: readonly Failure['code'][] = ['file_unreadable', 'file_too_large', 'mapping_incomplete', 'invalid_input']

const desk = testDesk({ importLimits: { readMs: 20_000, lookMs: 20_000 } })
const owner = desk.as(STAFF.owner)

function read(fileName: string, bytes: Buffer): Promise<FileReading> {
  return owner.call('imports.read', { ...job(), fileName, contentBase64: bytes.toString('base64') })
}

/** In as previewed and out again; `null` when nothing of the file can go in. */
async function throughAndBack(reading: FileReading, before: unknown): Promise<number | null> {
  const { token } = reading
  const mapping = answered(reading)
  const plan = await owner.call('imports.preview', { ...job(), token, mapping })
  if (plan.visits + plan.newLeads + plan.deals === 0) return null
  const run = await owner.call('imports.run', { ...job(), token, mapping, digest: plan.digest })
  expect(run.plan).toEqual(plan)
  const made = (table: string) =>
    desk.db.prepare(`SELECT count(*) FROM ${table} WHERE batch_id = ?`).pluck().get(run.batchId)
  expect([made('visits'), made('leads'), made('deals'), made('customers')]).toEqual([
    plan.visits,
    plan.newLeads,
    plan.deals,
    plan.newCustomers,
  ])
  await owner.call('imports.undo', { ...job(), batchId: run.batchId })
  expect(dumpStore(desk.db)).toEqual(before)
  return plan.visits + plan.newLeads + plan.deals
}

describe(`R16 all or nothing: ${FILES} files that are not as they should be`, () => {
  const seen = { files: 0, in: 0, empty: 0, refused: 0 }
  const causes = new Set<unknown>()

  it.each(malformedFiles(FILES, 20_260_520))('$name', async ({ fileName, bytes }) => {
    seen.files += 1
    const before = dumpStore(desk.db)
    try {
      const records = await throughAndBack(await read(fileName, bytes), before)
      if (records === null) seen.empty += 1
      else seen.in += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      expect(ALLOWED).toContain(error.failure.code)
      causes.add(error.failure.params['cause'] ?? error.failure.code)
      seen.refused += 1
    }
    expect(dumpStore(desk.db)).toEqual(before)
  })

  afterAll(() => {
    expect(seen.files).toBeGreaterThanOrEqual(FILES)
    expect(Math.min(seen.in, seen.refused)).toBeGreaterThan(100)
    expect([...causes]).toEqual(
      expect.arrayContaining([
        'empty',
        'not_text',
        'encoding',
        'workbook',
        'too_big_inside',
        'encrypted',
        'quote',
        'columns',
      ]),
    )
  })
})

const SHARED = join(import.meta.dirname, '../../../shared/data')
const OURS = join(import.meta.dirname, '../data')
/** The visits, leads and orders each file from outside comes to; those that are no register ask for what they do not have. */
const REAL: readonly (readonly [folder: string, file: string, records: number | 'asks'])[] = [
  [OURS, 'showroom_register_zh/来店登记表_GBK.csv', 640 + 356],
  [OURS, 'showroom_register_zh/来店登记表.xlsx', 640 + 356],
  [SHARED, 'crm_opportunities/sales_pipeline.csv', 8300 + 4238],
  [SHARED, 'crm_opportunities/accounts.csv', 'asks'],
  [SHARED, 'crm_opportunities/products.csv', 'asks'],
  [SHARED, 'crm_opportunities/sales_teams.csv', 'asks'],
  [SHARED, 'crm_opportunities/data_dictionary.csv', 'asks'],
  [SHARED, 'car_sales_report/car_data.csv', 2 * 23_906],
]

describe('R16 files from outside go in as previewed and come out again', () => {
  for (const [folder, name, expected] of REAL) {
    const file = join(folder, name)
    it.skipIf(!existsSync(file))(
      name,
      async () => {
        const before = dumpStore(desk.db)
        const through = throughAndBack(await read(name, readFileSync(file)), before)
        if (expected === 'asks')
          await expect(through).rejects.toMatchObject({ failure: { code: 'mapping_incomplete' } })
        else expect(await through).toBe(expected)
      },
      180_000,
    )
  }
})
