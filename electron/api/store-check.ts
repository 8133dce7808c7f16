import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { CheckDepth } from '../../db/store-check.ts'
import type { CheckAnswer, CheckOrder } from '../../db/store-check-worker.ts'
import type { Instant } from '../../shared/values/business-date.ts'

/** Looks through the whole store on a thread of its own, a moment after it was opened, while people work in it. */
export type StoreCheck = {
  /** In a moment, or at once where something in the file could not be read; breaks off what is under way. */
  readonly begin: (file: string, when: 'soon' | 'now') => void
  /** Breaks off what is under way or waiting to begin; resolves when its handle is closed. */
  readonly stop: () => Promise<void>
  /** Resolves when nothing is under way or waiting to begin. */
  readonly settled: () => Promise<void>
  /** Whether one is under way or waiting to begin. */
  readonly isUnderWay: () => boolean
  /** What the last one came to that was not broken off; null before the first. */
  readonly last: () => CheckAnswer | null
}

export type StoreCheckOptions = {
  readonly wallClock: () => Instant
  readonly log: Logger
  /** How soon is `soon`: when whoever starts the program has seen the first screen. */
  readonly afterMs: number
  readonly onDamaged: (file: string) => void
}

const THOROUGH_EVERY_MS = 7 * 86_400_000

export function createStoreCheck({ wallClock, log, afterMs, onDamaged }: StoreCheckOptions): StoreCheck {
  let looking: Promise<void> = Promise.resolve()
  let breakOff = new AbortController()
  let underWay = 0
  let last: CheckAnswer | null = null

  async function look(file: string, waitMs: number, signal: AbortSignal): Promise<void> {
    if (!(await hasPassed(waitMs, signal))) return
    const depth = isThoroughDue(file, wallClock()) ? 'thorough' : 'quick'
    const result = await lookOnThread(file, depth, signal)
    if (result === 'stopped') return
    last = result
    if (result === 'sound') log.info({ depth }, 'the store was looked through')
    else log.error({ depth, result }, 'the store was looked through')
    if (result === 'sound' && depth === 'thorough') noteThorough(file, wallClock(), log)
    if (result === 'damaged' && !signal.aborted) onDamaged(file)
  }

  return {
    begin: (file, when) => {
      breakOff.abort()
      breakOff = new AbortController()
      const { signal } = breakOff
      underWay += 1
      looking = looking
        .then(() => look(file, when === 'now' ? 0 : afterMs, signal))
        // Whoever waits for it only wants it to be over: nothing may fail because a thread could not be had.
        .catch((error: unknown) => log.error({ err: error }, 'the store could not be looked through'))
        .finally(() => {
          underWay -= 1
        })
    },
    stop: () => {
      breakOff.abort()
      return looking
    },
    settled: () => looking,
    isUnderWay: () => underWay > 0,
    last: () => last,
  }
}

/** False when it was broken off. */
async function hasPassed(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await delay(ms, undefined, { signal, ref: false })
  } catch {
    return false
  }
  return !signal.aborted
}

/** Never ended by force: its handle is closed when the answer comes. */
function lookOnThread(file: string, depth: CheckDepth, signal: AbortSignal): Promise<CheckAnswer> {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const workerData: CheckOrder = { file, depth, stop }
  const worker = new Worker(workerFile(), { name: 'store check', workerData })
  // The program may end meanwhile.
  worker.unref()
  signal.addEventListener('abort', () => {
    Atomics.store(stop, 0, 1)
    // Whoever breaks it off waits for it: a program that ends there would make no last backup.
    worker.ref()
  })
  return new Promise((resolve) => {
    let answer: CheckAnswer = 'failed'
    worker.on('message', (message: CheckAnswer) => {
      answer = message
    })
    worker.on('error', () => undefined)
    worker.on('exit', () => resolve(answer))
  })
}

/** Beside the bundle where there is one, as its source where the program runs from source. */
function workerFile(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? '../../db/store-check-worker.ts' : './store-check.js', import.meta.url)
}

// Beside the store, not in it: it is said of the file, and a store that comes back from a backup is another file.
const noteForm = z.object({ thoroughAt: z.int() })
const noteOf = (file: string) => `${file}-checked.json`

/** A clock that was set back must not put it off. */
function isThoroughDue(file: string, now: Instant): boolean {
  try {
    const { thoroughAt } = noteForm.parse(JSON.parse(readFileSync(noteOf(file), 'utf8')))
    return Math.abs(now - thoroughAt) >= THOROUGH_EVERY_MS
  } catch {
    return true
  }
}

function noteThorough(file: string, thoroughAt: Instant, log: Logger): void {
  try {
    writeFileSync(noteOf(file), JSON.stringify({ thoroughAt }))
  } catch (error) {
    log.error({ err: error }, 'it could not be noted that the store was looked through')
  }
}
