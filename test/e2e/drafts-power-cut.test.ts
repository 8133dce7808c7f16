import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { zh } from '../../renderer/i18n/zh.ts'
import { launchBrowser } from '../support/browser.ts'
import { readStoreIn } from './keys-of-folder.ts'
import { PASSWORD, PIN } from './showroom.ts'
import { settled, watchTraffic } from './stillness.ts'
import { windowKind } from './windows/window-kind.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'ninepoint '))
const running = new Set<ChildProcess>()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await browser.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
})

/** The program as `npm start` starts it, for a browser; one process, so that a kill leaves nobody behind. */
async function start() {
  const args = ['electron/launch/start.ts', '--data', folder, '--browser', '--no-open', '--port', '0']
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { cwd: root })
  running.add(child)
  const address = await new Promise<string>((found, failed) => {
    let output = ''
    const listen = (chunk: Buffer) => {
      output += chunk.toString()
      const match = /http:\/\/127\.0\.0\.1:\d+\/open\?key=\S+/.exec(output)
      if (match !== null) found(match[0])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', (code) => failed(new Error(`ended with ${code}: ${output}`)))
  })
  const kill = () =>
    new Promise<void>((ended) => {
      child.removeAllListeners('exit')
      child.on('exit', () => ended())
      child.kill('SIGKILL')
    })
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  watchTraffic(page)
  await page.goto(address)
  await page.waitForSelector('#root > *')
  return { page, kill }
}

type Started = Awaited<ReturnType<typeof start>>

async function openVisit({ page }: Started) {
  await settled(page)
  await page.getByRole('button', { name: /林小雨/ }).click()
  await page.locator('#secret').pressSequentially(PIN)
  await page.waitForSelector('main')
  await page.evaluate(() => {
    location.hash = '#/visits'
  })
  await page.getByRole('button', { name: zh.visits.logKey }).click()
  const note = page.getByLabel(zh.visits.form.note, { exact: true })
  // It is there before it is shown.
  await note.click()
  return note
}

/** What lies in the file of the note that is being typed. */
function noteInFile(): string {
  return readStoreIn(folder, (db) => {
    const content = db.prepare(`SELECT content ->> '$.values.note' FROM drafts WHERE form = 'visit'`).pluck().get()
    return typeof content === 'string' ? content : ''
  })
}

/** About the one process of `npm start` in a browser; that a desktop window's store outlives its process is test/shell. */
it.skipIf(windowKind() !== 'browser')(
  'what was being typed when the program was killed is there when it starts again',
  async () => {
    const before = await start()
    await before.page.evaluate(
      async ([secret, pin]) => {
        const input = {
          storeName: '城东展厅',
          timeZone: 'Asia/Shanghai',
          openWeekdays: [1, 2, 3, 4, 5, 6, 7],
          owner: { name: '何总', password: secret },
          people: [{ name: '林小雨', role: 'salesperson', pin }],
          channels: [{ name: '自然到店', group: 'walk_in' }],
        }
        const body = JSON.stringify({ id: '1', op: 'setup.createStore', input })
        const headers = { 'content-type': 'application/json', 'X-Ninepoint': '1' }
        await fetch('/rpc/setup.createStore', { method: 'POST', headers, body })
        await fetch('/rpc/session.signOut', {
          method: 'POST',
          headers,
          body: '{"id":"2","op":"session.signOut","input":{}}',
        })
        location.reload()
      },
      [PASSWORD, PIN] as const,
    )
    const words = '客户一家三口来看车，问了置换和分期，想周末试驾，'.repeat(16).slice(0, 380)
    const note = await openVisit(before)
    let isOver = false
    // Typed without a pause, on and on, until nobody is there to type to.
    const typing = note
      .pressSequentially(words, { delay: 25, timeout: 60_000 })
      .catch(() => undefined)
      .finally(() => {
        isOver = true
      })
    await expect.poll(noteInFile, { timeout: 20_000, interval: 20 }).not.toBe('')
    const seen = noteInFile()
    await before.kill()
    expect([isOver, words.startsWith(seen)]).toEqual([false, true])
    await before.page.context().close()
    await typing

    const again = await start()
    const restored = await (await openVisit(again)).inputValue()
    expect(restored.startsWith(seen)).toBe(true)
    expect(words.startsWith(restored)).toBe(true)
    await again.kill()
  },
)
