import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { openBeside } from '../../../../db/connection.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { ImportPhase, Tick } from '../../../../shared/domain/import/fields.ts'
import { asFailed } from '../../thread-failure.ts'
import { createShelf } from './file-shelf.ts'
import {
  type FromWorker,
  JOB_STATE,
  type JobCaller,
  leaveRunning,
  type ToWorker,
  type WorkerSetup,
} from './job-messages.ts'
import type { WorkerContext } from './worker-context.ts'
import { workerJobs } from './worker-jobs.ts'

// The thread that works on foreign files, so that the main side goes on answering others. It holds the files that were read and a
// handle of its own on the store; the main side ends it when it is no longer needed or does not come back.

const PROGRESS_EVERY_MS = 50

const port = parentPort
if (port === null) throw new Error('this file runs as a thread')
const { storeFile, backupFolder } = workerData as WorkerSetup
const db = openBeside(storeFile)
const shelf = createShelf()
let onTurn: () => void = () => undefined

/** Jobs share this shape only here, where their name is known at run time alone. */
type AnyJob = (context: WorkerContext, input: unknown) => unknown
type JobMessage = Extract<ToWorker, { kind: 'job' }>

function tell(message: FromWorker): void {
  port?.postMessage(message)
}

port.on('message', (message: ToWorker) => {
  if (message.kind === 'your_turn') onTurn()
  else void carryOut(message)
})

async function carryOut({ name, input, caller, state }: JobMessage): Promise<void> {
  try {
    const job = workerJobs[name] as AnyJob
    tell({ kind: 'answer', value: await job(contextOf(caller, state), input) })
  } catch (error) {
    if (error instanceof Refusal) tell({ kind: 'refused', failure: error.failure })
    else tell({ kind: 'failed', error: asFailed(error) })
  }
}

function contextOf({ idBase, ...caller }: JobCaller, state: JobMessage['state']): WorkerContext {
  let ids = 0
  const stopIfCancelled = () => {
    if (Atomics.load(state, 0) === JOB_STATE.cancelled) throw new Refusal('import_cancelled')
  }
  return {
    ...caller,
    db,
    backupFolder,
    shelf,
    newId: idBase === null ? randomUUID : () => `${idBase}.${++ids}`,
    log: (error, text) => tell({ kind: 'log', error: asFailed(error), text }),
    phase: (phase) => progress(phase, stopIfCancelled),
    writeTurn: async () => {
      stopIfCancelled()
      await new Promise<void>((resolve) => {
        onTurn = resolve
        tell({ kind: 'wants_turn' })
      })
      stopIfCancelled()
    },
    beforeCommit: () => {
      if (!leaveRunning(state, 'committing')) throw new Refusal('import_cancelled')
    },
  }
}

function progress(phase: ImportPhase, stopIfCancelled: () => void): Tick {
  let toldAt = Number.NEGATIVE_INFINITY
  return (done, total) => {
    stopIfCancelled()
    const now = performance.now()
    if (now - toldAt < PROGRESS_EVERY_MS && done < total) return
    toldAt = now
    tell({ kind: 'progress', progress: { phase, done, total } })
  }
}
