import type { Page } from 'playwright'
import { openProgram, type ProgramWindow } from './program.ts'

// Run by itself, with every connection of it and of the browser watched from outside (rail-p04-offline.test.ts): everybody at work in
// the demo showroom; at the end the deliberate attempt to reach beyond this PC, from the program and from the page.

const DAY: readonly (readonly [role: string, paths: readonly string[]])[] = [
  ['owner', ['/today', '/board', '/board/infoCapture', '/settings/backups', '/settings/people']],
  ['salesperson', ['/today', '/visits', '/leads']],
]
/** An address that is nobody's (RFC 5737): nothing answers, and the attempt is what counts. */
const BEYOND = 'http://192.0.2.1:8080/'
const PATIENCE_MS = 500

const asked: string[] = []
const program = await openProgram({ demo: true })
let screens = 0
for (const [role, paths] of DAY) {
  const window = await program.openWindow()
  listen(window.page)
  await window.signIn(role, '888888')
  for (const path of paths) {
    await window.go(path)
    screens += 1
  }
  await work(window)
  if (role === 'salesperson') await askBeyond(window.page)
  await window.close()
}
await program.close()
process.stdout.write(JSON.stringify({ screens, asked }))

/** What a page asks for by name is seen here already, whether the name leads anywhere or not. */
function listen(page: Page): void {
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (/^(?:http|ws)/.test(protocol) && !host.startsWith('127.0.0.1:')) asked.push(request.url())
  })
}

/** Searches, takes a table along: what a page does beside showing itself. */
async function work({ ask }: ProgramWindow): Promise<void> {
  const { rows } = await ask('leads.find', { by: 'text', text: '王', limit: 5 })
  if (rows[0] !== undefined) await ask('leads.get', { leadId: rows[0].leadId })
  const words = { app: 'a', title: 't', columns: {}, codes: {} }
  await ask('exports.visits', { from: '2026-01-01', to: '2026-12-31', format: 'xlsx', words })
}

async function askBeyond(page: Page): Promise<void> {
  await fetch(BEYOND, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => {})
  await page.goto(BEYOND, { timeout: PATIENCE_MS }).catch(() => {})
}
