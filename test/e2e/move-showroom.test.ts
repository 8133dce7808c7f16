import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { logFirstVisit, PASSWORD, PIN } from './showroom.ts'
import { settled } from './stillness.ts'

const PACK_PASSWORD = '搬家 2026 move'
const { data, session, setup } = zh

const oldPc = mkdtempSync(join(tmpdir(), '旧电脑 old-'))
const newPc = mkdtempSync(join(tmpdir(), '新电脑 new-'))
let program: Program
let window: ProgramWindow
beforeAll(async () => {
  program = await openProgram({ folder: oldPc })
  window = await program.openWindow()
  await window.ask('setup.createStore', {
    storeName: '城东展厅',
    timeZone: 'Asia/Shanghai',
    openWeekdays: [1, 2, 3, 4, 5, 6, 7],
    owner: { name: '何总', password: PASSWORD },
    people: [{ name: '林小雨', role: 'salesperson', pin: PIN }],
    channels: [{ name: '自然到店', group: 'walk_in' }],
  })
  await logFirstVisit(window, null)
  await window.page.reload()
  await settled(window.page)
})
afterAll(async () => {
  await program.close()
  for (const folder of [oldPc, newPc]) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
})

const visitsIn = ({ readStore }: Program) => readStore((db) => db.prepare('SELECT count(*) FROM visits').pluck().get())

async function signInAsOwner(page: Page): Promise<void> {
  await page.getByRole('button', { name: /何总/ }).click()
  await page.getByLabel(session.passwordFor.replace('{{name}}', '何总')).fill(PASSWORD)
  await page.getByRole('button', { name: session.enter, exact: true }).click()
  await page.waitForSelector('main#content')
  await settled(page)
}

/** Looks into the nth backup of the list and restores it. */
async function restore(page: Page, row: number, expected: string): Promise<void> {
  await window.go('/settings/backups')
  await page
    .getByRole('button', { name: /^查看并恢复/ })
    .nth(row)
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(expected).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await dialog.getByLabel(data.restore.password).fill(PASSWORD)
  await dialog.getByRole('button', { name: data.restore.ok }).click()
  await page.getByText(session.whoAreYou).waitFor()
}

it('a backup is restored, and the restore taken back', async () => {
  const { page } = window
  await window.go('/settings/backups')
  await page.getByText(data.warning.never_backed_up).waitFor()
  await page.getByRole('button', { name: setup.backups.now }).click()
  // Made on a thread of its own: what is logged before it is there is in it.
  await page.getByText(setup.backups.done.split('{{')[0] ?? '').waitFor()
  await logFirstVisit(window, null)
  expect(visitsIn(program)).toBe(2)

  await restore(page, 0, data.preview.losing.replace('{{what}}', '来店 1'))
  expect(visitsIn(program)).toBe(1)
  await signInAsOwner(page)
  await window.go('/settings/backups')
  await page.getByText(data.backups.before_replacing, { exact: true }).waitFor()
  await restore(page, 0, data.preview.losingNothing)
  expect(visitsIn(program)).toBe(2)
  await signInAsOwner(page)
  expect(window.complaints).toEqual([])
})

it('a showroom is packed, opened at another PC, and the same PIN signs in there', async () => {
  const { page } = window
  await window.go('/settings/move')
  await page.getByLabel(data.move.packPassword).fill('1234567890')
  await page.getByLabel(data.move.repeat).fill('1234567890')
  await page.getByRole('button', { name: data.move.pack, exact: true }).click()
  await page.getByText(zh.issue.pack_password_weak).waitFor()
  await page.getByLabel(data.move.packPassword).fill(PACK_PASSWORD)
  await page.getByLabel(data.move.repeat).fill(PACK_PASSWORD)
  await page.getByRole('button', { name: data.move.pack, exact: true }).click()
  await page.getByText(data.move.folder).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  const [file = ''] = readdirSync(join(oldPc, 'packed'))
  await page.getByRole('button', { name: data.move.markMoved }).click()
  await page.getByText(data.moved.text.replace('{{date}}起，', '')).waitFor()

  mkdirSync(join(newPc, 'packed'))
  copyFileSync(join(oldPc, 'packed', file), join(newPc, 'packed', file))
  const there = await openProgram({ folder: newPc })
  try {
    const { page: newPage, ask, complaints } = await there.openWindow({ width: 1024, height: 768 })
    await newPage.getByRole('button', { name: data.bring.title }).click()
    await newPage.getByText(file).waitFor()
    await newPage.getByLabel(data.bring.password).fill('something else')
    await newPage.getByRole('button', { name: data.bring.open }).click()
    await newPage.getByText(zh.failure.pack_password_wrong).waitFor()
    await newPage.getByLabel(data.bring.password).fill(PACK_PASSWORD)
    await newPage.getByRole('button', { name: data.bring.open }).click()
    await newPage.getByRole('button', { name: data.bring.take }).waitFor()
    expect(await seriousFindings(newPage)).toEqual([])
    await newPage.getByRole('button', { name: data.bring.take }).click()
    await newPage.getByRole('button', { name: /林小雨/ }).click()
    await newPage.keyboard.type(PIN)
    await newPage.waitForSelector('main#content')
    expect(await ask('session.status', {})).toMatchObject({ me: { name: '林小雨' }, movedAt: null })
    expect(visitsIn(there)).toBe(2)
    // The wrong password was refused, which a browser remarks on.
    expect(complaints.filter((one) => !one.includes('409'))).toEqual([])
  } finally {
    await there.close()
  }
})
