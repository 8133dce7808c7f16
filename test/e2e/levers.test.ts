import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProgram, type Program } from './program.ts'
import { settled } from './stillness.ts'

let program: Program
beforeAll(async () => {
  program = await openProgram({ demo: true })
})
afterAll(() => program.close())

describe('the lever simulator', () => {
  it('shows the period’s own deals, moves with a lever, and takes the lever that alone gets there', async () => {
    const { page, signIn, go, ask, complaints, close } = await program.openWindow()
    await signIn('manager', '888888')
    await go('/levers')
    await page.getByText('上月', { exact: true }).click()
    await settled(page)
    const { from, to } = await lastMonth(ask)
    const { report } = await ask('board.show', { from, to, asOf: null, staffId: null })
    const { won, N } = report.funnel
    const deals = page.locator('.lv-deals strong')
    expect(Number(await deals.innerText())).toBe(won)

    await page.getByRole('spinbutton', { name: '客流量 N' }).fill(String(N * 2))
    await expect.poll(() => deals.innerText()).toBe(String(won * 2))

    await page.getByRole('button', { name: '恢复为现状' }).click()
    await expect.poll(() => deals.innerText()).toBe(String(won))

    const goal = won + 2
    await page.getByLabel('想要的成交数').fill(String(goal))
    await page
      .getByRole('row', { name: /^成交率 C/ })
      .getByRole('button', { name: '试一试' })
      .click()
    await expect.poll(() => deals.innerText()).toBe(String(goal))
    expect(complaints).toEqual([])
    await close()
  })
})

type Ask = Awaited<ReturnType<Program['openWindow']>>['ask']

/** The month before the one the program lives in. */
async function lastMonth(ask: Ask): Promise<{ from: string; to: string }> {
  const { today } = await ask('session.status', {})
  const first = new Date(`${today}T00:00:00Z`)
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 0))
  const to = last.toISOString().slice(0, 10)
  return { from: `${to.slice(0, 8)}01`, to }
}
