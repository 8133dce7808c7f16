import type { UtilityProcess } from 'electron'
import type { Logger } from 'pino'
import type { Answer, Request } from '../../shared/contract/failure.ts'
import type { FromDesk, ToDesk } from '../desk-process/messages.ts'
import { restartLimit } from './restart-limit.ts'
import type { SystemKeys } from './system-keys.ts'

/** What the shell needs of the process that holds the store. */
export type DeskHost = {
  readonly call: (clientId: string, request: Request) => Promise<Answer>
  /** Hands it a packed store; false when it did not take it. */
  readonly offer: (path: string) => Promise<boolean>
  /** Waits until everything is in the file; false when the backup failed or the process ended before it could say so. */
  readonly close: () => Promise<boolean>
  /** Whatever it is doing: there is no more time. */
  readonly kill: () => void
}

type DeskProcess = Pick<UtilityProcess, 'on' | 'postMessage' | 'kill'>

export type DeskHostOptions = {
  readonly fork: () => DeskProcess
  readonly folder: string
  readonly isDemo: boolean
  readonly keys: SystemKeys
  readonly log: Logger
  /** The store cannot be opened; the program ends after this has been read. */
  readonly onRefused: (text: string) => void
  /** The process ended by itself and was started anew: everybody has to sign in again. */
  readonly onRestarted: () => void
  /** It ended by itself too often; whether to try once more. */
  readonly onKeepsFailing: () => Promise<boolean>
}

const MOST_RESTARTS = 3
const RESTARTS_WITHIN_MS = 600_000

/** Starts the process that holds the store and resolves when it is open; null when it was refused or given up. */
export async function startDeskHost(options: DeskHostOptions): Promise<DeskHost | null> {
  const limit = restartLimit(MOST_RESTARTS, RESTARTS_WITHIN_MS)
  const exchange = createExchange()
  let isClosing = false
  let running = await start()
  if (running === null) return null

  /** Until it opens, is refused, or nobody wants to try any more. */
  async function start(): Promise<DeskProcess | null> {
    const outcome = await launch(await options.keys.isAvailable())
    if (outcome !== 'ended') return outcome
    return (await mayStartAgain()) ? start() : null
  }

  function launch(hasKeyStore: boolean): Promise<DeskProcess | null | 'ended'> {
    const child = options.fork()
    return new Promise((resolve) => {
      child.on('message', (message: FromDesk) => {
        if (message.kind === 'opened') resolve(child)
        else if (message.kind === 'seal' || message.kind === 'unseal') {
          void options.keys.answer(message).then((answer) => child.postMessage(answer))
        } else if (message.kind === 'refused') {
          options.onRefused(message.text)
          resolve(null)
        } else exchange.hear(message)
      })
      child.on('exit', (code: number) => {
        if (!isClosing) options.log.error({ code }, 'the process of the store ended by itself')
        resolve('ended')
        if (running === child) void restart()
      })
      const { folder, isDemo } = options
      child.postMessage({ kind: 'open', folder, isDemo, hasKeyStore } satisfies ToDesk)
    })
  }

  async function restart(): Promise<void> {
    running = null
    exchange.fail()
    if (!(await mayStartAgain())) return
    running = await start()
    if (running !== null) options.onRestarted()
  }

  async function mayStartAgain(): Promise<boolean> {
    if (isClosing) return false
    if (limit.allows(Date.now())) return true
    if (!(await options.onKeepsFailing())) return false
    limit.forget()
    return true
  }

  return {
    call: (clientId, request) => exchange.call(running, clientId, request),
    offer: (path) => exchange.offer(running, path),
    close: () => {
      isClosing = true
      return exchange.close(running)
    },
    kill: () => void running?.kill(),
  }
}

type Exchange = {
  readonly call: (to: DeskProcess | null, clientId: string, request: Request) => Promise<Answer>
  readonly offer: (to: DeskProcess | null, path: string) => Promise<boolean>
  readonly close: (to: DeskProcess | null) => Promise<boolean>
  readonly hear: (message: Exclude<FromDesk, { kind: 'opened' | 'refused' | 'seal' | 'unseal' }>) => void
  /** What was asked and not answered fails: only the store knows whether it was done, and the page asks again. */
  readonly fail: () => void
}

const ENDED = 'the process of the store has ended'

/** What was said to the process and not answered yet. */
function createExchange(): Exchange {
  const calls = new Map<number, PromiseWithResolvers<Answer>>()
  const offers: ((isTaken: boolean) => void)[] = []
  let said = 0
  let closed: ((hasBackup: boolean) => void) | null = null
  return {
    call: (to, clientId, request) => {
      if (to === null) return Promise.reject(new Error(ENDED))
      said += 1
      const answer = Promise.withResolvers<Answer>()
      calls.set(said, answer)
      to.postMessage({ kind: 'call', n: said, clientId, request } satisfies ToDesk)
      return answer.promise
    },
    offer: (to, path) =>
      new Promise((resolve) => {
        if (to === null) return resolve(false)
        offers.push(resolve)
        to.postMessage({ kind: 'offer', path } satisfies ToDesk)
      }),
    close: (to) =>
      new Promise((resolve) => {
        closed = resolve
        if (to === null) return resolve(false)
        to.postMessage({ kind: 'close' } satisfies ToDesk)
      }),
    hear: (message) => {
      switch (message.kind) {
        case 'answer':
          calls.get(message.n)?.resolve(message.answer)
          calls.delete(message.n)
          return
        case 'offered':
          return offers.shift()?.(message.isTaken)
        case 'closed':
          return closed?.(message.hasBackup)
      }
    },
    fail: () => {
      for (const call of calls.values()) call.reject(new Error(ENDED))
      calls.clear()
      for (const decline of offers.splice(0)) decline(false)
      closed?.(false)
    },
  }
}
