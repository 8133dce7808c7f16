import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { dumpStore } from '../support/registers.ts'
import { figures, filled, next, preview, readIn } from './import-steps.ts'
import { type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { openShowroom } from './showroom.ts'
import { settled } from './stillness.ts'

/** Not ours to keep in the repository; where it lies, it is read. */
const PIPELINE = join(import.meta.dirname, '../../../shared/data/crm_opportunities/sales_pipeline.csv')
const HEADER = '来店日期,客户姓名,联系电话,信息来源,意向车型,接待顾问'

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  ;({ program, window } = await openShowroom())
})
afterAll(() => program.close())

const { common, imports } = zh
const store = () => program.readStore(dumpStore)

/** A register of so many visits in January, each by somebody else. */
function register(rows: number, month = '01'): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const day = String((i % 28) + 1).padStart(2, '0')
    return `2026-${month}-${day},客户${i},13${month}${String(i).padStart(7, '0')},自然到店,轩逸,林小雨`
  })
  return [HEADER, ...lines].join('\n')
}

/** From the file to its preview, with everything as it was guessed. */
async function toPreview(name: string, content: string | Buffer): Promise<void> {
  await window.go('/import')
  await readIn(window, name, content)
  for (
    let steps = 0;
    steps < 4 && (await window.page.getByRole('button', { name: common.next }).isVisible());
    steps++
  ) {
    await next(window)
  }
  await preview(window)
}

describe('an import', () => {
  it('that is cancelled while it runs leaves nothing behind', async () => {
    const { page } = window
    const before = store()
    await toPreview('一月.csv', register(20_000))
    await page.getByRole('button', { name: filled(imports.preview.run.visits, { rows: '20,000' }) }).click()
    await page.getByRole('button', { name: imports.job.cancel, exact: true }).click()
    await page.getByText(zh.failure.import_cancelled).waitFor()
    expect(store()).toEqual(before)
    // Back at the preview, from where it can be run after all.
    await page.getByRole('button', { name: filled(imports.preview.run.visits, { rows: '20,000' }) }).waitFor()
    await page.getByRole('button', { name: common.back, exact: true }).waitFor()
  })

  it('waits where it was while something else is looked at', async () => {
    const { page } = window
    await window.go('/import')
    if (await page.getByText(imports.file.drop).isHidden()) {
      await page.reload()
      await settled(page)
    }
    await readIn(window, '二月.csv', register(5, '02'))
    await next(window)
    await page.getByRole('link', { name: common.nav.today }).click()
    await settled(page)
    await page.getByRole('link', { name: common.nav.import }).click()
    await page.getByText(imports.columns.title).waitFor()
  })
})

it('a template spares the next file of the same form every question', async () => {
  const { page } = window
  await page.reload()
  await toPreview('三月.csv', register(12, '03'))
  await page.getByLabel(imports.template.name).fill('月度登记表')
  await page.getByRole('button', { name: imports.template.save }).click()
  await page.getByText(filled(imports.template.saved, { name: '月度登记表' })).waitFor()
  await page.getByRole('button', { name: filled(imports.preview.run.visits, { rows: 12 }) }).click()
  // Nobody has to stay and watch.
  await page.getByRole('link', { name: common.nav.today }).click()
  await settled(page)
  await page.getByRole('link', { name: common.nav.import }).click()
  await page.getByText(filled(imports.done.title.visits, { rows: 12 })).waitFor()
  await page.getByRole('button', { name: imports.done.more }).click()

  await readIn(window, '四月.csv', register(9, '04'))
  await page.getByText(filled(imports.template.applied, { name: '月度登记表' })).waitFor()
  await page.getByText(imports.template.appliedReady).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await preview(window)
  expect(await figures(window)).toMatchObject({ [imports.preview.visits]: '9' })
})

it.skipIf(!existsSync(PIPELINE))('a list of opportunities shows its win rate before anything is written', async () => {
  const { page } = window
  await page.reload()
  await toPreview('sales_pipeline.csv', readFileSync(PIPELINE))
  expect(await figures(window)).toMatchObject({
    [imports.preview.won]: '4,238',
    [imports.preview.lost]: '2,473',
    [imports.preview.winRate]: `63.15% ${filled(imports.preview.winRateOf, { won: '4,238', lost: '2,473' })}`,
    [imports.preview.people]: '30',
  })
  expect(await seriousFindings(page)).toEqual([])
  // The browser remarks on the one call that was cancelled, and on nothing else.
  expect(window.complaints.filter((complaint) => !complaint.includes('409 (Conflict)'))).toEqual([])
})
