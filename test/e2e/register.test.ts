import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { dumpStore } from '../support/dump.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings, settled } from './program.ts'
import { PASSWORD, PIN } from './showroom.ts'

const FILE = join(import.meta.dirname, '../data/showroom_register_zh/来店登记表_GBK.csv')
const SELLERS = ['李娜', '张磊', '陈静', '王军']
const CHANNELS = [
  ['自然到店', 'walk_in'],
  ['老客户转介绍', 'referral'],
  ['电话邀约', 'outbound'],
  ['车展外展', 'outbound'],
] as const

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  program = await openProgram()
  window = await program.openWindow()
  await window.ask('setup.createStore', {
    storeName: '城东展厅',
    timeZone: 'Asia/Shanghai',
    openWeekdays: [1, 2, 3, 4, 5, 6, 7],
    owner: { name: '何总', password: PASSWORD },
    people: SELLERS.map((name) => ({ name, role: 'salesperson' as const, pin: PIN })),
    channels: CHANNELS.map(([name, group]) => ({ name, group })),
  })
  await window.page.reload()
  await settled(window.page)
})
afterAll(() => program.close())

const { imports } = zh
const march = { from: '2026-03-01', to: '2026-03-31', asOf: null, staffId: null }
const store = () => {
  const open = program.desk.store()
  if (open === null) throw new Error('no store is open')
  return dumpStore(open.db)
}

it('the paper register goes in, stands on the board of its month, and comes out again', async () => {
  const { page } = window
  const before = store()
  await window.go('/import')
  await page.setInputFiles('input[type=file]', {
    name: '来店登记表.csv',
    mimeType: 'text/csv',
    buffer: readFileSync(FILE),
  })
  await page.getByText(imports.columns.title).waitFor()
  expect(await seriousFindings(page)).toEqual([])

  // Rows that do not say where they come from: the one thing nobody can guess.
  const blank = zh.common.pair.replace('{{name}}', imports.values.blank).replace('{{value}}', imports.values.meaning)
  await page.getByRole('combobox', { name: blank }).first().click()
  await page.getByTitle('自然到店', { exact: true }).last().click()
  await page.getByRole('button', { name: imports.preview.button, exact: true }).click()
  await page.getByText(imports.preview.title).waitFor()
  await settled(page)
  expect(await seriousFindings(page)).toEqual([])
  expect(store()).toEqual(before)

  await page.getByRole('button', { name: imports.preview.run.replace('{{count}}', '640') }).click()
  await page.getByText(imports.done.title.replace('{{count}}', '640')).waitFor()
  const { report } = await window.ask('board.show', march)
  // Counted by hand from the file: test/contract/import-register.test.ts.
  expect(report.funnel).toMatchObject({ N: 335, captured: 179 })
  await page
    .getByRole('button', { name: imports.done.board.split('}}')[1] ?? '' })
    .first()
    .click()
  await page.getByRole('link', { name: zh.board.point.infoCapture }).waitFor()
  await page.getByText('335').first().waitFor()

  await window.go('/import')
  await page
    .getByRole('button', { name: new RegExp(imports.batches.undo) })
    .first()
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(imports.batches.undo) })
    .click()
  await page.getByText(imports.batches.undoDone).waitFor()
  const kept = ({ import_batches: _, audit_trail: __, sqlite_sequence: ___, ...rest }: ReturnType<typeof store>) => rest
  expect(kept(store())).toEqual(kept(before))
  expect(window.complaints).toEqual([])
})
