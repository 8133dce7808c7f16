import type { UtilityProcess } from 'electron'
import type { Answer, Request } from '../../shared/contract/failure.ts'
import type { FromDesk, ToDesk } from '../desk-process/messages.ts'

/** What the shell needs of the process that holds the store. */
export type DeskHost = {
  readonly call: (clientId: string, request: Request) => Promise<Answer>
  /** Waits until everything is in the file; false when the backup failed or the process did not answer any more. */
  readonly close: () => Promise<boolean>
}

export type DeskHostOptions = {
  readonly fork: () => Pick<UtilityProcess, 'on' | 'postMessage' | 'kill'>
  readonly folder: string
  readonly isDemo: boolean
  /** The store cannot be opened; the program ends after this has been read. */
  readonly onRefused: (text: string) => void
  /** The process ended by itself: it is started anew, and everybody has to sign in again. */
  readonly onRestarted: () => void
}

/** A store that breaks again at once would break for ever. */
const FASTEST_RESTART_MS = 10_000
const CLOSING_MS = 60_000

/** Starts the process that holds the store and resolves when it is open; null when it was refused. */
export async function startDeskHost(options: DeskHostOptions): Promise<DeskHost | null> {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()
  let calls = 0
  let closed: ((hasBackup: boolean) => void) | null = null
  let process = await startProcess()
  if (process === null) return null

  function startProcess(): Promise<ReturnType<DeskHostOptions['fork']> | null> {
    const startedAt = Date.now()
    const child = options.fork()
    const tell = (message: ToDesk) => child.postMessage(message)
    return new Promise((resolve) => {
      child.on('message', (message: FromDesk) => {
        if (message.kind === 'opened') resolve(child)
        if (message.kind === 'refused') {
          options.onRefused(message.text)
          resolve(null)
        }
        if (message.kind === 'answer') {
          waiting.get(message.n)?.resolve(message.answer)
          waiting.delete(message.n)
        }
        if (message.kind === 'closed') closed?.(message.hasBackup)
      })
      child.on('exit', () => void ended(startedAt))
      tell({ kind: 'open', folder: options.folder, isDemo: options.isDemo })
    })
  }

  /** What was asked and not answered fails: only the store knows whether it was done, and the page asks again. */
  async function ended(startedAt: number): Promise<void> {
    for (const call of waiting.values()) call.reject(new Error(ENDED))
    waiting.clear()
    process = null
    if (closed !== null) return closed(false)
    if (Date.now() - startedAt < FASTEST_RESTART_MS) return
    process = await startProcess()
    if (process !== null) options.onRestarted()
  }

  return {
    call: (clientId, request) => {
      if (process === null) return Promise.reject(new Error(ENDED))
      calls += 1
      const answer = Promise.withResolvers<Answer>()
      waiting.set(calls, answer)
      process.postMessage({ kind: 'call', n: calls, clientId, request } satisfies ToDesk)
      return answer.promise
    },
    close: () =>
      new Promise((resolve) => {
        if (process === null) return resolve(false)
        const late = setTimeout(() => {
          process?.kill()
          resolve(false)
        }, CLOSING_MS)
        closed = (hasBackup) => {
          clearTimeout(late)
          resolve(hasBackup)
        }
        process.postMessage({ kind: 'close' } satisfies ToDesk)
      }),
  }
}

const ENDED = 'the process of the store has ended'
