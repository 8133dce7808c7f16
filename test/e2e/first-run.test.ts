import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { settled } from './stillness.ts'

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  program = await openProgram()
  window = await program.openWindow()
})
afterAll(() => program.close())

it('from the first run to a salesperson at work', async () => {
  const { page } = window
  const { setup, session, common } = zh
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('button', { name: setup.welcome.create }).click()

  await page.getByLabel(setup.storeName).fill('城东展厅')
  await page.getByRole('button', { name: common.next, exact: true }).click()
  await page.getByLabel(setup.ownerName, { exact: true }).first().fill('何总')
  await page.getByLabel(setup.password, { exact: true }).fill('correct horse')
  await page.getByLabel(setup.repeatPassword).fill('correct horse')
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('button', { name: common.next, exact: true }).click()

  await page.getByPlaceholder(setup.personName).first().fill('林小雨')
  await page.getByPlaceholder(setup.pin).first().fill('135790')
  await page.getByRole('button', { name: setup.create }).click()

  await page.getByText(setup.recovery.title).waitFor()
  const code = await page.getByRole('textbox', { name: setup.recovery.code }).innerText()
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
  await page.getByRole('button', { name: setup.recovery.written }).click()
  await page.waitForSelector('main')
  await settled(page)

  // Another person: two keys, then the PIN.
  await page.keyboard.press('F2')
  await page.getByText(session.whoAreYou).waitFor()
  await page.keyboard.press('2')
  await page.keyboard.type('135790')
  await page.getByRole('button', { name: session.enter }).waitFor({ state: 'hidden' })
  await settled(page)
  expect(await seriousFindings(page)).toEqual([])
  expect(await window.ask('session.status', {})).toMatchObject({ me: { name: '林小雨', role: 'salesperson' } })
  expect(window.complaints).toEqual([])
})
