import type { Page, Request } from 'playwright'
import { windowKind } from './windows/window-kind.ts'

/** What passes over a desktop window's own channel is no request that can be seen: there only longer stillness tells that an answer is there. */
const QUIET_MS = windowKind() === 'browser' ? 250 : 400

type Traffic = { underWay: number; seen: number }
const trafficOf = new WeakMap<Page, Traffic>()

/** From now on it is known of this page what it waits for. */
export function watchTraffic(page: Page): void {
  const traffic: Traffic = { underWay: 0, seen: 0 }
  const started = () => {
    traffic.underWay += 1
    traffic.seen += 1
  }
  const ended = () => {
    traffic.underWay -= 1
    traffic.seen += 1
  }
  // A window looks every second whether somebody is still signed in: nobody waits for that.
  const counted = (then: () => void) => (request: Request) => {
    if (!request.url().endsWith('/rpc/session.status')) then()
  }
  page.on('request', counted(started)).on('requestfinished', counted(ended)).on('requestfailed', counted(ended))
  trafficOf.set(page, traffic)
}

/** Nothing on its way any more, nothing loading, and nothing moving on screen for a moment: what a person would call "there". */
export async function settled(page: Page): Promise<void> {
  const traffic = trafficOf.get(page)
  if (traffic === undefined) throw new Error('settled: nobody has watched this page (watchTraffic)')
  for (;;) {
    const { seen } = traffic
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .ant-spin-spinning') === null)
    await page.evaluate(stillness, QUIET_MS)
    if (traffic.underWay <= 0 && traffic.seen === seen) return
  }
}

/** Runs in the page: resolves when it has not changed for so long. */
function stillness(quietMs: number): Promise<void> {
  return new Promise((resolve) => {
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
  })
}
