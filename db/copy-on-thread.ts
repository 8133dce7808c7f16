import { Worker } from 'node:worker_threads'
import { BackupError } from './backup-file.ts'
import type { CopyFacts, CopyOrder, EncryptOrder } from './copy-store.ts'
import type { CopyAnswer } from './copy-worker.ts'

/** A thread that is not needed for as long as this is ended. */
const IDLE_MS = 5000

type Order = { readonly work: CopyOrder | EncryptOrder; readonly answer: PromiseWithResolvers<CopyFacts> }

/** The one thread, what it is at, and what waits for it. */
let worker: Worker | null = null
let current: Order | null = null
let idle: NodeJS.Timeout | undefined
const waiting: Order[] = []

/** `copyStore` or `encryptCopy` on a thread of its own; several are done one after the other. */
export function copyOnThread(work: CopyOrder | EncryptOrder): Promise<CopyFacts> {
  const answer = Promise.withResolvers<CopyFacts>()
  waiting.push({ work, answer })
  next()
  return answer.promise
}

function next(): void {
  if (current !== null) return
  current = waiting.shift() ?? null
  if (current === null) return
  clearTimeout(idle)
  worker ??= startWorker()
  // While it copies somebody waits for the answer, and the program must not end.
  worker.ref()
  worker.postMessage(current.work)
}

function startWorker(): Worker {
  const started = new Worker(workerFile(), { name: 'backup' })
  started.on('message', (answer: CopyAnswer) => settle(started, answer))
  started.on('error', (error) => settle(started, { ok: false, error: asSent(error) }))
  started.on('exit', () => {
    if (worker === started) worker = null
    settle(started, { ok: false, error: asSent(new Error('the thread for backups ended by itself')) })
  })
  return started
}

function settle(from: Worker, answer: CopyAnswer): void {
  if (worker !== null && worker !== from) return
  const done = current
  if (done === null) return
  current = null
  if (worker !== null) rest(worker)
  if (answer.ok) done.answer.resolve(answer.facts)
  else if ('problem' in answer) done.answer.reject(new BackupError(answer.problem, done.work.target))
  else done.answer.reject(asError(answer.error))
  next()
}

function rest(one: Worker): void {
  one.unref()
  idle = setTimeout(() => {
    if (worker === one) worker = null
    void one.terminate()
  }, IDLE_MS)
  idle.unref()
}

type Sent = Extract<CopyAnswer, { readonly error: unknown }>['error']

function asSent(error: unknown): Sent {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { message, stack, code: undefined }
}

/** With the stack and the code it had on its thread. */
function asError({ message, stack, code }: Sent): Error {
  const error = Object.assign(new Error(message), code === undefined ? {} : { code })
  if (stack !== undefined) error.stack = stack
  return error
}

/** Beside the bundle where there is one, as its source where the program runs from source. */
function workerFile(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './copy-worker.ts' : './backup-copy.js', import.meta.url)
}
