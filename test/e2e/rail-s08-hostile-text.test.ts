import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk } from '../../electron/api/desk.ts'
import { CONTROL_POINTS } from '../../shared/domain/control-points/keys.ts'
import { fillHostile, SECRETS } from '../support/hostile-showroom.ts'
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts'
import { tally } from '../support/rounds.ts'
import { openProgram, type Program, type ProgramWindow } from './program.ts'
import { SETTINGS } from './screens.ts'

// A showroom in which every text means no good, on every screen of everybody, in a real browser.

const folder = mkdtempSync(join(tmpdir(), 'ninepoint hostile '))
let program: Program
beforeAll(async () => {
  const desk = createDesk({ folder })
  await fillHostile(desk)
  await desk.close()
  program = await openProgram({ folder })
})
afterAll(async () => {
  await program.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
})

/** Elements and attributes that no page of ours has, and that the texts would make if they were taken for more than texts. */
const INJECTED = [
  'iframe, object, embed, base, marquee, keygen, isindex, plaintext, math, video, audio, frameset, dialog, xss, details[open]',
  '[onerror], [onload], [onfocus], [ontoggle], [onmouseover], [onbegin], [onstart], [background]',
  'a[href^="javascript" i], a[href^="vbscript" i], a[href^="data" i], [href*="evil.example"], [action*="evil.example"], [src*="evil.example"]',
  'img[src="x"], meta[http-equiv="refresh"], input[name="a"], [contenteditable], body script',
].join(', ')

type Watch = { readonly dialogs: string[]; readonly foreign: string[] }

/** What a text that came alive would do: ask something, load something from elsewhere. */
function watch(page: Page): Watch {
  const seen: Watch = { dialogs: [], foreign: [] }
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (/evil\.example/.test(new URL(request.url()).host)) seen.foreign.push(request.url())
  })
  return seen
}

async function faultsAt(window: ProgramWindow, path: string): Promise<string[]> {
  await window.go(path)
  return window.page.evaluate((injected) => {
    const found = [...document.querySelectorAll(injected)].map((one) => one.outerHTML.slice(0, 200))
    const hit = (globalThis as { __hit?: unknown }).__hit === undefined ? [] : ['a text was run as a script']
    const alone = document.querySelectorAll('#root main h1').length === 1 ? [] : ['the screen is not there']
    return [...found, ...hit, ...alone]
  }, INJECTED)
}

const SCREENS: Readonly<Record<string, readonly string[]>> = {
  owner: ['/today', '/visits', '/leads', 'LEAD', '/board', '/levers', '/review', '/import', ...SETTINGS],
  manager: ['/today', ...CONTROL_POINTS.map((key) => `/board/${key}`)],
  salesperson: ['/today', '/visits', '/leads', 'LEAD', '/board'],
  reception: ['/today', '/visits', '/settings/appearance'],
}

describe('S8 a hostile text is a text on every screen', () => {
  it.each([
    ['owner', SECRETS.owner],
    ['manager', SECRETS.others],
    ['salesperson', SECRETS.others],
    ['reception', SECRETS.others],
  ])('of the %s', async (role, secret) => {
    const window = await program.openWindow()
    const seen = watch(window.page)
    await window.signIn(role, secret)
    const screens = SCREENS[role] ?? []
    const walked = tally(screens.length)
    const faults: Record<string, string[]> = {}
    let texts = ''
    for (const screen of screens) {
      const path = screen === 'LEAD' ? `/leads/${await aLead(window)}` : screen
      const found = await faultsAt(window, path)
      if (found.length > 0) faults[path] = found
      texts += await window.page.locator('body').innerText()
      walked.done()
    }
    walked.expectAll()
    expect(faults).toEqual({})
    expect(seen).toEqual({ dialogs: [], foreign: [] })
    expect(window.complaints).toEqual([])
    // The control: the texts stand there, letter for letter.
    const shown = HOSTILE_TEXTS.filter((text) => texts.includes(text.trim()))
    expect(shown.length).toBeGreaterThan(role === 'manager' ? 5 : 20)
    await window.close()
  })

  it('and would be noticed if it were more than that', async () => {
    const window = await program.openWindow()
    const seen = watch(window.page)
    await window.signIn('reception', SECRETS.others)
    await window.page.evaluate(() => {
      const box = document.createElement('div')
      box.innerHTML = '<img src="x"><a href="javascript:1">a</a><iframe></iframe>'
      document.body.append(box)
      confirm('in our name')
    })
    expect(seen.dialogs).toEqual(['in our name'])
    // Not by leaving the screen: what was put beside it stays.
    expect(await faultsAt(window, '/visits')).toHaveLength(3)
    await window.close()
  })
})

async function aLead({ ask }: ProgramWindow): Promise<string> {
  const { rows } = await ask('leads.list', { filter: { statuses: ['open'] }, limit: 1, offset: 3 })
  return rows[0]?.leadId ?? ''
}
