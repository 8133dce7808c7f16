import type { Locator } from 'playwright'
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
  await window.signIn('manager', '888888')
})
afterAll(() => program.close())

const { leadAllocation, followUpAudit, followUpWorkload } = zh.charts
const CHARTS = [
  ['leadAllocation', leadAllocation.speed],
  ['leadAllocation', leadAllocation.load],
  ['followUpAudit', followUpAudit.queue],
  ['followUpAudit', followUpAudit.coverage],
  ['followUpAudit', zh.board.section.suspicions],
  ['followUpWorkload', followUpWorkload.map],
  ['followUpWorkload', followUpWorkload.promises],
  ['followUpWorkload', followUpWorkload.owed],
] as const

/** That every cell opens what it counts is test/db/breakdowns.test.ts; here that the screen asks for the right one. */
const LINKS = 4

/** Looks over a picture for a mark that opens something: where the pointer becomes a hand. */
async function findMark(canvas: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const found = await canvas.evaluate((picture) => {
    const { left, top, width, height } = picture.getBoundingClientRect()
    for (let y = 4; y < height; y += 5) {
      for (let x = 4; x < width; x += 5) {
        const at = { clientX: left + x, clientY: top + y, bubbles: true }
        picture.dispatchEvent(new MouseEvent('mousemove', at))
        if (picture.style.cursor === 'pointer') return { x, y }
      }
    }
    return null
  })
  if (found === null) throw new Error('no mark opens anything')
  return found
}

async function openedTotal(): Promise<{ readonly title: string; readonly total: number }> {
  const { page } = window
  const drawer = page.getByRole('dialog')
  const [before = '', after = ''] = zh.records.total.split('{{total}}')
  const said = await drawer.getByText(before, { exact: false }).filter({ hasText: after }).first().innerText()
  const title = await drawer.locator('.ant-drawer-title').innerText()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  return { title, total: Number(said.slice(before.length).replace(/\D.*/s, '')) }
}

describe.each(someOf(CHARTS, 4))('on the page of %s the chart "%s"', (key, name) => {
  it('opens the records of a mark, as many as its table says', async () => {
    const { page } = window
    await window.go(`/board/${key}`)
    const section = page.getByRole('region', { name, exact: true }).first()
    await section.locator('canvas').waitFor()
    await settled(page)
    const canvas = section.locator('canvas')
    await canvas.scrollIntoViewIfNeeded()
    await canvas.click({ position: await findMark(canvas) })
    const ofMark = await openedTotal()
    await section.getByRole('button', { name: zh.charts.asTable }).click()
    const links = section.locator('.np-chart-table .bd-count')
    const counts = await links.allInnerTexts()
    const opened = new Map<string, number>()
    for (let at = 0; at < Math.min(counts.length, LINKS); at += 1) {
      await links.nth(at).click()
      const { title, total } = await openedTotal()
      expect([title, total]).toEqual([title, Number(counts[at])])
      opened.set(title, total)
    }
    expect(counts.map(Number)).toContain(ofMark.total)
    expect(opened.get(ofMark.title) ?? ofMark.total).toBe(ofMark.total)
    expect(await seriousFindings(page)).toEqual([])
    expect(window.complaints).toEqual([])
  })
})

it('leads from a person’s queue to exactly that person’s records in the review', async () => {
  const { page } = window
  await window.go('/board/followUpAudit')
  const link = page.locator('.bd-chart-links a').first()
  await link.waitFor()
  const [name = '', count = ''] = (await link.innerText()).split(/[（）]/)
  await link.click()
  await page.getByRole('navigation', { name: zh.review.queue }).waitFor()
  await settled(page)
  await page.getByText(new RegExp(`/ ${count} `)).waitFor()
  await page.getByRole('search').getByText(name, { exact: true }).waitFor()
})

it('turns from days to weeks for a quarter', async () => {
  const { page } = window
  await window.go('/board/followUpWorkload')
  await page.getByText(zh.board.period.quarter, { exact: true }).click()
  await page.getByRole('heading', { name: followUpWorkload.mapByWeek }).waitFor()
  await settled(page)
  const section = page.getByRole('region', { name: followUpWorkload.mapByWeek, exact: true })
  for (const show of [followUpWorkload.shows.due, followUpWorkload.shows.missed]) {
    await section.getByText(show, { exact: true }).click()
    await section.getByRole('button', { name: zh.charts.asTable }).click()
    const link = section.locator('.np-chart-table .bd-count').first()
    const count = Number(await link.innerText())
    await link.click()
    expect((await openedTotal()).total).toBe(count)
    await section.getByRole('button', { name: zh.charts.asPicture }).click()
  }
})
