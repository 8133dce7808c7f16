import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { settled } from './stillness.ts'

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  program = await openProgram({ demo: true })
  window = await program.openWindow()
})
afterAll(() => program.close())

const { rules, scripts, board, codes, leads } = zh
const said = (sentence: string, values: Readonly<Record<string, string | number>>) =>
  Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)), sentence)

it('a manager tightens a light, and the board follows', async () => {
  await window.signIn('manager', '888888')
  const { page } = window
  await window.go('/settings/thresholds')
  expect(await seriousFindings(page)).toEqual([])
  const name = board.headline.infoCapture
  const row = page.getByRole('row').filter({ hasText: name })
  const limit = (what: string) => page.getByLabel(said(rules.thresholds.inputOf, { name, what }))
  expect(await row.textContent()).not.toContain(codes.light.red)
  // While it is typed, and before anything is saved.
  await limit(rules.thresholds.column.greenFrom).fill('97')
  await limit(rules.thresholds.column.amberFrom).fill('98')
  await page.getByText(zh.issue.amber_above_green).waitFor()
  await limit(rules.thresholds.column.amberFrom).fill('95')
  await row.getByText(codes.light.red).waitFor()
  await row.getByText(rules.thresholds.source.store).waitFor()
  await page.getByRole('button', { name: zh.common.save }).click()
  await settled(page)

  await window.go('/board')
  const tile = page.getByRole('article').filter({ hasText: name })
  expect(await tile.textContent()).toContain(codes.light.red)
  await window.go('/board/infoCapture')
  await page.getByText(rules.thresholds.source.store).waitFor()

  await window.go('/settings/thresholds')
  await page.getByRole('button', { name: said(rules.thresholds.resetOf, { name }) }).click()
  await page.getByRole('button', { name: zh.common.save }).click()
  await settled(page)
  const { thresholds } = await window.ask('thresholds.get', {})
  expect(thresholds.infoCapture.source).toBe('method')
})

it('a manager changes a rule, sees whom it moves, and puts it in force', async () => {
  const { page } = window
  const before = await window.ask('rules.get', {})
  const narrow = { ...before.alternatives, B: before.alternatives.B.slice(1, 2) }
  const expected = await window.ask('rules.preview', { alternatives: narrow })
  expect(expected.moved).toBeGreaterThan(0)

  await window.go('/settings/rules')
  expect(await seriousFindings(page)).toEqual([])
  const remove = (number: number) => said(rules.removeAlternative, { label: 'B', number })
  await page.getByRole('button', { name: remove(3) }).click()
  await page.getByRole('button', { name: remove(1) }).click()
  await page.getByText(said(rules.preview.moved, { leads: expected.leads, moved: expected.moved })).waitFor()
  expect(await seriousFindings(page)).toEqual([])

  const [move] = expected.moves
  await page
    .getByRole('button', { name: said(rules.preview.showOf, { from: move?.from ?? '', to: move?.to ?? '' }) })
    .click()
  const list = page.getByRole('dialog')
  await list.getByRole('link').first().waitFor()
  expect(await list.getByRole('link').count()).toBe(move?.leads)
  await page.keyboard.press('Escape')

  await page.getByRole('radio', { name: said(rules.preview.atOnce, { count: expected.moved }) }).check()
  await page.getByLabel(rules.preview.noteLabel).fill('只留在等一件事的')
  await page.getByRole('button', { name: said(rules.preview.save, { version: 2 }) }).click()
  await page.getByText(said(rules.version, { version: 2 })).waitFor()
  await settled(page)
  expect((await window.ask('rules.stock', {})).stock).toEqual(expected.stockAfter)

  // Back to what ships, as a third version.
  await page.getByRole('button', { name: rules.history }).click()
  await page.getByRole('button', { name: said(rules.versions.useOf, { version: 1 }) }).click()
  await page.getByRole('button', { name: said(rules.preview.save, { version: 3 }) }).click()
  await page.getByText(said(rules.version, { version: 3 })).waitFor()
  expect((await window.ask('rules.get', {})).alternatives).toEqual(before.alternatives)
  expect(window.complaints).toEqual([])
})

it('a salesperson finds the words for a customer, says them, and writes the note alone', async () => {
  const usesOf = async (id: string) => {
    await window.signIn('manager', '888888')
    const list = await window.ask('scripts.list', {})
    return list.scripts.find((script) => script.id === id)?.effect.used ?? 0
  }
  await window.signIn('salesperson', '888888')
  const { page } = window
  const day = await window.ask('followUps.today', { staffId: null })
  const [first] = [...day.overdue, ...day.due, ...day.fresh]
  const offer = await window.ask('scripts.forLead', { leadId: first?.leadId ?? '' })
  const fitting = offer.scripts.find(({ fits }) => fits)
  const before = await usesOf(fitting?.id ?? '')

  await window.signIn('salesperson', '888888')
  await window.go('/today')
  await page.getByRole('heading', { name: first?.customerName ?? '' }).waitFor()
  await page.getByRole('button', { name: scripts.picker.open, exact: true }).click()
  const panel = page.getByRole('region', { name: scripts.picker.title })
  expect(await panel.getByRole('radio', { name: fitting?.title ?? '' }).isChecked()).toBe(true)
  await panel
    .locator('blockquote')
    .filter({ hasText: first?.customerName ?? '' })
    .waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await panel.getByRole('button', { name: scripts.picker.use }).click()
  await page.getByText(said(scripts.picker.used, { title: fitting?.title ?? '' })).waitFor()
  const note = page.getByLabel(leads.followUp.note)
  expect(await note.inputValue()).toBe('')
  await page.getByRole('radio', { name: codes.outcome.reached, exact: true }).check({ force: true })
  await note.fill('客户说周末带家人来看后排空间')
  await page.keyboard.press('Control+Enter')
  await page.getByText(said(zh.today.done, { count: day.doneToday + 1 })).waitFor()
  await settled(page)

  expect(await usesOf(fitting?.id ?? '')).toBe(before + 1)
  expect(window.complaints).toEqual([])
})
