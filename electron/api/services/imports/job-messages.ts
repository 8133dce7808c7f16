import type { Failure } from '../../../../shared/contract/failure.ts'
import type { Person } from '../../../../shared/contract/session.ts'
import type { ImportPhase } from '../../../../shared/domain/import/fields.ts'
import type { BusinessDate, Instant } from '../../../../shared/values/business-date.ts'
import type { FailedError } from '../../thread-failure.ts'
import type { workerJobs } from './worker-jobs.ts'

// What passes between the main side and the thread that works on files. One job at a time, so no message says to which it belongs.

export type JobName = keyof typeof workerJobs
export type JobInput<N extends JobName> = Parameters<(typeof workerJobs)[N]>[1]
export type JobAnswer<N extends JobName> = Awaited<ReturnType<(typeof workerJobs)[N]>>

/** Who asks, when, and what their ids begin with (null: ids of its own making). */
export type JobCaller = {
  readonly me: Person
  readonly now: Instant
  readonly today: BusinessDate
  readonly timeZone: string
  readonly idBase: string | null
}

export type WorkerSetup = { readonly storeFile: string; readonly backupFolder: string }

export type ToWorker =
  | {
      readonly kind: 'job'
      readonly name: JobName
      readonly input: unknown
      readonly caller: JobCaller
      /** One `JobState`, changed by compare-and-exchange from both sides. */
      readonly state: Int32Array<SharedArrayBuffer>
    }
  | { readonly kind: 'your_turn' }

export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: JobProgress }
  | { readonly kind: 'wants_turn' }
  | { readonly kind: 'log'; readonly error: FailedError; readonly text: string }
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly error: FailedError }

export type JobProgress = { readonly phase: ImportPhase; readonly done: number; readonly total: number }

/**
 * Either the cancel or the commit comes first: a job that was cancelled cannot commit any more, so that its thread may be ended
 * at any moment, and one that commits cannot be cancelled.
 */
export const JOB_STATE = { running: 0, cancelled: 1, committing: 2 } as const

/** Takes a running job into another state; false when it has left `running` already. */
export function leaveRunning(state: Int32Array<SharedArrayBuffer>, to: 'cancelled' | 'committing'): boolean {
  return Atomics.compareExchange(state, 0, JOB_STATE.running, JOB_STATE[to]) === JOB_STATE.running
}
