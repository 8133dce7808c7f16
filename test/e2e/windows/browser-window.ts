import { resolve } from 'node:path'
import pino from 'pino'
import { createDesk } from '../../../electron/api/desk.ts'
import { serveLocally } from '../../../electron/transports/http.ts'
import { launchBrowser } from '../../support/browser.ts'
import { type Carrier, type CarrierOptions, kept, listen } from './carrier.ts'

const PAGE_FOLDER = resolve(import.meta.dirname, '../../../dist/renderer')

/** The real gate on a real store, served to a real Chromium; every window is a browser of its own. */
export async function openInBrowser({ folder, isDemo }: CarrierOptions): Promise<Carrier> {
  const desk = createDesk({ folder, log: pino({ level: 'error' }) })
  if (isDemo) await desk.openDemo()
  const local = await serveLocally({ desk, pageFolder: PAGE_FOLDER, port: 0 })
  const browser = await launchBrowser()
  return {
    openPage: async (look, hear) => {
      const { language, width, height } = look
      const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
      const context = await browser.newContext({ viewport: { width, height }, locale })
      const page = await context.newPage()
      listen(page, hear)
      await page.addInitScript(({ key, value }) => localStorage.setItem(key, value), kept(look))
      await page.goto(local.newAddress())
      await page.waitForURL((url) => url.pathname === '/')
      return { page, leave: () => context.close() }
    },
    stop: async () => {
      await browser.close()
      await local.close()
      await desk.close()
    },
  }
}
