import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { CONTROL_POINTS } from '../../shared/domain/control-points/keys.ts'
import { rounds } from '../support/rounds.ts'
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

describe('the board of the demo showroom', () => {
  it('shows all nine, each leading to its page', async () => {
    const { page } = window
    await window.go('/board')
    for (const key of CONTROL_POINTS) await page.getByRole('link', { name: zh.board.point[key] }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  // That each of all figures has as many records is known without a browser (test/contract/board): here some of each page, in the long run all.
  it.each(CONTROL_POINTS)('figures of %s open to as many records', async (key) => {
    const { page } = window
    await window.go(`/board/${key}`)
    await page.getByRole('heading', { level: 1, name: zh.board.point[key] }).waitFor()
    await settled(page)
    await page.locator('.bd-count').first().waitFor()
    await settled(page)
    expect(await seriousFindings(page)).toEqual([])
    const counts = page.locator('.bd-count')
    const total = await counts.count()
    const step = Math.ceil(total / rounds(6, total))
    for (let at = 0; at < total; at += step) {
      const figure = (await counts.nth(at).innerText()).replace(/\D/g, '')
      await counts.nth(at).click()
      await page.getByText(zh.records.total.replace('{{total}}', figure)).waitFor()
      await page.keyboard.press('Escape')
      await page.getByText(zh.records.total.replace('{{total}}', figure)).waitFor({ state: 'detached' })
    }
    expect(total).toBeGreaterThan(3)
    expect(window.complaints).toEqual([])
  })
})
