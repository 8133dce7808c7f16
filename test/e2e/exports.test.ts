import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { linesOf, sheetsOf } from '../support/exports.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { settled } from './stillness.ts'

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  program = await openProgram({ demo: true })
  window = await program.openWindow({ theme: 'dark' })
  await window.signIn('manager', '888888')
})
afterAll(() => program.close())

/** Chooses from the menu of exports, by the names of its entries, and answers the file that comes. */
async function saved(
  entries: readonly string[],
): Promise<{ readonly fileName: string; readonly contentBase64: string }> {
  const { page } = window
  const [first = '', ...more] = entries
  await page.getByRole('button', { name: zh.exports.action }).last().click()
  await settled(page)
  const coming = page.waitForEvent('download')
  const entry = page.getByRole('menuitem', { name: first })
  if (more.length === 0) await entry.click()
  else await entry.hover()
  for (const name of more) await page.getByRole('menuitem', { name, exact: true }).click()
  const download = await coming
  const contentBase64 = (await readFile(await download.path())).toString('base64')
  return { fileName: download.suggestedFilename(), contentBase64 }
}

const numberIn = (text: string) => Number(text.replace(/\D/g, ''))

describe('a file taken from a screen', () => {
  it('holds all the leads of the list, and says so', async () => {
    const { page } = window
    await window.go('/leads')
    const total = numberIn(await page.locator('.np-page-header-note').innerText())
    const file = await saved([zh.exports.csv])
    const lines = linesOf(file)
    expect(lines.length - 1).toBe(total)
    expect(lines[0]?.slice(0, 3)).toEqual(['建档日期', '客户姓名', '联系电话'])
    expect(file.fileName).toMatch(/^九控_潜客_\d{4}-\d\d-\d\d\.csv$/)
    const said = zh.exports.saved.replace('{{rows}}', String(total)).replace('{{file}}', file.fileName)
    await page.getByText(said).waitFor()
  })

  it('holds a control point’s page as it stands there, a sheet for each part', async () => {
    const { page } = window
    await window.go('/board/infoCapture')
    const headline = await page.locator('.bd-headline-value').innerText()
    const sheets = sheetsOf(await saved([zh.exports.xlsxAll]))
    const { figures, people, channels } = zh.exports.point
    expect(Object.keys(sheets).slice(0, 3)).toEqual([figures, people, channels])
    const K = sheets[figures]?.find(([name]) => name === zh.figures.infoCapture.K.name)
    expect(`${(Number(K?.[2]) * 100).toFixed(1)}%`).toBe(headline)
    const N = Number(sheets[figures]?.find(([name]) => name === zh.figures.funnel.N.name)?.[1])
    const ofChannels = sheets[channels]?.slice(1).reduce((sum, row) => sum + Number(row[2]), 0)
    // Every chart's numbers add up to the figure they break down.
    const byHour = Object.entries(sheets).find(([name]) => name.startsWith(`按${zh.exports.dimension.hour}`))?.[1]
    const column = byHour?.[0]?.indexOf(zh.figures.infoCapture.byHour.N.name) ?? -1
    const ofHours = byHour?.slice(1).reduce((sum, row) => sum + Number(row[column]), 0)
    expect([ofChannels, ofHours]).toEqual([N, N])
  })

  it('holds the register of the period, and one table of a page as CSV', async () => {
    await window.go('/board/infoCapture')
    const register = linesOf(
      await saved([zh.exports.list.replace('{{name}}', zh.exports.title.visits), zh.exports.csv]),
    )
    expect(register[0]).toContain(zh.exports.column.visits.date)
    await window.go('/board/infoCapture')
    const people = await saved([zh.exports.csvOne, zh.exports.point.people])
    expect(people.fileName).toContain(` ${zh.exports.point.people}_`)
    expect(linesOf(people)[0]?.[0]).toBe(zh.exports.point.person)
  })

  it('holds all records of a drawer, not only the page on screen', async () => {
    const { page } = window
    await window.go('/board')
    const figure = page.locator('.bd-chain .bd-count').first()
    const count = numberIn(await figure.innerText())
    await figure.click()
    await page.getByText(zh.records.total.replace('{{total}}', String(count))).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    const [sheet] = Object.values(sheetsOf(await saved([zh.exports.xlsx])))
    expect(sheet?.length).toBe(count + 1)
    await page.keyboard.press('Escape')
  })

  it('leaves nothing to complain about', () => {
    expect(window.complaints).toEqual([])
  })
})

describe('a printed page', () => {
  it('is light, without navigation and inputs, and says whose, of when and by whom', async () => {
    const { page } = window
    await window.go('/board')
    const screen = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
    await page.evaluate(() => globalThis.dispatchEvent(new Event('beforeprint')))
    const head = await page.locator('.np-print-head').innerText()
    expect(head).toContain((await window.ask('session.status', {})).storeName)
    expect(await page.locator('.np-print-scope').innerText()).toContain(zh.exports.wholeStore)
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
    for (const hidden of ['.np-nav', '.np-header', '.np-page-header-actions'])
      expect(await page.locator(hidden).isVisible()).toBe(false)
    const widest = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('.np-content *')].map((one) => one.getBoundingClientRect().right)),
    )
    const sheet = await page.locator('.np-content').evaluate((one) => one.getBoundingClientRect().right)
    expect(Math.round(widest)).toBeLessThanOrEqual(Math.ceil(sheet))
    await page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')))
    await page.locator('.np-nav').waitFor()
    expect([screen, paper]).toEqual(['dark', 'light'])
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')
  })
})
