import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
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

const { today, review } = zh

it('a manager’s six o’clock: who worked, who is nobody’s, what is to be read', async () => {
  const { page } = window
  const before = await window.ask('followUps.teamDay', {})
  expect(before.people).toHaveLength(5)
  expect(before.unassigned.length).toBeGreaterThan(0)
  await window.go('/today')
  expect(await seriousFindings(page)).toEqual([])
  for (const person of before.people) await page.getByRole('link', { name: person.name }).first().waitFor()

  const [lead] = before.unassigned
  const customer = lead?.customerName ?? ''
  await page.getByLabel(today.team.assignTo.replace('{{name}}', customer)).first().click()
  await page
    .getByTitle(before.people[0]?.name ?? '')
    .last()
    .click()
  await page.getByRole('button', { name: today.team.assign }).first().click()
  await page.getByText(today.team.assigned).waitFor()
  await settled(page)
  const after = await window.ask('followUps.teamDay', {})
  expect(after.unassigned).toHaveLength(before.unassigned.length - 1)

  // Records by key: approve, on to the next, back again.
  await page.getByRole('link', { name: today.team.reviewOpen }).click()
  await page.getByRole('navigation', { name: review.queue }).waitFor()
  await settled(page)
  expect(await seriousFindings(page)).toEqual([])
  for (const judged of ['1', '2']) {
    await page.keyboard.press('a')
    await page.getByText(review.judged.replace('{{count}}', judged)).waitFor()
  }
  await page.keyboard.press('k')
  const reviewed = await window.ask('followUps.teamDay', {})
  expect(reviewed.toReview).toBe(before.toReview - 2)
  expect(window.complaints).toEqual([])
})
