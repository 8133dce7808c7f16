import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { someOf } from '../support/rounds.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings } from './program.ts'

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  program = await openProgram({ demo: true })
  window = await program.openWindow({ width: 1024, height: 768 })
  await window.signIn('manager', '888888')
})
afterAll(() => program.close())

const SCREENS = [
  '/today',
  '/visits',
  '/leads',
  '/board',
  '/board/followUpWorkload',
  '/board/leadSources',
  '/levers',
  '/review',
  '/import',
  '/settings/appearance',
  '/settings/targets',
  '/settings/doorCounts',
  '/settings/grades',
]

const sizes = () =>
  window.page.evaluate(() => ({
    rem: getComputedStyle(document.documentElement).fontSize,
    cell: getComputedStyle(document.querySelector('td') ?? document.body).fontSize,
    cellHeight: document.querySelector('td')?.getBoundingClientRect().height ?? 0,
  }))
const choose = (name: string) => window.page.getByText(name, { exact: true }).click()

it('text size and density apply at once, are kept on this PC, and leave every screen whole', async () => {
  const { page, go } = window
  const { device } = zh
  await go('/settings/appearance')
  const usual = await sizes()
  expect(usual).toMatchObject({ rem: '16px', cell: '14px' })

  await choose(device.textSize.largest)
  await expect.poll(sizes).toMatchObject({ cell: '18px' })
  const large = await sizes()
  expect(Number.parseFloat(large.rem)).toBeCloseTo((16 * 18) / 14, 2)
  await choose(device.density.compact)
  await expect.poll(async () => (await sizes()).cellHeight).toBeLessThan(large.cellHeight)
  expect((await sizes()).cell).toBe('18px')

  const kept = await page.evaluate(() => localStorage.getItem('ninepoint.preferences'))
  expect(JSON.parse(kept ?? '')).toMatchObject({ state: { textSize: 'largest', density: 'compact', language: 'zh' } })
  const faults: Record<string, string[]> = {}
  for (const path of someOf(SCREENS, 5)) {
    await go(path)
    const overflow = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)
    const found = [...(await seriousFindings(page)), ...(overflow > 1 ? [`scrolls sideways by ${overflow}`] : [])]
    if (found.length > 0) faults[path] = found
  }
  expect(faults).toEqual({})
  await go('/settings/appearance')
  expect(await sizes()).toMatchObject({ rem: large.rem, cell: '18px' })
  expect(window.complaints).toEqual([])
})
