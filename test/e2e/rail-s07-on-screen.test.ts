import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProgram, type Program, type ProgramWindow } from './program.ts'

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  program = await openProgram({ demo: true })
  window = await program.openWindow()
  await window.signIn('manager', '888888')
  // From here on the page's seconds pass when they are told to.
  await window.page.clock.install()
  await window.page.reload()
  await window.page.waitForSelector('.np-nav')
})
afterAll(() => program.close())

const shell = () => window.page.locator('.np-nav')

describe('S7 on screen: a window that only looks is shut within a second', () => {
  it('of a session that ends elsewhere, and not before', async () => {
    const { page } = window
    const owner = await program.openWindow()
    await owner.signIn('owner', '888888')
    const { people } = await owner.ask('people.list', {})
    const manager = people.find(({ role }) => role === 'manager')
    if (manager === undefined) throw new Error('the demo has a manager')
    await page.clock.runFor(2500)
    // The control: looking for more than a second, and still there.
    expect(await shell().count()).toBe(1)
    await owner.ask('people.save', { ...manager, role: 'salesperson' })
    await page.clock.runFor(1000)
    await shell().waitFor({ state: 'detached' })
    expect(await page.locator('#content').count()).toBe(0)
  })
})
