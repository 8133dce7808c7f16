import type { DraftContent } from '../../shared/values/draft-content.ts'

/** Which form of whom, and about what. */
export type DraftPlace = { readonly staffId: string; readonly form: string; readonly subject: string }
/** What shall be kept at a place; null: nothing any more. */
export type DraftWish = DraftPlace & { readonly content: DraftContent | null; readonly typedAt: number }

/** After the last key; short of a sentence, and long enough that a sentence is one write. */
const DELAY_MS = 800
/** Whoever types without a pause is kept all the same. */
const LONGEST_MS = 2_400
const RETRY_MS = 5_000

export function nameOf({ form, subject }: Pick<DraftPlace, 'form' | 'subject'>): string {
  return `${form} ${subject}`
}

/** What has been typed on its way into the store: the last wish of each place counts, one after the other. */
export type DraftOutbox = {
  /** Sends soon. */
  readonly put: (wish: DraftWish) => void
  /** Sends everything now; done when it has arrived or was refused. What could not arrive is tried again later. */
  readonly flush: () => Promise<void>
  /** The page is about to go: everything is sent at once, and nothing waited for. */
  readonly flushAway: () => void
  /** True while the store may not know yet what stands here. */
  readonly isUnderWay: (name: string) => boolean
  readonly stop: () => void
}

/** `send` answers false when a wish could not arrive and shall be tried again. */
export function createDraftOutbox(send: (wish: DraftWish) => Promise<boolean>): DraftOutbox {
  const waiting = new Map<string, DraftWish>()
  const underWay = new Map<string, Promise<void>>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let oldestMs: number | null = null

  const wait = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  const sendNext = (key: string): Promise<void> => {
    const wish = waiting.get(key)
    if (wish === undefined) return Promise.resolve()
    waiting.delete(key)
    const sent = send(wish).then((hasArrived) => {
      if (underWay.get(key) === sent) underWay.delete(key)
      if (!hasArrived && !waiting.has(key)) waiting.set(key, wish)
    })
    underWay.set(key, sent)
    return sent
  }
  const flush = async () => {
    clearTimeout(timer)
    oldestMs = null
    await Promise.all(
      [...waiting.keys()].map(async (key) => {
        await underWay.get(key)
        await sendNext(key)
      }),
    )
    await Promise.all(underWay.values())
    if (waiting.size > 0) wait(RETRY_MS)
  }
  return {
    put: (wish) => {
      waiting.set(`${wish.staffId} ${nameOf(wish)}`, wish)
      oldestMs ??= Date.now()
      wait(Math.max(0, Math.min(DELAY_MS, oldestMs + LONGEST_MS - Date.now())))
    },
    flush,
    flushAway: () => {
      for (const key of waiting.keys()) void sendNext(key)
    },
    isUnderWay: (name) => [...waiting.keys(), ...underWay.keys()].some((key) => key.endsWith(` ${name}`)),
    stop: () => clearTimeout(timer),
  }
}
