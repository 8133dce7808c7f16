import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../renderer/i18n/en.ts'
import { zh } from '../../renderer/i18n/zh.ts'
import { TOURS } from '../../renderer/tour/tour-steps.ts'
import type { Role } from '../../shared/values/vocabulary.ts'
import { someOf } from '../support/rounds.ts'
import { openProgram, type Program, seriousFindings, type WindowOptions } from './program.ts'
import { settled } from './stillness.ts'

let program: Program
beforeAll(async () => {
  program = await openProgram({ demo: true })
})
afterAll(() => program.close())

const WORDS = { zh, en }
const LOOKS: readonly Required<WindowOptions>[] = [
  { language: 'zh', theme: 'light', width: 1440, height: 900 },
  { language: 'en', theme: 'dark', width: 1440, height: 900 },
  { language: 'zh', theme: 'dark', width: 1024, height: 768 },
  { language: 'en', theme: 'light', width: 1024, height: 768 },
]
const FORM = '.vs-panel:not([hidden])'

let phones = 0
async function fillVisit(page: Page): Promise<void> {
  phones += 1
  await page.locator(`${FORM} #visit_phone`).fill(`1391234${String(1000 + phones)}`)
  await page.locator(`${FORM} #visit_name`).fill('何先生')
  await page.locator(`${FORM} #visit_channelId label`).first().click()
}

/** What a person does where a step asks for it; every other step goes on by its own button. */
const DEEDS: { readonly [step: string]: (page: Page) => Promise<void> } = {
  'salesperson.today': (page) => page.keyboard.press('Enter'),
  'salesperson.followUp': async (page) => {
    await page.keyboard.press('1')
    await page.keyboard.press('Control+Enter')
  },
  'salesperson.visit': (page) => page.keyboard.press('n'),
  'salesperson.visitForm': async (page) => {
    await fillVisit(page)
    await page.keyboard.press('Enter')
  },
  'salesperson.openLead': (page) => page.keyboard.press('Enter'),
  'salesperson.grade': async (page) => {
    await page.keyboard.press('1')
    await page.locator('.ld-screen-side button[type="submit"]').click()
  },
  'salesperson.find': async (page) => {
    await page.keyboard.type(String(1000 + phones))
    await page.locator('main a[href^="#/leads/"]').first().click()
  },
  'reception.today': (page) => page.keyboard.press('Enter'),
  'reception.arrival': (page) => page.keyboard.press('n'),
  'reception.contact': fillVisit,
  'reception.handOver': async (page) => {
    await page.locator(`${FORM} .ant-form-item:has(#visit_receivedBy) .ant-select`).click()
    await page.locator('.ant-select-item-option').first().click()
    await page.locator(`${FORM} button[type="submit"]`).click()
  },
  'reception.anonymous': async (page) => {
    await page.keyboard.press('m')
    await page.locator('.vs-reasons').waitFor()
    await page.keyboard.press('1')
  },
  'manager.assign': async (page) => {
    const card = page.locator('[aria-labelledby="td-unassigned"]')
    // The demo has three of them.
    if ((await card.locator('.ant-select').count()) === 0) return page.locator('.np-tour-foot button').click()
    await card.locator('.ant-select').first().click()
    await page.locator('.ant-select-item-option').first().click()
    await card.locator('li button').first().click()
  },
  'manager.review': (page) => page.keyboard.press('a'),
  'manager.point': (page) => page.keyboard.press('Enter'),
  'manager.records': lookAtRecords,
  'owner.light': (page) => page.keyboard.press('Enter'),
  'owner.records': lookAtRecords,
}

async function lookAtRecords(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await page.locator('.ant-drawer-section table').waitFor()
  await settled(page)
  await page.keyboard.press('Escape')
}

/** What is wrong with where the card stands: out of the window, over what it speaks of, or that is out of reach. */
async function faultsOfCard(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const card = document.querySelector('.np-tour-card')?.getBoundingClientRect()
    const ring = document.querySelector('.np-tour-ring')?.getBoundingClientRect()
    if (card === undefined) return ['no card']
    if (ring === undefined) return ['points at nothing']
    const faults: string[] = []
    const isWithin = card.left >= 0 && card.top >= 0 && card.right <= innerWidth && card.bottom <= innerHeight
    if (!isWithin) faults.push('the card leaves the window')
    const width = Math.min(card.right, ring.right) - Math.max(card.left, ring.left)
    const height = Math.min(card.bottom, ring.bottom) - Math.max(card.top, ring.top)
    const hidden = Math.max(0, width) * Math.max(0, height)
    if (hidden > 0.1 * ring.width * ring.height) faults.push('the card hides what it speaks of')
    // The middle of what is seen of it belongs to the page, not to something that lies over it.
    const x = (Math.max(0, ring.left) + Math.min(innerWidth, ring.right)) / 2
    const y = (Math.max(0, ring.top) + Math.min(innerHeight, ring.bottom)) / 2
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) faults.push('it is not in view')
    const hit = document.elementFromPoint(x, y)
    if (hit === null || hit.closest('.np-tour-card, .ant-message, .ant-drawer-mask, .ant-modal-mask') !== null)
      faults.push('it is covered')
    return faults
  })
}

/** Every role and every look in the long run, otherwise two of them; not each role in each, which takes four minutes. */
const WALKS: readonly (readonly [role: Role, look: number])[] = [
  ['salesperson', 0],
  ['reception', 2],
  ['manager', 1],
  ['owner', 3],
]

describe('a walk', () => {
  it.each(someOf(WALKS, 2))('through the tour of the %s in look %i', async (role, nth) => {
    const look = LOOKS[nth]
    if (look === undefined) throw new Error(`no look ${nth}`)
    const words = WORDS[look.language]
    const window = await program.openWindow(look)
    const { page } = window
    await page.getByRole('button', { name: words.codes.role[role] }).click()
    const card = page.getByRole('region', { name: words.tour.name })
    const faults: Record<string, string[]> = {}
    for (const { id } of TOURS[role]) {
      const { title, text } = words.tour[role][id as never] as { title: string; text: string }
      await card.getByRole('heading', { name: title }).waitFor()
      await settled(page)
      // Elsewhere than the step: what is pointed at leads there, on Enter. Two ways at most (the board, then a point of it).
      const way = card.getByText(words.tour.way)
      for (let ways = 0; ways < 2; ways += 1) {
        await card.getByText(text).or(way).waitFor()
        if (!(await way.isVisible())) break
        const from = page.url()
        await settled(page)
        await page.keyboard.press('Enter')
        await page.waitForURL((url) => url.href !== from)
        await settled(page)
      }
      await card.getByText(text).waitFor()
      await settled(page)
      const found = [...(await faultsOfCard(page)), ...(await seriousFindings(page))]
      if (found.length > 0) faults[id] = found
      const deed = DEEDS[`${role}.${id}`]
      if (deed === undefined) await card.getByRole('button', { name: words.tour.next }).press('Enter')
      else await deed(page)
      await settled(page)
    }
    await card.getByText(words.tour[role].end).waitFor()
    expect(faults).toEqual({})
    expect(window.complaints).toEqual([])
    await window.close()
  })
})

it('is left with Escape, taken up where it was left, and leads to a showroom of one’s own at its end', async () => {
  const window = await program.openWindow()
  const { page } = window
  const { tour, codes, common } = zh
  await page.getByRole('button', { name: codes.role.owner }).click()
  const card = page.getByRole('region', { name: tour.name })
  const next = card.getByRole('button', { name: tour.next })
  await card.getByRole('heading', { name: tour.owner.chain.title }).waitFor()
  await next.click()
  await card.getByRole('heading', { name: tour.owner.light.title }).waitFor()

  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: tour.resume }).click()
  await card.getByRole('heading', { name: tour.owner.light.title }).waitFor()
  // F6 goes to the card from wherever one is, and Enter goes on there.
  await page.locator('.np-header-store').click()
  await page.keyboard.press('F6')
  await page.keyboard.press('Enter')
  await card.getByRole('heading', { name: tour.owner.cause.title }).waitFor()

  for (const { id } of TOURS.owner.slice(2)) {
    await card.getByRole('heading', { name: tour.owner[id].title }).waitFor()
    await page.keyboard.press('F6')
    await page.keyboard.press('Enter')
  }
  await card.getByText(tour.owner.end).waitFor()
  await card.getByRole('button', { name: tour.end.create }).click()
  await page.getByLabel(zh.setup.storeName).waitFor()
  expect(await page.getByRole('button', { name: common.back }).isVisible()).toBe(true)
  expect(window.complaints).toEqual([])
  await window.close()
})
