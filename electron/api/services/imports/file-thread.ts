import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import { Refusal } from '../../../../shared/contract/failure.ts'
import { asError } from '../../thread-failure.ts'
import type { WriteTurns } from '../../write-turns.ts'
import {
  type FromWorker,
  JOB_STATE,
  type JobCaller,
  type JobName,
  type JobProgress,
  leaveRunning,
  type ToWorker,
  type WorkerSetup,
} from './job-messages.ts'
import { unreadable } from './unreadable.ts'
import { workerFile } from './worker-file.ts'

export type ThreadOptions = {
  readonly setup: WorkerSetup
  readonly turns: WriteTurns
  readonly log: Logger
  readonly memoryMb: number
  /** How long a cancelled job has to come back before the thread is ended. */
  readonly stopMs: number
  /** Where it is not the usual one. */
  readonly program?: URL
}

export type Task = { readonly name: JobName; readonly input: unknown; readonly caller: JobCaller }

/** A job under way. Its answer comes, however it ends, only when its handle on the store is free or closed. */
export type Work = {
  readonly answer: Promise<unknown>
  readonly progress: () => JobProgress | null
  /** The job stops at its next step, or with its thread; one that is committing goes on. */
  readonly cancel: () => void
  /** The same without waiting for its next step, and with another answer. */
  readonly abandon: (why: Refusal) => void
}

/** The thread for foreign files, one job at a time. */
export type FileThread = {
  readonly setup: WorkerSetup
  readonly begin: (task: Task) => Work
  readonly hasEnded: () => boolean
  /** Resolves when its handle on the store is closed. */
  readonly end: () => Promise<void>
}

type Settled = { readonly value: unknown } | { readonly error: Error }
type Current = {
  progress: JobProgress | null
  settle: (result: Settled) => void
  endTurn: () => void
}

/** What the thread is at, and why it is being ended. */
type ThreadState = { current: Current | null; why: Error | null; hasEnded: boolean }

export function startThread({ setup, turns, log, memoryMb, stopMs, program }: ThreadOptions): FileThread {
  const worker = new Worker(program ?? workerFile(), {
    name: 'imports',
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stderr: true,
  })
  // What a library has to say of a broken file is for nobody; what goes wrong comes as an error.
  worker.stderr.resume()
  // The program may end while a thread is idle; while it works somebody waits for the answer.
  worker.unref()
  const thread: ThreadState = { current: null, why: null, hasEnded: false }
  const grantTurn = async (job: Current) => {
    const endTurn = await turns.take()
    if (thread.current !== job) return endTurn()
    job.endTurn = endTurn
    worker.postMessage({ kind: 'your_turn' } satisfies ToWorker)
  }
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'log') return log.error({ err: asError(message.error) }, message.text)
    if (thread.current === null) return
    if (message.kind === 'progress') thread.current.progress = message.progress
    else if (message.kind === 'wants_turn') void grantTurn(thread.current)
    // A cancelled job may be on its way out by force: then the end of the thread is what settles it.
    else if (thread.why === null) thread.current.settle(resultOf(message))
  })
  worker.on('error', (error) => {
    thread.why ??= asEndOf(error)
  })
  worker.on('exit', () => {
    thread.hasEnded = true
    thread.current?.settle({ error: thread.why ?? new Error('the thread for imports ended by itself') })
  })
  return {
    setup,
    begin: (task) => beginJob(worker, thread, task, stopMs),
    hasEnded: () => thread.hasEnded,
    end: async () => void (await worker.terminate()),
  }
}

function beginJob(worker: Worker, thread: ThreadState, task: Task, stopMs: number): Work {
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const answer = Promise.withResolvers<unknown>()
  let stop: NodeJS.Timeout | undefined
  const job: Current = {
    progress: null,
    endTurn: () => undefined,
    settle: (result) => {
      clearTimeout(stop)
      thread.current = null
      job.endTurn()
      if ('value' in result) answer.resolve(result.value)
      else answer.reject(result.error)
    },
  }
  const abandon = (why: Refusal) => {
    leaveRunning(state, 'cancelled')
    if (thread.current !== job || thread.why !== null || Atomics.load(state, 0) === JOB_STATE.committing) return
    thread.why = why
    void worker.terminate()
  }
  thread.current = job
  worker.postMessage({ kind: 'job', ...task, state } satisfies ToWorker)
  return {
    answer: answer.promise,
    progress: () => job.progress,
    abandon,
    cancel: () => {
      if (!leaveRunning(state, 'cancelled')) return
      stop = setTimeout(() => abandon(new Refusal('import_cancelled')), stopMs)
    },
  }
}

type Last = Extract<FromWorker, { kind: 'answer' | 'refused' | 'failed' }>

function resultOf(message: Last): Settled {
  switch (message.kind) {
    case 'answer':
      return { value: message.value }
    case 'refused':
      return { error: new Refusal(message.failure.code, message.failure) }
    case 'failed':
      return { error: asError(message.error) }
  }
}

/** A thread that ran out of memory had a file that holds more than it seems to. */
function asEndOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? unreadable('too_big_inside') : error
}
