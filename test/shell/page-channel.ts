import type { Page } from 'playwright'

type Asked = { readonly n: string; readonly message: unknown }
type Answered = { readonly n: string; readonly value?: unknown; readonly error?: string }

/**
 * Gives the page `standInCall`, as the preload's bridge gives it `call`. Over Chromium's own binding: what a page says while it goes away
 * (a draft, at the last moment) still arrives, as over Electron's channel; a binding of the driver would look for the page first.
 */
export async function carryCalls(page: Page, answer: (message: unknown) => Promise<unknown>): Promise<void> {
  const channel = await page.context().newCDPSession(page)
  channel.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== 'standInSend') return
    const { n, message } = JSON.parse(payload) as Asked
    void answer(message)
      .then((value): Answered => ({ n, value }))
      .catch((error: unknown): Answered => ({ n, error: String(error) }))
      .then((answered) =>
        channel.send('Runtime.evaluate', { expression: `standInAnswer(${JSON.stringify(answered)})` }),
      )
      // The page that asked is not there any more.
      .catch(() => undefined)
  })
  await channel.send('Runtime.enable')
  await channel.send('Runtime.addBinding', { name: 'standInSend' })
  await page.addInitScript(() => {
    const bridge = window as unknown as Record<string, (given: never) => unknown>
    const waiting = new Map<string, PromiseWithResolvers<unknown>>()
    bridge['standInCall'] = (message: unknown) => {
      const n = crypto.randomUUID()
      const call = Promise.withResolvers<unknown>()
      waiting.set(n, call)
      bridge['standInSend']?.(JSON.stringify({ n, message }) as never)
      return call.promise
    }
    bridge['standInAnswer'] = ({ n, value, error }: Answered) => {
      const call = waiting.get(n)
      waiting.delete(n)
      if (error === undefined) call?.resolve(value)
      else call?.reject(new Error(error))
    }
  })
}
