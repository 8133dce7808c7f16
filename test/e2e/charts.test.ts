import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { someOf } from '../support/rounds.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { settled } from './stillness.ts'

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  program = await openProgram({ demo: true })
  window = await program.openWindow()
  await window.signIn('owner', '888888')
})
afterAll(() => program.close())

const [COLUMNS, ROWS] = [29, 17]

/** Moves over the picture until the hand shows, and clicks there: what a person does. */
async function clickAMark(page: Page, picture: Locator): Promise<void> {
  await picture.scrollIntoViewIfNeeded()
  const box = await picture.boundingBox()
  if (box === null) throw new Error('the picture is not on screen')
  for (let row = 1; row < ROWS; row += 1) {
    for (let column = 1; column < COLUMNS; column += 1) {
      const [x, y] = [box.x + (box.width * column) / COLUMNS, box.y + (box.height * row) / ROWS]
      await page.mouse.move(x, y)
      if ((await picture.evaluate((canvas) => canvas.style.cursor)) !== 'pointer') continue
      await page.mouse.click(x, y)
      return
    }
  }
  throw new Error('nothing in the picture opens anything')
}

type Opened = { readonly title: string; readonly total: number }

/** What the drawer that opens is about and how many it counts; closes it again. */
async function openedRecords(page: Page): Promise<Opened> {
  const [before = '', after = ''] = zh.records.total.split('{{total}}')
  const said = await page.locator('.bd-records-note').innerText()
  const title = await page.locator('.ant-drawer-title').innerText()
  expect(said.startsWith(before) && said.endsWith(after)).toBe(true)
  await page.keyboard.press('Escape')
  await page.locator('.ant-drawer-open').waitFor({ state: 'detached' })
  return { title, total: Number(said.slice(before.length, said.length - after.length)) }
}

/** Opens the counts of a chart's table that say as many, until one is about the same; answers what they were about. */
async function openedFromTable(page: Page, chart: Locator, { title, total }: Opened): Promise<readonly Opened[]> {
  await chart.getByRole('button', { name: zh.charts.asTable }).click()
  const links = chart.locator('.np-chart-table .bd-count')
  const counts = await links.allInnerTexts()
  const opened: Opened[] = []
  for (const [at, count] of counts.entries()) {
    if (Number(count.replace(/\D/g, '')) !== total) continue
    await links.nth(at).click()
    opened.push(await openedRecords(page))
    if (opened.at(-1)?.title === title) break
  }
  await chart.getByRole('button', { name: zh.charts.asPicture }).click()
  return opened
}

const CHARTS = [
  ['customerTypes', 1],
  ['infoCapture', 3],
  ['visitorRecording', 2],
] as const

describe.each(someOf(CHARTS, 2))('the charts of %s', (key, pictures) => {
  it('open the records of the mark that is clicked', async () => {
    const { page } = window
    await window.go(`/board/${key}`)
    await page.locator('.np-chart-canvas canvas').first().waitFor()
    await settled(page)
    expect(await seriousFindings(page)).toEqual([])
    expect(await page.locator('.np-chart-canvas canvas').count()).toBe(pictures)
    for (let at = 0; at < pictures; at += 1) {
      const chart = page.locator('.np-chart').nth(at)
      await clickAMark(page, chart.locator('canvas'))
      const ofMark = await openedRecords(page)
      // In words, never in ids and codes.
      expect(ofMark.title).not.toMatch(/· s\d|\d{4}-\d\d|>|\b(?:won|lost|none)\b/)
      expect(await openedFromTable(page, chart, ofMark)).toContainEqual(ofMark)
      await settled(page)
    }
  })

  it('say the same as a table, whose counts open by keyboard', async () => {
    const { page } = window
    await window.go(`/board/${key}`)
    const toggles = page.getByRole('button', { name: zh.charts.asTable })
    await toggles.first().waitFor()
    for (let left = await toggles.count(); left > 0; left -= 1) await toggles.first().click()
    await settled(page)
    expect(await seriousFindings(page)).toEqual([])
    const counts = page.locator('.np-chart-table .bd-count')
    for (const at of [0, Math.floor((await counts.count()) / 2), (await counts.count()) - 1]) {
      const figure = (await counts.nth(at).innerText()).replace(/\D/g, '')
      await counts.nth(at).press('Enter')
      await page.getByText(zh.records.total.replace('{{total}}', figure)).waitFor()
      await page.keyboard.press('Escape')
      await page.locator('.ant-drawer-open').waitFor({ state: 'detached' })
    }
    expect(window.complaints).toEqual([])
  })
})
