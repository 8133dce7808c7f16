import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright'
import type { Db } from '../../db/connection.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts'
import { readStoreIn, takeKeyByPaper } from './keys-of-folder.ts'
import { settled, watchTraffic } from './stillness.ts'
import { openInBrowser } from './windows/browser-window.ts'
import type { Carrier, CarrierOptions, Look } from './windows/carrier.ts'
import { electronLaunch, standInLaunch } from './windows/launches.ts'
import { openInShell } from './windows/shell-window.ts'
import { windowKind } from './windows/window-kind.ts'

/** `go` changes the address, as a person hardly does; the router remarks on it where a form guards what is unsaved. */
const OF_OUR_OWN_MAKING = /^You are trying to use a blocker on a POP navigation/

export type WindowOptions = Partial<Look>

/** The real program as a person meets it, in the kind of window that NINEPOINT_WINDOW names: no journey knows which. */
export type Program = {
  readonly openWindow: (options?: WindowOptions) => Promise<ProgramWindow>
  /** Reads in the showroom's file, past the program and beside it. */
  readonly readStore: <T>(read: (db: Db) => T) => T
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
  /** Done with this one: the next may look different. */
  readonly close: () => Promise<void>
}

export async function openProgram(options: { folder?: string; demo?: boolean } = {}): Promise<Program> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'ninepoint 展厅 '))
  const carrier = await openCarrier({ folder, isDemo: options.demo === true })
  return {
    openWindow: (look = {}) => openWindow(carrier, folder, look),
    readStore: (read) => readStoreIn(folder, read),
    close: async () => {
      await carrier.stop()
      // On Windows a file stays taken for a moment after its program has ended.
      if (options.folder === undefined)
        rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
    },
  }
}

/** Of what a first run answers. */
function recoveryCodeIn(value: unknown): string | null {
  const isOne = typeof value === 'object' && value !== null && 'recoveryCode' in value
  return isOne ? String(value.recoveryCode) : null
}

function openCarrier(options: CarrierOptions): Promise<Carrier> {
  switch (windowKind()) {
    case 'browser':
      return openInBrowser(options)
    case 'stand-in':
      return openInShell(standInLaunch(options))
    case 'electron':
      return openInShell(electronLaunch(options))
  }
}

async function openWindow(carrier: Carrier, folder: string, options: WindowOptions): Promise<ProgramWindow> {
  const look = { language: 'zh', theme: 'light', width: 1440, height: 900, ...options } as const
  const complaints: string[] = []
  const { page, leave } = await carrier.openPage(look, (complaint) => {
    if (!OF_OUR_OWN_MAKING.test(complaint)) complaints.push(complaint)
  })
  watchTraffic(page)
  await page.waitForSelector('#root > *')

  const ask: ProgramWindow['ask'] = async (op, input) => {
    const answer = await page.evaluate(askGate, { id: 'test', op, input })
    const { ok, value, failure } = answer as { ok: boolean; value: OutputOf<typeof op>; failure: unknown }
    if (!ok) throw new Error(`${op}: ${JSON.stringify(failure)}`)
    const code = recoveryCodeIn(value)
    if (code !== null) await takeKeyByPaper(folder, code)
    return value
  }
  const go = async (path: string) => {
    const before = await page.evaluate((hash) => {
      const at = document.querySelector('main')?.dataset['at'] ?? ''
      location.hash = hash
      return at
    }, `#${path}`)
    await page.waitForFunction(hasArrived, { before, wished: path.replace(/\?.*/s, '') })
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
    close: leave,
  }
}

/** Runs in the page: another screen stands there, or the question whether to leave the last one; a busy machine takes a while. */
function hasArrived({ before, wished }: { readonly before: string; readonly wished: string }): boolean {
  const at = document.querySelector('main')?.dataset['at']
  return at === wished || at !== before || document.querySelector('[role="dialog"]') !== null
}

/** Runs in the page: its own way to the gate, whichever that is there (renderer/api/transport.ts). */
async function askGate(request: {
  readonly id: string
  readonly op: string
  readonly input: unknown
}): Promise<unknown> {
  const shell = (globalThis as { ninepoint?: { call: (asked: unknown) => Promise<unknown> } }).ninepoint
  if (shell !== undefined) return shell.call(request)
  const headers = { 'content-type': 'application/json', 'X-Ninepoint': '1' }
  const response = await fetch(`/rpc/${request.op}`, { method: 'POST', headers, body: JSON.stringify(request) })
  return response.json()
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
