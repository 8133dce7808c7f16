import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { dumpStore } from '../support/registers.ts'
import { figures, filled, mean, next, preview, readIn } from './import-steps.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { settled } from './stillness.ts'

const FILE = '来店登记表.xlsx'
const REGISTER = readFileSync(join(import.meta.dirname, '../data/showroom_register_zh', FILE))

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  program = await openProgram()
  window = await program.openWindow()
})
afterAll(() => program.close())

const { common, imports, setup } = zh
const march = { from: '2026-03-01', to: '2026-03-31', asOf: null, staffId: null }
const store = () => program.readStore(dumpStore)

async function setUpShowroom(): Promise<void> {
  const { page } = window
  await page.getByRole('button', { name: setup.welcome.create }).click()
  await page.getByLabel(setup.storeName).fill('城东展厅')
  await page.getByRole('button', { name: common.next, exact: true }).click()
  await page.getByLabel(setup.ownerName, { exact: true }).first().fill('何总')
  await page.getByLabel(setup.password, { exact: true }).fill('correct horse')
  await page.getByLabel(setup.repeatPassword).fill('correct horse')
  await page.getByRole('button', { name: common.next, exact: true }).click()
  await page.getByPlaceholder(setup.personName).first().fill('王军')
  await page.getByPlaceholder(setup.pin).first().fill('135790')
  await page.getByRole('button', { name: setup.create }).click()
  await page.getByRole('button', { name: setup.recovery.written }).click()
  await page.waitForSelector('main')
  await settled(page)
}

it('a first day with the Excel register: it goes in, stands on the board of its month, and comes out again', async () => {
  const { page } = window
  await setUpShowroom()
  const before = store()
  await page.getByRole('link', { name: common.nav.import }).click()
  await readIn(window, FILE, REGISTER)
  expect(await page.getByRole('radio', { name: new RegExp(imports.kind.visits.name) }).isChecked()).toBe(true)
  expect(await seriousFindings(page)).toEqual([])

  await next(window)
  await page.getByText(imports.columns.title).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await next(window)
  await page.getByText(filled(imports.questions.year.evidence, { rows: 153 })).waitFor()
  await page.getByText(filled(imports.questions.year.near, { years: '2026' })).waitFor()
  await page.getByText(imports.questions.remarks.title).waitFor()
  expect(await seriousFindings(page)).toEqual([])

  await next(window)
  // Rows that do not say where they come from: the one thing nobody can guess.
  await page.getByText(filled(imports.preview.stillOpen, { count: 1 })).waitFor()
  await mean(window, imports.field.channel, imports.values.blank, '自然到店')
  expect(await seriousFindings(page)).toEqual([])
  await preview(window)
  // Counted apart from this program: test/contract/import-register.test.ts.
  expect(await figures(window)).toMatchObject({
    [imports.preview.visits]: '640',
    [imports.preview.captured]: '356',
    [imports.preview.testDrives]: '188',
  })
  expect(await seriousFindings(page)).toEqual([])
  expect(store()).toEqual(before)

  await page.getByRole('button', { name: filled(imports.preview.run.visits, { rows: 640 }) }).click()
  await page.getByText(filled(imports.done.title.visits, { rows: 640 })).waitFor()
  const { report } = await window.ask('board.show', march)
  expect(report.funnel).toMatchObject({ N: 335, captured: 179 })
  const { people } = await window.ask('people.list', {})
  expect(people.map(({ name }) => name).toSorted()).toEqual(['何总', '张磊', '李娜', '王军', '陈静'].toSorted())

  await page
    .getByRole('button', { name: imports.done.board.split('}}')[1] ?? '' })
    .first()
    .click()
  await page.getByRole('link', { name: zh.board.point.infoCapture }).waitFor()
  await page.getByText('335').first().waitFor()

  await page.getByRole('link', { name: common.nav.import }).click()
  await page
    .getByRole('button', { name: new RegExp(imports.batches.undo) })
    .first()
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(imports.batches.undo) })
    .click()
  await page.getByText(imports.batches.undoDone).waitFor()
  expect(store()).toEqual(before)
  expect((await window.ask('board.show', march)).report.funnel).toMatchObject({ N: 0, captured: 0 })
  expect(window.complaints).toEqual([])
})
