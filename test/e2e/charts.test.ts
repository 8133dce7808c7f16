import type { Locator, Page, Response } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import type { InputOf } from '../../shared/contract/contract.ts'
import { BREAKDOWN_KEYS, type BreakdownKey } from '../../shared/domain/breakdowns.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings, settled } from './program.ts'

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

type Asked = InputOf<'board.records'>

/** What the drawer was asked to show, and how many the same breakdown counts there. */
async function countedBy(response: Response): Promise<{ readonly asked: Asked; readonly count: number | undefined }> {
  const asked = (response.request().postDataJSON() as { input: Asked }).input
  const figure = BREAKDOWN_KEYS.find((key) => key === asked.figure) as BreakdownKey
  const { from, to, asOf, staffId } = asked
  const { cells } = await window.ask('board.breakdown', { from, to, asOf, staffId, figures: [figure] })
  return { asked, count: cells[figure]?.find(({ param }) => param === asked.param)?.count }
}

const CHARTS = [
  ['customerTypes', 1],
  ['infoCapture', 3],
  ['visitorRecording', 2],
] as const

describe.each(CHARTS)('the charts of %s', (key, pictures) => {
  it('open the records of the mark that is clicked', async () => {
    const { page } = window
    await window.go(`/board/${key}`)
    await page.locator('.np-chart-canvas canvas').first().waitFor()
    await settled(page)
    expect(await seriousFindings(page)).toEqual([])
    expect(await page.locator('.np-chart-canvas canvas').count()).toBe(pictures)
    for (let at = 0; at < pictures; at += 1) {
      const answered = page.waitForResponse((response) => response.url().endsWith('/rpc/board.records'))
      await clickAMark(page, page.locator('.np-chart-canvas canvas').nth(at))
      const { asked, count } = await countedBy(await answered)
      expect([asked.figure, asked.param, count]).toEqual([asked.figure, asked.param, expect.any(Number)])
      await page.getByText(zh.records.total.replace('{{total}}', String(count))).waitFor()
      // In words, never in ids and codes.
      expect(await page.locator('.ant-drawer-title').innerText()).not.toMatch(
        /· s\d|\d{4}-\d\d|>|\b(?:won|lost|none)\b/,
      )
      await page.keyboard.press('Escape')
      await page.locator('.ant-drawer-open').waitFor({ state: 'detached' })
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
