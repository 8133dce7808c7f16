import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalServer, serveLocally } from '../../electron/transports/http.ts'
import { launchProfile } from '../support/browser.ts'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { tally } from '../support/rounds.ts'

// A manager is signed in at the local server, and in the same browser a page that means no good is open: from another port of this
// PC, whose requests bear the very same cookies, from its other name, and from a name that leads to our own server (DNS rebinding).

const PAGE_FOLDER = resolve(import.meta.dirname, '../../dist/renderer')
const profile = mkdtempSync(join(tmpdir(), 'ninepoint-evil-'))
let desk: TestDesk
let local: LocalServer
let evil: Server
let browser: BrowserContext
let ours: Page
let port = 0
let evilPort = 0

beforeAll(async () => {
  desk = testDesk()
  local = await serveLocally({ desk: desk.desk, pageFolder: PAGE_FOLDER, port: 0 })
  port = Number(new URL(local.origin).port)
  evil = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>evil</title>'),
  )
  await new Promise<void>((done) => evil.listen(0, '127.0.0.1', done))
  evilPort = (evil.address() as AddressInfo).port
  const names =
    '--host-resolver-rules=MAP evil.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'
  browser = await launchProfile(profile, [names])
  ours = await browser.newPage()
  await ours.goto(local.newAddress())
  await ours.waitForURL((url) => url.pathname === '/')
  const cookie = (await browser.cookies()).find(({ name }) => name === `ninepoint-${port}`)
  desk.desk.sessions.open(cookie?.value ?? '', STAFF.manager, desk.now())
})
afterAll(async () => {
  await browser.close()
  await local.close()
  evil.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
})

type Attempt = { readonly origin: string; readonly asset: string; readonly body: string }

/** Runs in the evil page: every way a page has to ask something of another; answers which of them heard anything back. */
async function attack({ origin, asset, body }: Attempt): Promise<readonly string[]> {
  const url = `${origin}/rpc/doorCounts.save`
  const heard: string[] = []
  const tries: Record<string, () => Promise<unknown>> = {
    'a simple request': () =>
      fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body }).then((answer) => answer.text()),
    'a request with our headers': () =>
      fetch(url, {
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/json', 'x-ninepoint': '1' },
        body,
      }).then((answer) => answer.text()),
    'a request without cookies': () =>
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-ninepoint': '1' }, body }).then(
        (answer) => answer.text(),
      ),
    'a beacon': async () => void navigator.sendBeacon(url, new Blob([body], { type: 'text/plain' })),
    'a beacon of JSON': async () => void navigator.sendBeacon(url, new Blob([body], { type: 'application/json' })),
    'the page itself, read': () => fetch(`${origin}/`, { credentials: 'include' }).then((answer) => answer.text()),
    'a guessed address': () =>
      fetch(`${origin}/open?key=${'A'.repeat(32)}`, { credentials: 'include' }).then((answer) => answer.text()),
    'an image': () => loaded(Object.assign(new Image(), { src: `${origin}/icon.svg` })),
    'a script': () => loaded(Object.assign(document.createElement('script'), { src: `${origin}${asset}` })),
    'a module': () => import(`${origin}${asset}`),
    'a socket': () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${origin.replace('http', 'ws')}/`)
        socket.onopen = resolve
        socket.onerror = reject
      }),
    'a stream of events': () =>
      new Promise((resolve, reject) => {
        const events = new EventSource(url, { withCredentials: true })
        events.onopen = resolve
        events.onerror = reject
      }),
    'a frame, read': () =>
      framed((frame) => {
        frame.src = `${origin}/`
      }).then((frame) => frame.contentDocument?.body.innerHTML ?? ''),
    ...Object.fromEntries(
      ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'].map((enctype) => [
        `a form of ${enctype}`,
        () =>
          framed((frame) => {
            const form = Object.assign(document.createElement('form'), {
              method: 'post',
              action: url,
              enctype,
              target: frame.name,
            })
            // Written so that the whole of it reads as JSON.
            form.append(
              Object.assign(document.createElement('input'), { name: `${body.slice(0, -1)},"x":"`, value: '"}' }),
            )
            document.body.append(form)
            form.submit()
          }).then((frame) => frame.contentDocument?.body.innerHTML ?? ''),
      ]),
    ),
  }
  for (const [what, make] of Object.entries(tries)) {
    try {
      const answer = await make()
      if (answer !== undefined && answer !== '') heard.push(what)
    } catch {
      // Refused, as it should be.
    }
  }
  return [...heard, `tried ${Object.keys(tries).length}`]

  function loaded(element: HTMLElement): Promise<string> {
    return new Promise((resolve, reject) => {
      element.onload = () => resolve('loaded')
      element.onerror = reject
      document.body.append(element)
    })
  }
  function framed(fill: (frame: HTMLIFrameElement) => void): Promise<HTMLIFrameElement> {
    return new Promise((resolve) => {
      const frame = Object.assign(document.createElement('iframe'), { name: `frame${Math.random()}` })
      document.body.append(frame)
      frame.onload = () => resolve(frame)
      fill(frame)
    })
  }
}

const countOf = (date: string) => desk.db.prepare('SELECT count FROM door_counts WHERE date = ?').pluck().get(date)
const requestOf = (date: string) => JSON.stringify({ id: '1', op: 'doorCounts.save', input: { date, count: 9 } })

describe('S5 a page of somebody else’s in the same browser', () => {
  it.each(['127.0.0.1', 'localhost', 'evil.example'])('at %s acts nothing and hears nothing', async (host) => {
    const asset = `/assets/${readdirSync(join(PAGE_FOLDER, 'assets')).find((name) => name.endsWith('.js'))}`
    const targets = [local.origin, `http://localhost:${port}`]
    const page = await browser.newPage()
    await page.goto(`http://${host}:${evilPort}/`)
    const attacked = tally(targets.length)
    for (const origin of targets) {
      const heard = await page.evaluate(attack, { origin, asset, body: requestOf('2026-05-18') })
      expect(heard).toEqual(['tried 16'])
      attacked.done()
    }
    attacked.expectAll()
    // All that was asked for is one act; nothing of it is there.
    expect(countOf('2026-05-18')).toBeUndefined()
    await page.close()
  })

  it('nor by opening ours in a window of its own, nor by a name that leads to our server', async () => {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${evilPort}/`)
    const opened = page.waitForEvent('popup')
    await page.evaluate((origin) => {
      Object.assign(globalThis, { opened: window.open(`${origin}/`) })
    }, local.origin)
    const popup = await opened
    await popup.waitForLoadState()
    const reads = await page.evaluate(() => {
      try {
        return (globalThis as unknown as { opened: Window }).opened.document.body.innerText
      } catch {
        return 'refused'
      }
    })
    expect(reads).toBe('refused')
    const rebound = await page.goto(`http://evil.example:${port}/`)
    expect(rebound?.status()).toBe(403)
    expect(
      await page.evaluate(
        async () =>
          (
            await fetch('/rpc/session.status', {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'x-ninepoint': '1' },
              body: '{"id":"1","op":"session.status","input":{}}',
            })
          ).status,
      ),
    ).toBe(403)
    await popup.close()
    await page.close()
  })

  it('the control: our own page acts, in the same browser, with the same request', async () => {
    const status = await ours.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json', 'x-ninepoint': '1' }
      return (await fetch('/rpc/doorCounts.save', { method: 'POST', headers, body })).status
    }, requestOf('2026-05-19'))
    expect([status, countOf('2026-05-19')]).toEqual([200, 9])
  })
})
