import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import axe from 'axe-core'
import pino from 'pino'
import type { Browser, Page } from 'playwright'
import { createDesk, type Desk } from '../../electron/api/desk.ts'
import { type LocalServer, serveLocally } from '../../electron/transports/http.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts'
import { launchBrowser } from '../support/browser.ts'

/** `go` types an address, as a person hardly does; the router remarks on it where a form guards what is unsaved. */
const OF_OUR_OWN_MAKING = /^You are trying to use a blocker on a POP navigation/
const PAGE_FOLDER = resolve(import.meta.dirname, '../../dist/renderer')

export type Language = 'zh' | 'en'
export type WindowOptions = {
  readonly language?: Language
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
}

/** The real program as a person meets it: the real gate on a real store, served to a real Chromium. */
export type Program = {
  readonly desk: Desk
  readonly openWindow: (options?: WindowOptions) => Promise<ProgramWindow>
  readonly close: () => Promise<void>
}

export type ProgramWindow = {
  readonly page: Page
  /** Asks the gate from inside the page, with the page's own session. */
  readonly ask: <N extends OperationName>(op: N, input: InputOf<N>) => Promise<OutputOf<N>>
  /** Signs a person in without the screen: for journeys that are about something else. */
  readonly signIn: (role: string, secret: string) => Promise<void>
  readonly go: (path: string) => Promise<void>
  /** What the browser complained about: must stay empty (content policy, React, failed requests). */
  readonly complaints: readonly string[]
}

export async function openProgram(options: { folder?: string; demo?: boolean } = {}): Promise<Program> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'ninepoint 展厅 '))
  const desk = createDesk({ folder, log: pino({ level: 'error' }) })
  if (options.demo === true) await desk.openDemo()
  const local = await serveLocally({ desk, pageFolder: PAGE_FOLDER, port: 0 })
  const browser = await launchBrowser()
  return {
    desk,
    openWindow: (window = {}) => openWindow(browser, local, window),
    close: async () => {
      await browser.close()
      await local.close()
      await desk.close()
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function openWindow(browser: Browser, local: LocalServer, options: WindowOptions): Promise<ProgramWindow> {
  const { language = 'zh', theme = 'light', width = 1440, height = 900 } = options
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type()) || OF_OUR_OWN_MAKING.test(message.text())) return
    complaints.push(message.text())
  })
  const preferences = JSON.stringify({ state: { language, theme }, version: 0 })
  await page.addInitScript((value) => localStorage.setItem('ninepoint.preferences', value), preferences)
  await page.goto(local.newAddress())
  await page.waitForURL((url) => url.pathname === '/')
  await page.waitForSelector('#root > *')

  const ask: ProgramWindow['ask'] = async (op, input) => {
    const answer = await page.evaluate(
      async ([name, body]) => {
        const headers = { 'content-type': 'application/json', 'X-Ninepoint': '1' }
        const response = await fetch(`/rpc/${String(name)}`, { method: 'POST', headers, body: String(body) })
        return (await response.json()) as unknown
      },
      [op, JSON.stringify({ id: 'test', op, input })],
    )
    const { ok, value, failure } = answer as { ok: boolean; value: OutputOf<typeof op>; failure: unknown }
    if (!ok) throw new Error(`${op}: ${JSON.stringify(failure)}`)
    return value
  }
  const go = async (path: string) => {
    await page.goto(`${local.origin}/#${path}`)
    await settled(page)
  }
  return {
    page,
    ask,
    go,
    complaints,
    signIn: async (role, secret) => {
      const { people } = await ask('session.status', {})
      const staffId = people.find((person) => person.role === role)?.id ?? ''
      await ask('session.signIn', { staffId, secret })
      await page.reload()
      await page.waitForSelector('main')
      await settled(page)
    },
  }
}

const QUIET_MS = 200

/** Nothing on its way any more, nothing loading, and nothing moving on screen for a moment: what a person would call "there". */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .ant-spin-spinning') === null)
  await page.evaluate(
    (quietMs) =>
      new Promise<void>((resolve) => {
        const done = () => {
          watch.disconnect()
          resolve()
        }
        let timer = setTimeout(done, quietMs)
        const watch = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(done, quietMs)
        })
        watch.observe(document.body, { subtree: true, childList: true })
      }),
    QUIET_MS,
  )
}

/** The serious and critical findings of axe on what is on screen now. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // A colour half-way between two is nobody's choice: let transitions end first.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map((one) => one.finished))
  })
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: typeof axe }
    return run.run(document, { resultTypes: ['violations'] })
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}
