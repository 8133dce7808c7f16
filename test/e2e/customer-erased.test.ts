import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { logFirstVisit, openShowroom, PASSWORD } from './showroom.ts'
import { settled } from './stillness.ts'

const { audit, failure, issue, leads, person } = zh
const NAME = '赵丽华'

let program: Program
let window: ProgramWindow
let leadId: string
beforeAll(async () => {
  const opened = await openShowroom()
  program = opened.program
  window = opened.window
  leadId = await logFirstVisit(window, { name: NAME, phone: '13900001234', gender: 'f', model: '星越' })
})
afterAll(() => program.close())

const rows = () => window.page.locator('main tbody tr.ant-table-row')

async function choose(label: string, option: string): Promise<void> {
  const { page } = window
  await page.getByRole('combobox', { name: label }).click()
  await page.locator('.ant-select-item-option').getByText(option, { exact: true }).click()
  await settled(page)
}

it('the owner reads who did what, narrows it down, has it checked, and opens the customer it is about', async () => {
  const { page } = window
  await window.go(`/leads/${leadId}`)
  await window.go('/settings/audit')
  await rows().filter({ hasText: audit.act.leads.get }).filter({ hasText: NAME }).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await choose(audit.filter.kind, audit.kind.read)
  expect(await rows().count()).toBe(await rows().filter({ hasText: audit.kind.read }).count())
  await choose(audit.filter.person, '林小雨')
  await page.getByText(audit.empty).waitFor()
  await choose(audit.filter.person, '何总')
  await page.getByRole('button', { name: audit.chain.check }).click()
  await page.getByText(audit.chain.ok.split('{{n}}')[1] ?? '').waitFor()
  await page.getByRole('link', { name: NAME }).first().click()
  await page.getByRole('button', { name: audit.ofCustomer.open }).click()
  await page.getByRole('dialog').getByText(audit.act.visits.log).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(window.complaints).toEqual([])
})

it('a customer is erased for a typed name and the password, and is nowhere any more', async () => {
  const { page } = window
  await window.go(`/leads/${leadId}`)
  await page.getByRole('button', { name: person.menu }).click()
  await page.getByRole('menuitem', { name: person.eraseAct }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(person.erase.staysText).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  const name = dialog.getByLabel(person.erase.name.replace('{{name}}', NAME))
  const erase = dialog.getByRole('button', { name: person.erase.ok })
  await name.fill('赵丽')
  await dialog.getByLabel(person.erase.password).fill('not the password')
  await erase.click()
  await dialog.getByText(issue.name_differs).waitFor()
  await name.fill(NAME)
  await erase.click()
  await dialog.getByText(failure.wrong_secret).waitFor()
  await dialog.getByLabel(person.erase.password).fill(PASSWORD)
  await erase.click()
  await page.getByText(person.erased.text).waitFor()
  await settled(page)
  expect(await page.locator('body').innerText()).not.toContain(NAME)
  expect(await seriousFindings(page)).toEqual([])
  await window.go(`/leads?q=${NAME}`)
  await page.getByText(leads.list.empty).waitFor()
  await window.go('/settings/audit')
  await rows().filter({ hasText: audit.act.customers.erase }).waitFor()
  expect(await page.locator('main').innerText()).not.toContain(NAME)
  // The wrong password was refused, which a browser remarks on.
  expect(window.complaints.filter((one) => !/40[139]/.test(one))).toEqual([])
})
