import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { openShowroom, PIN } from './showroom.ts'
import { settled } from './stillness.ts'

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  const opened = await openShowroom()
  program = opened.program
  window = opened.window
  await window.signIn('salesperson', PIN)
})
afterAll(() => program.close())

const { undo, visits } = zh
const PHONE = '13800138000'

/** What a visitor with a contact shows up in. */
async function everywhere() {
  const { today, me } = await window.ask('session.status', {})
  const scope = { from: `${today.slice(0, 7)}-01`, to: today, asOf: null, staffId: me?.id ?? null }
  const [board, day, leads, contacts] = [
    await window.ask('board.show', scope),
    await window.ask('visits.day', { date: today }),
    await window.ask('leads.list', { filter: {}, limit: 50, offset: 0 }),
    await window.ask('followUps.today', { staffId: null }),
  ]
  return { board, day, leads, contacts }
}

async function logVisitor(name: string) {
  const { page } = window
  await page.keyboard.press('n')
  await page.getByLabel(visits.form.phone, { exact: true }).fill(PHONE)
  await page.getByText(visits.form.unknown).waitFor()
  await page.getByRole('radio', { name: '自然到店', exact: true }).check()
  await page.getByLabel(visits.form.name, { exact: true }).fill(name)
  await page.keyboard.press('Enter')
  await page.getByText(visits.said.captured.replace('{{name}}', name)).waitFor()
}

const undoButton = () => window.page.getByRole('button', { name: undo.act, exact: true })

it('a visitor logged by mistake is taken back from another screen, by keyboard, and nothing is left', async () => {
  const { page } = window
  await window.go('/visits')
  await settled(page)
  const before = await everywhere()
  await logVisitor('赵先生')
  expect((await everywhere()).leads.total).toBe(1)
  expect(await seriousFindings(page)).toEqual([])

  await page.locator('nav').getByRole('link', { name: zh.common.nav.board }).press('Enter')
  await page.waitForURL((url) => url.hash.startsWith('#/board'))
  await undoButton().waitFor()
  await page.keyboard.press('Control+z')
  await page.getByText(undo.done, { exact: true }).waitFor()
  expect(await everywhere()).toEqual(before)
  expect(await undoButton().count()).toBe(0)
  expect(window.complaints).toEqual([])
})

it('the offer waits while somebody points at it, lies over nothing, and goes with the person', async () => {
  const { page } = window
  await window.go('/visits')
  await settled(page)
  await logVisitor('钱女士')
  const [bar, main] = [await page.locator('.np-undo').boundingBox(), await page.locator('main').boundingBox()]
  expect((main?.y ?? 0) + (main?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1)

  await undoButton().hover()
  const left = () => page.locator('.np-undo-left').innerText()
  const paused = await left()
  await page.waitForTimeout(2500)
  expect(await left()).toBe(paused)

  // While somebody types, the key is the field's.
  await page.keyboard.press('n')
  await page.getByLabel(visits.form.name, { exact: true }).fill('孙')
  await page.keyboard.press('Control+z')
  expect((await everywhere()).leads.total).toBe(1)
  await page.keyboard.press('F2')
  await page.getByText(zh.session.whoAreYou).waitFor()
  expect(await undoButton().count()).toBe(0)
  await window.signIn('salesperson', PIN)
  await settled(page)
  expect(await undoButton().count()).toBe(0)
  expect(window.complaints).toEqual([])
})
