import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { closingByPerson } from '../../renderer/screens/board/points/selling-skill-view.ts'
import type { OutputOf } from '../../shared/contract/contract.ts'
import type { ControlPointKey } from '../../shared/domain/control-points/keys.ts'
import { addMonths, type BusinessDate, firstDayOf, lastDayOf, monthOf } from '../../shared/values/business-date.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { settled } from './stillness.ts'

let program: Program
let window: ProgramWindow
let point: OutputOf<'board.point'>
beforeAll(async () => {
  program = await openProgram({ demo: true })
  window = await program.openWindow()
  await window.signIn('owner', '888888')
})
afterAll(() => program.close())

/** Last month: whatever day it is today, that one has visitors and orders. */
async function openPoint(key: ControlPointKey): Promise<void> {
  const { page } = window
  await window.go(`/board/${key}`)
  await page.getByText(zh.board.period.lastMonth, { exact: true }).click()
  await settled(page)
  const { today } = await window.ask('session.status', {})
  const month = addMonths(monthOf((today ?? '') as BusinessDate), -1)
  point = await window.ask('board.point', {
    from: firstDayOf(month),
    to: lastDayOf(month),
    asOf: null,
    staffId: null,
    key,
  })
}

const chartOf = (section: string): Locator =>
  window.page.getByRole('region', { name: section, exact: true }).getByRole('img').first()

/** Clicks at a share of the picture's width and height, and says how many records that opened. */
async function openAt(chart: Locator, x: number, y: number): Promise<number> {
  await chart.scrollIntoViewIfNeeded()
  const box = await chart.boundingBox()
  if (box === null) throw new Error('the chart is not on screen')
  await chart.click({ position: { x: box.width * x, y: box.height * y } })
  const [before = '', after = ''] = zh.records.total.split('{{total}}')
  const note = window.page.locator('.bd-records-note')
  await note.waitFor()
  const total = Number((await note.innerText()).replace(before, '').replace(after, '').trim())
  await window.page.keyboard.press('Escape')
  await note.waitFor({ state: 'detached' })
  return total
}

describe('a mark of a chart opens as many records as it says', () => {
  it('on the chain of selling skill, step by step', async () => {
    await openPoint('sellingSkill')
    const chart = chartOf(zh.charts.sellingSkill.chain)
    const { owned, worked } = point.report.funnel
    expect(await openAt(chart, 0.3, 0.09)).toBe(owned)
    expect(await openAt(chart, 0.3, 0.27)).toBe(worked)
    expect(await openAt(chart, 0.3, 0.45)).toBe(point.report.sellingSkill.testDrives)
  })

  it('on a person’s dot, whoever stands first', async () => {
    const [best] = closingByPerson(point.people)
    const chart = chartOf(zh.charts.sellingSkill.byPerson)
    expect(await openAt(chart, 0.6, 0.17)).toBe(best?.rate?.trials)
    expect(await seriousFindings(window.page)).toEqual([])
  })

  it('on a channel’s price', async () => {
    await openPoint('leadSources')
    const prices = Object.values(point.report.leadSources.byChannel)
    const [cheapest] = prices
      .filter(({ costPerDeal }) => costPerDeal !== null)
      .sort((a, b) => (a.costPerDeal ?? 0) - (b.costPerDeal ?? 0))
    const chart = window.page.getByRole('region', { name: zh.board.section.channels }).getByRole('img').nth(1)
    expect(await openAt(chart, 0.5, 0.06)).toBe(cheapest?.won)
    expect(await seriousFindings(window.page)).toEqual([])
  })

  it('on a day of the way to the target', async () => {
    await openPoint('targetProgress')
    const scope = { ...point.report.period, staffId: null }
    const { cells } = await window.ask('board.breakdown', { ...scope, figures: ['targetProgress.byDay'] })
    const [first] = cells['targetProgress.byDay'] ?? []
    const at = point.curve.findIndex(({ date }) => date === first?.param) / (point.curve.length - 1)
    expect(await openAt(chartOf(zh.charts.targetProgress.curve), 0.025 + at * 0.965, 0.5)).toBe(first?.count)
    expect(await seriousFindings(window.page)).toEqual([])
  })

  it('on the table of a chart, for who uses the keyboard', async () => {
    const { page } = window
    const section = page.getByRole('region', { name: zh.charts.targetProgress.people })
    await section.getByRole('button', { name: zh.charts.asTable }).click()
    const count = section.locator('.bd-count').first()
    const shown = Number(await count.innerText())
    await count.press('Enter')
    await page.getByText(zh.records.total.replace('{{total}}', String(shown))).waitFor()
    await page.keyboard.press('Escape')
    expect(window.complaints).toEqual([])
  })
})
