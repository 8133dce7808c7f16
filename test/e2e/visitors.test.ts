import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { type Program, type ProgramWindow, seriousFindings } from './program.ts'
import { openShowroom, PIN } from './showroom.ts'
import { settled } from './stillness.ts'

let program: Program
let window: ProgramWindow
beforeAll(async () => {
  const opened = await openShowroom()
  program = opened.program
  window = opened.window
  await window.signIn('salesperson', PIN)
})
afterAll(() => program.close())

const { visits, codes } = zh

/** Presses and entries a person makes; a text typed into one field is one. */
function interactions() {
  let made = 0
  const { page } = window
  return {
    made: () => made,
    press: async (key: string) => {
      made += 1
      await page.keyboard.press(key)
    },
    click: async (name: string) => {
      made += 1
      await page.getByRole('button', { name }).click()
    },
    choose: async (name: string) => {
      made += 1
      await page
        .getByRole('complementary', { name: visits.form.title })
        .getByRole('radio', { name, exact: true })
        .check()
    },
    type: async (label: string, text: string) => {
      made += 1
      await page.getByLabel(label, { exact: true }).fill(text)
    },
  }
}

it('three visitors are logged, in few interactions, and N and K move', async () => {
  const { page } = window
  await window.go('/visits')
  await page.getByText(visits.list.empty).waitFor()
  expect(await seriousFindings(page)).toEqual([])

  // Left nothing: two.
  const anonymous = interactions()
  await anonymous.press('m')
  await anonymous.click(codes.notCaptured.just_looking)
  await page.getByText(visits.said.anonymous).waitFor()
  expect(anonymous.made()).toBe(2)

  for (const [name, phone] of [
    ['赵先生', '13800138000'],
    ['钱女士', '139 0013 9000'],
  ] as const) {
    const captured = interactions()
    const startedAt = performance.now()
    await captured.press('n')
    await captured.type(visits.form.phone, phone)
    await page.getByText(visits.form.unknown).waitFor()
    await captured.choose('自然到店')
    await captured.type(visits.form.name, name)
    await captured.press('Enter')
    await page.getByText(visits.said.captured.replace('{{name}}', name)).waitFor()
    expect(captured.made()).toBeLessThanOrEqual(10)
    expect(performance.now() - startedAt).toBeLessThan(15_000)
  }
  const { visits: rows } = await window.ask('visits.day', { date: (await window.ask('session.status', {})).today })
  expect(rows.map((row) => [row.customerName, row.firstVisit, row.receivedByName])).toEqual([
    ['钱女士', true, '林小雨'],
    ['赵先生', true, '林小雨'],
    [null, true, '林小雨'],
  ])

  await window.go('/board')
  const chain = page.getByRole('region', { name: zh.board.chain.label }).or(page.locator('.bd-chain')).first()
  expect(await chain.innerText()).toMatch(/3[\s\S]*66\.7%[\s\S]*2\s*\/\s*3/)
  expect(window.complaints).toEqual([])
})

it('a number already on file asks who it is, and masks nothing of one’s own', async () => {
  const { page } = window
  await window.go('/visits')
  await page.getByText('赵先生').waitFor()
  await page.keyboard.press('n')
  await page.getByLabel(visits.form.phone, { exact: true }).fill('+86 138-0013-8000')
  await page.getByText(visits.known.title).waitFor()
  expect(await page.getByRole('complementary', { name: visits.form.title }).innerText()).toContain('林小雨')
  await page.getByRole('radio', { name: /再次来店/ }).check()
  await page.getByRole('radio', { name: '自然到店', exact: true }).check()
  await page.getByLabel(visits.form.phone, { exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(visits.said.comeBack.replace('{{name}}', '赵先生')).waitFor()
  await settled(page)
  const { rows } = await window.ask('leads.list', {
    filter: { text: '赵' },
    limit: 10,
    offset: 0,
  })
  expect(rows).toHaveLength(1)
})
