import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { logFirstVisit, openShowroom, PASSWORD, PIN } from './showroom.ts'
import { settled, watchTraffic } from './stillness.ts'
import { windowKind } from './windows/window-kind.ts'

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  const opened = await openShowroom()
  program = opened.program
  window = opened.window
})
afterAll(() => program.close())

const { visits, drafts, leads, setup } = zh
const restored = drafts.restored.split('（')[0] ?? ''

const keptNow = () =>
  program.readStore((db) => db.prepare('SELECT staff_id, form, subject, content FROM drafts').all() as object[])
/** Written down: the page says nothing while it does that, so the file is asked. */
const keptWith = (text: string) =>
  expect.poll(() => JSON.stringify(keptNow()), { timeout: 10_000, interval: 50 }).toContain(text)

/** Picks the person on the sign-in screen and types their PIN, as at the desk. */
async function signInAs(name: string) {
  const { page } = window
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.locator('#secret').pressSequentially(PIN)
  await page.waitForSelector('main')
  await settled(page)
}

/** The form is there before it is shown: what is typed into it must wait until it is. */
async function openVisit() {
  await window.page.getByRole('button', { name: visits.logKey }).click()
  await window.page.getByLabel(visits.form.phone, { exact: true }).click()
}

async function typeHalfAVisit(name: string, phone: string) {
  const { page } = window
  await window.go('/visits')
  await openVisit()
  await page.getByLabel(visits.form.phone, { exact: true }).pressSequentially(phone)
  await page.getByLabel(visits.form.name, { exact: true }).pressSequentially(name)
}

async function expectTheVisit(name: string, phone: string) {
  const { page } = window
  await page.getByText(restored).waitFor()
  expect(await page.getByLabel(visits.form.name, { exact: true }).inputValue()).toBe(name)
  expect(await page.getByLabel(visits.form.phone, { exact: true }).inputValue()).toBe(phone)
}

beforeEach(async () => {
  program.readStore((db) => db.exec('DELETE FROM drafts'))
  await window.signIn('salesperson', PIN)
})

describe('a visit that was half typed', () => {
  it('is there after the page is loaded anew, at once after the last key', async () => {
    const { page } = window
    await typeHalfAVisit('孙先', '1370013700')
    await page.reload()
    await settled(page)
    await page.getByText(drafts.openHere).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await openVisit()
    await expectTheVisit('孙先', '1370013700')
    expect(await seriousFindings(page)).toEqual([])
  })

  it.skipIf(windowKind() !== 'browser')('is there after the page has crashed', async () => {
    const { page } = window
    await typeHalfAVisit('赵女', '1380013')
    await keptWith('赵女')
    const address = page.url()
    const devtools = await page.context().newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    void devtools.send('Page.crash').catch(() => undefined)
    await crashed
    const again = await page.context().newPage()
    await page.close()
    watchTraffic(again)
    await again.goto(address)
    window = { ...window, page: again }
    await settled(again)
    await openVisit()
    await expectTheVisit('赵女', '1380013')
    // The rest of this file goes on at a window of its own.
    window = await program.openWindow()
    await window.signIn('salesperson', PIN)
  })

  it('waits for whoever typed it while a colleague is here, who sees nothing of it', async () => {
    const { page } = window
    await typeHalfAVisit('钱先生', '13900139')
    await page.keyboard.press('F2')
    await signInAs('王大力')
    await page.getByRole('heading', { name: zh.today.title }).waitFor()
    await window.go('/visits')
    await openVisit()
    const name = page.getByLabel(visits.form.name, { exact: true })
    expect([await name.inputValue(), await page.getByText(restored).count()]).toEqual(['', 0])
    expect((await window.ask('drafts.list', {})).drafts).toEqual([])
    // What the colleague types now is another's draft of the same form.
    await name.pressSequentially('周女士')
    await page.keyboard.press('F2')
    await signInAs('林小雨')
    const open = page.getByText(drafts.open.replace('{{count}}', '1'))
    await open.waitFor()
    await page.getByRole('link', { name: `${drafts.form.visit} · 钱先生` }).click()
    await expectTheVisit('钱先生', '13900139')
  })

  it('is gone once it is saved, and once it is cleared', async () => {
    const { page } = window
    await typeHalfAVisit('李女士', '13600136000')
    await keptWith('李女士')
    await page.getByRole('radio', { name: '自然到店' }).check()
    await page.keyboard.press('Enter')
    await page.getByText(visits.said.captured.replace('{{name}}', '李女士')).waitFor()
    await expect.poll(keptNow).toEqual([])
    await page.reload()
    await settled(page)
    await openVisit()
    expect(await page.getByLabel(visits.form.name, { exact: true }).inputValue()).toBe('')

    await page.getByLabel(visits.form.name, { exact: true }).pressSequentially('错的')
    await keptWith('错的')
    await page.reload()
    await settled(page)
    await openVisit()
    await page.getByText(restored).waitFor()
    await page.locator('.df-notice').getByRole('button', { name: drafts.clear }).click()
    expect(await page.getByLabel(visits.form.name, { exact: true }).inputValue()).toBe('')
    await expect.poll(keptNow).toEqual([])
    expect(window.complaints).toEqual([])
  })
})

it('what others have saved meanwhile is not typed over without being asked', async () => {
  const { page } = window
  const id = await logFirstVisit(window, { name: '冯先生', phone: '13500135000', gender: 'm', model: null })
  await window.go(`/leads/${id}`)
  const editProfile = () => page.locator('[aria-labelledby="ld-profile"]').getByRole('button').first().click()
  const note = page.getByRole('dialog').getByLabel(leads.profile.note)
  const city = page.getByRole('dialog').getByLabel(leads.profile.city)
  await editProfile()
  await note.fill('喜欢红色')
  await city.fill('无锡')
  await keptWith('无锡')
  await page.reload()
  const customer = { name: '冯先生', phone: '13500135000', wechat: null, gender: 'm' } as const
  await window.ask('leads.updateCustomer', { leadId: id, ...customer, city: '常州', note: null, sharesPhone: false })
  await page.reload()
  await settled(page)

  await page.getByRole('link', { name: `${drafts.form.profile} · 冯先生` }).click()
  await page.getByText(drafts.yours.replace('{{texts}}', drafts.quoted.replace('{{text}}', '无锡'))).waitFor()
  expect([await note.inputValue(), await city.inputValue()]).toEqual(['喜欢红色', '常州'])
  expect(await seriousFindings(page)).toEqual([])
  // What was not put back is not lost either when something else is typed first.
  await note.fill('喜欢红色，怕贵')
  await keptWith('怕贵')
  await page.getByRole('button', { name: drafts.useMine }).click()
  expect([await note.inputValue(), await city.inputValue()]).toEqual(['喜欢红色，怕贵', '无锡'])
  await page.getByRole('dialog').getByRole('button', { name: zh.common.save }).click()
  await page.getByText(leads.profile.saved).waitFor()
  expect((await window.ask('leads.get', { leadId: id })).customer).toMatchObject({
    city: '无锡',
    note: '喜欢红色，怕贵',
  })
  await expect.poll(keptNow).toEqual([])
})

it('a PIN that is typed lies nowhere in the file', async () => {
  const { page } = window
  await window.ask('session.signOut', {})
  await window.signIn('owner', PASSWORD)
  await window.go('/settings/people')
  await page.getByRole('button', { name: setup.people.add }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(setup.people.firstPin).pressSequentially('864209')
  await dialog.getByLabel(setup.people.name).pressSequentially('新来的')
  await keptWith('新来的')
  expect(program.readStore((db) => db.serialize().includes('864209'))).toBe(false)
  expect(program.readStore((db) => db.serialize().includes('新来的'))).toBe(true)
  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: setup.people.add }).click()
  await page.getByText(restored).waitFor()
  expect(await dialog.getByLabel(setup.people.name).inputValue()).toBe('新来的')
  expect(await dialog.getByLabel(setup.people.firstPin).inputValue()).toBe('')
})

it('the first run goes on where it was, without the password', async () => {
  const fresh = await openProgram()
  try {
    const { page } = await fresh.openWindow()
    const ownerName = page.locator('#step-owner').getByLabel(setup.ownerName)
    await page.getByText(setup.welcome.create).click()
    await page.getByLabel(setup.storeName).fill('城西展厅')
    await page.getByRole('button', { name: zh.common.next }).click()
    await ownerName.fill('何总')
    await page.getByLabel(setup.password, { exact: true }).fill('correct horse')
    await page.reload()
    await page.getByText(drafts.setup).waitFor()
    expect(await ownerName.inputValue()).toBe('何总')
    expect(await page.getByLabel(setup.password, { exact: true }).inputValue()).toBe('')
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('horse')
    expect(await seriousFindings(page)).toEqual([])
  } finally {
    await fresh.close()
  }
})
