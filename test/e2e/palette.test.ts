import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../renderer/i18n/en.ts'
import { zh } from '../../renderer/i18n/zh.ts'
import { keyboardOf } from './keyboard.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { settled } from './stillness.ts'

let program: Program
beforeAll(async () => {
  program = await openProgram({ demo: true })
})
afterAll(() => program.close())

const PIN = '888888'
/** A busy machine is slow and still right. */
const SOON = { timeout: 15_000 }

/** The palette as somebody uses it: opened, typed into, read. */
function paletteOf({ page }: ProgramWindow, words: typeof zh.palette | typeof en.palette) {
  const dialog = page.getByRole('dialog', { name: words.title })
  const answered = page.locator('[role="listbox"][aria-busy="false"]')
  return {
    dialog,
    open: async () => {
      await page.keyboard.press('Control+k')
      await dialog.waitFor()
    },
    type: async (text: string) => {
      await page.keyboard.type(text)
      await answered.waitFor({ state: 'attached' })
    },
    options: () => dialog.getByRole('option').allInnerTexts(),
    box: dialog.getByRole('combobox'),
  }
}

describe.each([
  ['zh', zh, 'light'],
  ['en', en, 'dark'],
] as const)('in %s', (language, words, theme) => {
  it('customers, actions and screens are found, chosen and opened, and axe has nothing to say', async () => {
    const window = await program.openWindow({ language, theme })
    await window.signIn('salesperson', PIN)
    const { page, ask } = window
    const { press } = keyboardOf(page)
    const palette = paletteOf(window, words.palette)
    const { overdue } = await ask('followUps.today', { staffId: null })
    const [mine] = overdue
    await window.go('/board')

    // By its place in the header, with everything offered; Esc brings the focus back to it.
    await page.getByRole('button', { name: words.palette.open }).focus()
    await press('Enter')
    await palette.dialog.waitFor()
    expect((await palette.options()).join()).toContain(words.palette.act.logVisit)
    expect(await seriousFindings(page)).toEqual([])
    await press('Escape')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(words.palette.open)

    await palette.open()
    await palette.type(mine?.customerName ?? '')
    expect((await palette.options())[0]).toContain(mine?.customerName)
    expect(await palette.box.getAttribute('aria-activedescendant')).toBe(
      await palette.dialog.locator('[aria-selected="true"]').getAttribute('id'),
    )
    expect(await seriousFindings(page)).toEqual([])
    // What can be done with this customer, and back.
    await press('Tab')
    expect(await palette.options()).toContain(words.palette.act.plan)
    await press('Escape')
    await palette.type(mine?.customerName ?? '')
    await press('Enter')
    await page.getByRole('heading', { name: mine?.customerName ?? '', level: 1 }).waitFor()

    // Whom they looked at last is what they are offered first; by the last digits of the number as well.
    await palette.open()
    await expect.poll(async () => (await palette.options())[0], SOON).toContain(mine?.customerName)
    if (mine?.phone) {
      await palette.type(mine.phone.slice(-4))
      expect((await palette.options()).join()).toContain(mine.customerName)
    }
    await press('Escape')

    await press('?')
    await page.getByRole('dialog', { name: words.shortcuts.title }).waitFor()
    const overview = await page.getByRole('dialog').innerText()
    for (const id of ['palette', 'leadOrder', 'goBoard', 'save'] as const)
      expect(overview).toContain(words.shortcuts.does[id])
    expect(overview).not.toContain(words.shortcuts.does.approve)
    expect(await seriousFindings(page)).toEqual([])
    expect(window.complaints).toEqual([])
    await window.close()
  })
})

it('what can be done with a customer opens on their page', async () => {
  const window = await program.openWindow()
  await window.signIn('manager', PIN)
  const { page, ask } = window
  const { press, focused } = keyboardOf(page)
  const palette = paletteOf(window, zh.palette)
  const { rows } = await ask('leads.list', { filter: { statuses: ['open'], grades: ['A'] }, limit: 1, offset: 0 })
  const name = rows[0]?.customerName ?? ''
  const titles = {
    plan: zh.leads.page.planTitle,
    order: zh.leads.deal.orderTitle,
    loss: zh.leads.loss.title,
    assign: zh.leads.assign.title.replace('{{count}}', '1'),
  }
  const act = async (what: string) => {
    await palette.open()
    await palette.type(name)
    await press('Tab')
    await palette.type(what)
    await press('Enter')
    await palette.dialog.waitFor({ state: 'detached' })
  }
  for (const [key, title] of Object.entries(titles)) {
    await act(zh.palette.act[key === 'loss' ? 'lose' : (key as 'plan')])
    await page.getByRole('dialog', { name: title }).waitFor()
    await settled(page)
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await act(zh.palette.act.followUp)
  await expect.poll(async () => (await focused()).name, SOON).toBe(zh.codes.outcome.reached)
  // Nothing is asked for anew by going back.
  expect(page.url()).not.toContain('open=')
  expect(window.complaints).toEqual([])
  await window.close()
})

it('the reception sees no customers, but a whole number goes to the door with whoever is known by it', async () => {
  const window = await program.openWindow()
  await window.signIn('manager', PIN)
  const { rows } = await window.ask('leads.list', { filter: { statuses: ['open'] }, limit: 50, offset: 0 })
  const known = rows.find(({ phone }) => phone !== null)
  await window.signIn('reception', PIN)
  const palette = paletteOf(window, zh.palette)
  await palette.open()
  await palette.type(known?.customerName ?? '')
  expect(await palette.options()).toEqual([])
  await window.page.keyboard.press('Control+a')
  await palette.type(known?.phone ?? '')
  expect((await palette.options())[0]).toContain(known?.customerName)
  await window.page.keyboard.press('Enter')
  await window.page.getByText(zh.visits.known.title).waitFor()
  expect(await window.page.getByLabel(zh.visits.form.phone, { exact: true }).inputValue()).toBe(known?.phone)
  expect(window.complaints).toEqual([])
  await window.close()
})

it('opens in the middle of a word; what was typed is kept, or asked about where it cannot be', async () => {
  const window = await program.openWindow()
  await window.signIn('manager', PIN)
  const { page } = window
  const { press, type, focused } = keyboardOf(page)
  const palette = paletteOf(window, zh.palette)
  const leaveFor = async (place: string) => {
    await palette.open()
    await palette.type(place)
    await press('Enter')
  }
  await window.go('/visits')
  await press('n')
  await page.locator('#visit_phone:focus').waitFor()
  await type('1390000')
  await palette.open()
  await press('Escape')
  // Back in the field, at the same place.
  await type('1234')
  await leaveFor(zh.common.nav.today)
  await page.getByRole('heading', { name: zh.today.team.title }).waitFor()
  await press('n')
  const phone = page.getByLabel(zh.visits.form.phone, { exact: true })
  await expect.poll(() => phone.inputValue().catch(() => ''), SOON).toBe('13900001234')

  await window.go('/settings/thresholds')
  await page.getByRole('spinbutton').first().focus()
  await press('ArrowUp')
  const field = await focused()
  await leaveFor(zh.common.nav.today)
  const question = page.getByRole('dialog', { name: zh.common.unsaved.leaveTitle })
  await question.waitFor()
  await expect.poll(async () => (await focused()).name, SOON).toBe(zh.common.unsaved.stay)
  await press('Enter')
  await question.waitFor({ state: 'hidden' })
  expect(page.url()).toContain('/settings/thresholds')
  await expect.poll(async () => (await focused()).name, SOON).toBe(field.name)
  expect(window.complaints).toEqual([])
  await window.close()
})
