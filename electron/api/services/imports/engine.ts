import type { Logger } from 'pino'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Person } from '../../../../shared/contract/session.ts'
import type { WriteTurns } from '../../write-turns.ts'
import { type FileThread, startThread, type Work } from './file-thread.ts'
import type { JobAnswer, JobCaller, JobInput, JobName, JobProgress, WorkerSetup } from './job-messages.ts'
import { unreadable } from './unreadable.ts'

/** How long things may take, and how much a thread may hold, before it is ended. */
export type ImportLimits = {
  readonly readMs: number
  readonly lookMs: number
  /** Between being cancelled and being ended. */
  readonly stopMs: number
  readonly idleMs: number
  readonly memoryMb: number
}

const LIMITS: ImportLimits = { readMs: 120_000, lookMs: 300_000, stopMs: 3000, idleMs: 30 * 60_000, memoryMb: 2048 }

export type JobOrder<N extends JobName> = {
  readonly jobId: string
  readonly setup: WorkerSetup
  readonly caller: Omit<JobCaller, 'idBase'>
  readonly input: JobInput<N>
}

/** Works on foreign files beside the gate: one job at a time on a thread of its own, started when first needed. */
export type ImportEngine = {
  /** Refused with `import_busy` and whose job is at work (`name`, `job`); a look at a file takes the place of one of the same person. */
  readonly ask: <N extends JobName>(name: N, order: JobOrder<N>) => Promise<JobAnswer<N>>
  /** Null when there is no such job, or nothing to say of it yet. */
  readonly progressOf: (jobId: string) => JobProgress | null
  /** The job's own call is refused with `import_cancelled`, unless it is committing already. */
  readonly cancel: (jobId: string) => void
  /** Ends the thread and forgets the files it holds; a job that is committing is waited for. The next job starts another. */
  readonly stop: () => Promise<void>
}

export type EngineOptions = {
  readonly turns: WriteTurns
  readonly log: Logger
  /** What the ids of a job begin with; null where it makes its own. */
  readonly idBase: (() => string) | null
  readonly limits: Partial<ImportLimits>
}

/** What only looks at a file may be dropped for the next look. */
const LOOKS: readonly JobName[] = ['read', 'remap', 'preview', 'leftOut', 'useTemplate']

type Job = {
  readonly jobId: string
  readonly name: JobName
  readonly by: Person
  /** Null before it is its turn. */
  work: Work | null
  isCancelled: boolean
  readonly cancelled: PromiseWithResolvers<void>
  readonly ended: PromiseWithResolvers<void>
}

export function createImportEngine(options: EngineOptions): ImportEngine {
  const jobs = createJobQueue()
  const limits: ImportLimits = { ...LIMITS, ...options.limits }
  let thread: FileThread | null = null
  let idle: NodeJS.Timeout | undefined

  const endThread = async () => {
    clearTimeout(idle)
    const ending = thread
    thread = null
    await ending?.end()
  }

  const threadFor = async (setup: WorkerSetup) => {
    clearTimeout(idle)
    if (thread !== null && !thread.hasEnded() && thread.setup.storeFile === setup.storeFile) return thread
    await endThread()
    thread = startThread({ ...options, ...limits, setup })
    return thread
  }

  const carryOut = async <N extends JobName>(job: Job, name: N, order: JobOrder<N>): Promise<JobAnswer<N>> => {
    const { setup, input } = order
    const caller = { ...order.caller, idBase: options.idBase?.() ?? null }
    const work = (await threadFor(setup)).begin({ name, input, caller })
    job.work = work
    if (job.isCancelled) work.cancel()
    const limitMs = name === 'read' ? limits.readMs : limits.lookMs
    const limit = LOOKS.includes(name) ? setTimeout(() => work.abandon(unreadable('damaged')), limitMs) : undefined
    try {
      return await answerOf<N>(work)
    } finally {
      clearTimeout(limit)
      clearTimeout(idle)
      idle = setTimeout(() => void endThread(), limits.idleMs)
      idle.unref()
    }
  }

  return {
    ask: (name, order) => {
      const job = newJob(order.jobId, name, order.caller.me)
      return jobs.admit(job).then(() => carryOut(job, name, order).finally(() => jobs.release(job)))
    },
    progressOf: (jobId) => jobs.find(jobId)?.work?.progress() ?? null,
    cancel: (jobId) => cancelJob(jobs.find(jobId)),
    stop: async () => {
      clearTimeout(idle)
      const ending = thread
      thread = null
      const last = jobs.dropAll()
      last?.work?.abandon(new Refusal('import_cancelled'))
      await last?.ended.promise
      await ending?.end()
    },
  }
}

/** What the job of this name answers, as the thread's own table of jobs says. */
function answerOf<N extends JobName>(work: Work): Promise<JobAnswer<N>> {
  return work.answer as Promise<JobAnswer<N>>
}

function newJob(jobId: string, name: JobName, by: Person): Job {
  const cancelled = Promise.withResolvers<void>()
  return { jobId, name, by, work: null, isCancelled: false, cancelled, ended: Promise.withResolvers<void>() }
}

function cancelJob(job: Job | null): void {
  if (job === null || job.isCancelled) return
  job.isCancelled = true
  job.work?.cancel()
  job.cancelled.resolve()
}

/** One job at work, and at most one look that waits for the look before it to stop. */
function createJobQueue() {
  let current: Job | null = null
  let waiting: Job | null = null

  const admit = async (job: Job) => {
    for (const other of [current, waiting]) {
      if (other !== null && !mayReplace(job, other)) {
        throw new Refusal('import_busy', { params: { name: other.by.name, job: other.name } })
      }
    }
    cancelJob(waiting)
    waiting = job
    while (current !== null && !job.isCancelled) {
      cancelJob(current)
      await Promise.race([current.ended.promise, job.cancelled.promise])
    }
    if (waiting === job) waiting = null
    if (job.isCancelled) throw new Refusal('import_cancelled')
    current = job
  }

  return {
    admit,
    release: (job: Job) => {
      if (current === job) current = null
      job.ended.resolve()
    },
    find: (jobId: string) => [current, waiting].find((job) => job?.jobId === jobId) ?? null,
    /** Cancels both; answers the one at work. */
    dropAll: () => {
      cancelJob(waiting)
      cancelJob(current)
      return current
    },
  }
}

function mayReplace(job: Job, other: Job): boolean {
  return job.by.id === other.by.id && LOOKS.includes(job.name) && LOOKS.includes(other.name)
}
