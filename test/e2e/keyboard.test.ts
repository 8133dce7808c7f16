import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { keyboardOf } from './keyboard.ts'
import { openProgram, type Program, type ProgramWindow } from './program.ts'
import { settled } from './stillness.ts'

// The day's work of three people who have no mouse: nothing here clicks, and no field is filled but by typing.

let program: Program
beforeAll(async () => {
  program = await openProgram({ demo: true })
})
afterAll(() => program.close())

const { leads, today, visits, review, board } = zh

async function signIn(role: string): Promise<ProgramWindow> {
  const window = await program.openWindow()
  await window.signIn(role, '888888')
  return window
}

const firstChannel = async ({ ask }: ProgramWindow) => (await ask('channels.list', {})).channels[0]?.name ?? ''
const heading = (name: string) => ({ name, level: 1 }) as const

describe('without a mouse', () => {
  it('a salesperson writes a follow-up, logs a visitor, plans, orders and loses', async () => {
    const window = await signIn('salesperson')
    const { page, ask } = window
    const { press, type, tabTo, find } = keyboardOf(page)
    const before = await ask('followUps.today', { staffId: null })

    // The first of the list: outcome, what was said, when again.
    await press('Enter', '1', 'Tab')
    await type('聊了置换方案，周末再看')
    await tabTo(new RegExp(`^${leads.next.cadence}`))
    await press('2', 'Control+Enter')
    await page.getByText(today.done.replace('{{count}}', String(before.doneToday + 1))).waitFor()

    // Somebody comes in: from the middle of whatever is being typed.
    await press('Escape', 'n')
    await page.getByRole('complementary', { name: visits.form.title }).waitFor()
    await type('13912345678')
    await page.getByText(visits.form.unknown).waitFor()
    await tabTo(await firstChannel(window))
    await press('1')
    await tabTo(visits.form.name, 'Shift+Tab')
    await type('祁连山')
    await press('Enter')
    await page.getByText(visits.said.captured.replace('{{name}}', '祁连山')).waitFor()
    await settled(page)

    await find('qls')
    await page.getByRole('heading', heading('祁连山')).waitFor()
    await press('p')
    await page.getByRole('dialog').waitFor()
    await press('2', 'Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await press('o')
    await page.getByRole('dialog').waitFor()
    await press('Control+Enter')
    await page.getByText(leads.deal.ordered).waitFor()
    const [won] = (await ask('leads.find', { by: 'text', text: '祁连山', limit: 1 })).rows
    expect(won?.status).toBe('won')

    // Another one is lost: the act first, then whose.
    const lost = before.due[0] ?? before.overdue[1]
    await find('zhanbai')
    await type(lost?.customerName ?? '')
    await page.locator('[role="listbox"][aria-busy="false"] [role="option"]').first().waitFor()
    await press('Enter')
    await page.getByRole('dialog', { name: leads.loss.requestTitle }).waitFor()
    await press('1', 'Control+Enter')
    await page.getByText(leads.loss.requested).waitFor()
    const profile = await ask('leads.get', { leadId: lost?.leadId ?? '' })
    expect(profile.lossRequest).not.toBeNull()
    expect(window.complaints).toEqual([])
    await window.close()
  })

  it('the reception logs who came, and hands them to a salesperson', async () => {
    const window = await signIn('reception')
    const { page, ask } = window
    const { press, type, tabTo, focused } = keyboardOf(page)
    const day = async () => (await ask('visits.day', { date: (await ask('session.status', {})).today })).visits
    const before = await day()

    await press('m')
    await page.getByRole('dialog').waitFor()
    await settled(page)
    await press('2')
    await page.getByText(visits.said.anonymous).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await press('n')
    await page.locator('#visit_phone:focus').waitFor()
    await type('13887654321')
    await tabTo(visits.form.name)
    await type('欧阳靖')
    await tabTo(await firstChannel(window))
    await press('1')
    await tabTo(visits.form.receivedBy)
    await press('Enter', 'ArrowDown', 'Enter')
    await tabTo(visits.form.note)
    await press('Enter')
    await page.getByText(visits.said.captured.replace('{{name}}', '欧阳靖')).waitFor()
    const after = await day()
    expect(after).toHaveLength(before.length + 2)
    const arrival = after.find(({ customerName }) => customerName === '欧阳靖')
    expect(arrival?.receivedByName).not.toBeNull()

    // A slip is taken out again from the menu of its line, and the focus is where it was.
    await tabTo(visits.list.actionsOf.replace('{{who}}', '欧阳靖'))
    await press('Enter')
    await page.locator('[role="menu"]:focus, [role="menu"] :focus').first().waitFor()
    await press('ArrowDown')
    await page.locator('[role="menuitem"]:focus', { hasText: visits.list.void }).waitFor()
    await press('Enter')
    await page.getByRole('dialog', { name: visits.voidTitle }).waitFor()
    await settled(page)
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect((await focused()).name).toBe(visits.list.actionsOf.replace('{{who}}', '欧阳靖'))

    // The first visitor left a number after all: the list, its menu, back to where one was.
    await tabTo(visits.list.capture)
    await press('Enter')
    await page.getByRole('complementary', { name: visits.form.captureTitle }).waitFor()
    await press('Escape')
    expect((await focused()).name).not.toBe('')
    await press('g', 't')
    await page.getByRole('heading', heading(today.reception.title)).waitFor()
    expect(window.complaints).toEqual([])
    await window.close()
  })

  it('a manager assigns, confirms a loss, reads records, and goes from a figure to its record', async () => {
    const seller = await signIn('salesperson')
    const { due, overdue } = await seller.ask('followUps.today', { staffId: null })
    const leadId = [...due, ...overdue].at(-1)?.leadId ?? ''
    await seller.ask('leads.lose', { leadId, reason: 'price', competitor: null, note: null })
    await seller.close()

    const window = await signIn('manager')
    const { page, ask } = window
    const { press, tabTo, find } = keyboardOf(page)
    const before = await ask('followUps.teamDay', {})

    const [lead] = before.unassigned
    await tabTo(today.team.assignTo.replace('{{name}}', lead?.customerName ?? ''))
    await press('Enter', 'ArrowDown', 'Enter')
    await tabTo(today.team.assign)
    await press('Enter')
    await page.getByText(today.team.assigned).waitFor()
    await settled(page)

    const [request] = before.lossRequests
    await tabTo(today.team.confirmOf.replace('{{name}}', request?.customerName ?? ''))
    await press('Enter')
    await settled(page)
    const after = await ask('followUps.teamDay', {})
    expect(after.unassigned).toHaveLength(before.unassigned.length - 1)
    expect(after.lossRequests).toHaveLength(before.lossRequests.length - 1)

    await press('g', 'r')
    await page.getByRole('navigation', { name: review.queue }).waitFor()
    await settled(page)
    await press('a')
    await page.getByText(review.judged.replace('{{count}}', '1')).waitFor()
    await press('r')
    await page.getByLabel(review.rejectNote).waitFor()
    await page.keyboard.type('说得太少')
    await press('Enter')
    await page.getByText(review.judged.replace('{{count}}', '2')).waitFor()

    await find(board.point.followUpWorkload)
    await page.getByRole('heading', heading(board.point.followUpWorkload)).waitFor()
    await tabTo(/ [1-9]\d* 条明细$/)
    await press('Enter')
    const drawer = page.getByRole('dialog')
    await drawer.waitFor()
    await settled(page)
    const customer = await drawer.locator('a[href*="/leads/"]').first().innerText()
    await tabTo(customer)
    await press('Enter')
    await page.waitForURL(/#\/leads\//)
    await settled(page)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(window.complaints).toEqual([])
    await window.close()
  })
})
