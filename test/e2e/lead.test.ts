import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { logFirstVisit, openShowroom, PIN } from './showroom.ts'
import { settled } from './stillness.ts'

let program: Program
let window: ProgramWindow
let leadId = ''
beforeAll(async () => {
  const opened = await openShowroom()
  program = opened.program
  window = opened.window
  await window.signIn('salesperson', PIN)
  leadId = await logFirstVisit(window, { name: '孙先生', phone: '13700137000', gender: 'm', model: '启程 S5' }, 2)
})
afterAll(() => program.close())

const { leads, codes } = zh
const month = async () => {
  const { today, me } = await window.ask('session.status', {})
  const { report } = await window.ask('board.show', {
    from: `${today.slice(0, 8)}01`,
    to: today,
    asOf: null,
    staffId: me?.id ?? null,
  })
  return report
}

it('a lead is graded, followed up and sold; F, C and the stock move', async () => {
  const { page } = window
  expect((await month()).customerTypes.closing).toMatchObject({ A: 0, ungraded: 1 })
  await window.go(`/leads/${leadId}`)
  expect(await seriousFindings(page)).toEqual([])

  // The grade stands beside the questions, with its reason, before anything is saved.
  const group = (name: string) => page.getByRole('radiogroup', { name })
  await group(leads.screening.fact.selectionStarted).getByRole('radio', { name: zh.common.yes, exact: true }).check()
  await group(leads.screening.fact.horizonMonths)
    .getByRole('radio', { name: leads.screening.months.replace('{{count}}', '3') })
    .check()
  await page.getByText(leads.screening.rule.ready_to_buy).waitFor()
  await group(leads.screening.fact.contentWithCurrent).getByRole('radio', { name: zh.common.yes, exact: true }).check()
  await page.getByText(leads.screening.conflict.content_but_choosing).waitFor()
  await group(leads.screening.fact.contentWithCurrent).getByRole('radio', { name: zh.common.no, exact: true }).check()
  await page.getByRole('button', { name: leads.screening.accept.replace('{{label}}', 'A') }).click()
  await page.getByText(leads.screening.saved.replace('{{label}}', 'A')).waitFor()
  expect((await month()).customerTypes.closing).toMatchObject({ A: 1, ungraded: 0 })

  const form = page.getByRole('form', { name: leads.followUp.title })
  await form.getByRole('radio', { name: codes.outcome.reached, exact: true }).check()
  await form.getByPlaceholder(leads.followUp.notePlaceholder).fill('客户周末带家人来看实车，想了解置换')
  await page.keyboard.press('Control+Enter')
  await page.getByText(leads.followUp.saved).waitFor()
  expect((await month()).funnel).toMatchObject({ worked: 1, F: 1, won: 0, C: 0 })
  const { planned } = await window.ask('leads.get', { leadId })
  expect(planned).not.toBeNull()

  await page.getByRole('button', { name: leads.page.order }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(leads.deal.price).fill('158000')
  await dialog.getByLabel(leads.deal.grossProfit).fill('6200.5')
  await dialog.getByRole('button', { name: leads.deal.orderOk }).click()
  await page.getByText(leads.deal.ordered).waitFor()
  await settled(page)
  const report = await month()
  expect(report.funnel).toMatchObject({ won: 1, C: 1 })
  expect(report.targetProgress.actual).toBe(1)
  expect(report.customerTypes.closing).toMatchObject({ A: 0, ungraded: 0 })
  expect(report.customerTypes.moves).toMatchObject({ 'A>won': 1 })
  const lead = await window.ask('leads.get', { leadId })
  expect(lead.deals).toMatchObject([{ priceFen: 15_800_000, grossProfitFen: 620_050, model: '启程 S5' }])
  expect(window.complaints).toEqual([])
})

it('what somebody else changed meanwhile is said, and nothing typed is lost', async () => {
  const { page } = window
  const other = await logFirstVisit(window, { name: '李女士', phone: '13600136000', gender: 'f', model: null })
  await window.go(`/leads/${other}`)
  const decider = page.getByLabel(leads.screening.fact.decider)
  await decider.fill('父母')
  const { facts, version } = await window.ask('leads.get', { leadId: other ?? '' })
  const { expectedOn: _, ...asked } = facts
  await window.ask('leads.screen', {
    leadId: other ?? '',
    version,
    facts: { ...asked, competitor: '某品牌' },
    override: null,
  })
  await page.getByRole('button', { name: leads.screening.accept.replace('{{label}}', 'C') }).click()
  await page.getByText(leads.screening.conflictTitle).waitFor()
  expect(await decider.inputValue()).toBe('父母')
})
