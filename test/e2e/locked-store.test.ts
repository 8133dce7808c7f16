import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { openProgram, type Program, seriousFindings } from './program.ts'
import { PASSWORD, PIN } from './showroom.ts'
import { settled } from './stillness.ts'

const { failure, protection } = zh
const folder = mkdtempSync(join(tmpdir(), '上锁 locked-'))
let program: Program | null = null
afterAll(async () => {
  await program?.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
})

/** As on another PC: the papers came along, and what the system kept did not. */
function loseTheKey(): void {
  const keys = join(folder, 'showroom.db-keys')
  for (const name of readdirSync(keys)) {
    const key = JSON.parse(readFileSync(join(keys, name), 'utf8')) as Record<string, unknown>
    writeFileSync(join(keys, name), JSON.stringify({ ...key, keptBy: 'system', value: '' }))
  }
}

it('data whose key is lost are opened with the recovery code that was written down, and stay open', async () => {
  program = await openProgram({ folder })
  const before = await program.openWindow()
  const { recoveryCode } = await before.ask('setup.createStore', {
    storeName: '城东展厅',
    timeZone: 'Asia/Shanghai',
    openWeekdays: [1, 2, 3, 4, 5, 6, 7],
    owner: { name: '何总', password: PASSWORD },
    people: [{ name: '林小雨', role: 'salesperson', pin: PIN }],
    channels: [{ name: '自然到店', group: 'walk_in' }],
  })
  await program.close()
  loseTheKey()

  program = await openProgram({ folder })
  const { page, complaints } = await program.openWindow({ width: 1024, height: 768 })
  await page.getByText(protection.locked.title).waitFor()
  await settled(page)
  expect(await seriousFindings(page)).toEqual([])
  const code = page.getByLabel(protection.locked.code)
  await code.fill('2345-6789-ABCD-EFGH')
  await page.getByRole('button', { name: protection.locked.open }).click()
  await page.getByText(failure.recovery_code_wrong).waitFor()
  // As somebody types what stands on paper.
  await code.fill(recoveryCode.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: protection.locked.open }).click()
  await page.getByRole('button', { name: /林小雨/ }).click()
  await page.keyboard.type(PIN)
  await page.waitForSelector('main#content')
  // The wrong code was refused, which a browser remarks on.
  expect(complaints.filter((one) => !/40[139]/.test(one))).toEqual([])
  await program.close()

  program = await openProgram({ folder })
  const after = await program.openWindow()
  expect(await after.ask('session.status', {})).toMatchObject({ stage: 'sign_in' })
})
