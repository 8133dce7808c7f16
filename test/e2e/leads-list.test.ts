import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { settled } from './stillness.ts'

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  program = await openProgram({ demo: true })
  window = await program.openWindow()
  await window.signIn('manager', '888888')
})
afterAll(() => program.close())

const { leadList, leads } = zh
const saying = (sentence: string, words: Readonly<Record<string, string | number>>) =>
  Object.entries(words).reduce((text, [name, value]) => text.replace(`{{${name}}}`, String(value)), sentence)
const listed = (filter: object) => window.ask('leads.list', { filter, limit: 500, offset: 0 })
const grid = () => window.page.getByRole('grid', { name: leadList.grid.label })

it('the list: found by initials, kept as a view, given to a colleague and taken back', async () => {
  const { page } = window
  await window.go('/leads')
  const all = await listed({ statuses: ['open'] })
  expect(Number(await grid().getAttribute('aria-rowcount'))).toBe(all.total + 1)

  // `/` goes to the search, which looks while somebody types.
  await page.keyboard.press('/')
  await page.keyboard.type('zj')
  const found = await listed({ statuses: ['open'], text: 'zj' })
  expect(found.total).toBeGreaterThan(0)
  expect(found.total).toBeLessThan(all.total)
  await page.getByText(saying(leads.list.total, { count: found.total }), { exact: true }).waitFor()
  await settled(page)
  expect(await seriousFindings(page)).toEqual([])

  await page.getByRole('button', { name: leadList.views.save }).click()
  await page.getByLabel(leadList.views.name, { exact: true }).fill('姓名 zj')
  await page.keyboard.press('Enter')
  const view = page.getByRole('button', { name: '姓名 zj', exact: true })
  await view.waitFor()
  await page.getByRole('button', { name: leadList.views.builtIn.open, exact: true }).click()
  await page.getByText(saying(leads.list.total, { count: all.total }), { exact: true }).waitFor()
  await view.click()
  await page.getByText(saying(leads.list.total, { count: found.total }), { exact: true }).waitFor()
  expect(await view.getAttribute('aria-pressed')).toBe('true')

  // By keyboard: all that match are chosen without a click.
  await grid().focus()
  await page.keyboard.press('Control+a')
  await page.getByText(saying(leadList.selection.all, { count: found.total })).waitFor()
  await page.getByRole('button', { name: leadList.selection.assign, exact: true }).click()
  await page.getByRole('combobox', { name: leads.assign.to }).press('Enter')
  await page.keyboard.press('Enter')
  await page.getByLabel(leads.reason, { exact: true }).fill('休假')
  await page.keyboard.press('Enter')
  const moved = page.getByRole('button', { name: zh.undo.act })
  await moved.waitFor()
  const owners = new Set((await listed({ statuses: ['open'], text: 'zj' })).rows.map(({ ownerId }) => ownerId))
  expect(owners.size).toBe(1)
  await moved.click()
  await page.getByText(zh.undo.done, { exact: true }).waitFor()
  expect(await listed({ statuses: ['open'], text: 'zj' })).toMatchObject({
    rows: found.rows.map(({ leadId, ownerId, dueOn }) => ({ leadId, ownerId, dueOn })),
  })

  // The last row exists only once somebody goes there; Enter opens it.
  await view.click()
  await page.getByRole('button', { name: leadList.views.builtIn.open, exact: true }).click()
  await settled(page)
  await grid().focus()
  await page.keyboard.press('End')
  const last = all.rows.at(-1)
  await page
    .getByRole('row')
    .filter({ hasText: last?.customerName ?? '' })
    .last()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.hash === `#/leads/${last?.leadId ?? ''}`)
  expect(window.complaints).toEqual([])
})

it('the board: a card moved by keyboard is graded by the rules, and goes back', async () => {
  const { page } = window
  const inStage = (stage: string) => listed({ statuses: ['open'], stages: [stage] })
  const [unknown, interested] = [await inStage('unknown'), await inStage('interest')]
  const [first] = unknown.rows
  await window.go('/leads?as=board')
  await settled(page)
  expect(await seriousFindings(page)).toEqual([])

  const card = page.getByRole('button', { name: first?.customerName ?? '' }).first()
  await card.focus()
  await page.keyboard.press('Space')
  const said = (sentence: string, words: Readonly<Record<string, string>>) =>
    page.getByText(saying(sentence, { name: first?.customerName ?? '', ...words })).waitFor({ state: 'attached' })
  await said(leadList.board.lifted, { from: leadList.board.unknown })
  for (const to of ['attention', 'interest'] as const) {
    await page.keyboard.press('ArrowRight')
    await said(leadList.board.over, { to: zh.codes.stage[to] })
  }
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: zh.undo.act }).waitFor()
  expect((await inStage('interest')).total).toBe(interested.total + 1)
  const column = saying(leadList.board.column, { name: zh.codes.stage.interest, count: interested.total + 1 })
  await page.getByRole('region', { name: column, exact: true }).waitFor()
  await settled(page)
  await page.keyboard.press('Control+z')
  await page.getByText(zh.undo.done, { exact: true }).waitFor()
  expect(await inStage('unknown')).toMatchObject({
    rows: unknown.rows.map(({ leadId, bucket }) => ({ leadId, bucket })),
  })
  expect(window.complaints).toEqual([])
})
