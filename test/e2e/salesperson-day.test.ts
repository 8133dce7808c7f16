import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { settled } from './stillness.ts'

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  program = await openProgram({ demo: true })
  window = await program.openWindow()
  await window.signIn('salesperson', '888888')
})
afterAll(() => program.close())

const { leads, codes } = zh

it('a salesperson works through the day without the mouse', async () => {
  const { page } = window
  const before = await window.ask('followUps.today', { staffId: null })
  const [first, second] = [...before.overdue, ...before.due]
  expect(second).toBeDefined()
  await window.go('/today')
  expect(await seriousFindings(page)).toEqual([])

  // Open, log, next: Enter goes to the outcome, a digit chooses it, the note, Ctrl+Enter.
  let done = 0
  for (const lead of [first, second]) {
    await page.getByRole('heading', { name: lead?.customerName ?? '' }).waitFor()
    await page.keyboard.press('Enter')
    const outcome = page.getByRole('radiogroup', { name: leads.followUp.outcome })
    await outcome.locator('input:focus').waitFor()
    await page.keyboard.press('1')
    expect(await outcome.getByRole('radio', { name: codes.outcome.reached, exact: true }).isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.type(`与${lead?.customerName ?? ''}聊了用车需求，约好周末再联系`)
    await page.keyboard.press('Control+Enter')
    done += 1
    await page.getByText(zh.today.done.replace('{{count}}', String(before.doneToday + done))).waitFor()
    await settled(page)
  }
  const after = await window.ask('followUps.today', { staffId: null })
  expect(after.doneToday).toBe(before.doneToday + 2)
  expect(after.overdue.length + after.due.length).toBe(before.overdue.length + before.due.length - 2)
  expect(window.complaints).toEqual([])
})
