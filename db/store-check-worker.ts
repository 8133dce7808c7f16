import { parentPort, workerData } from 'node:worker_threads'
import { asStoreFileError, openBeside, StoreFileError } from './connection.ts'
import { type CheckDepth, type CheckResult, lookThrough } from './store-check.ts'

/** What the thread is given. `stop`: one number, set to 1 from outside. */
export type CheckOrder = {
  readonly file: string
  readonly depth: CheckDepth
  readonly stop: Int32Array<SharedArrayBuffer>
}
/** `failed`: nothing can be said, because the file could not be read just now. */
export type CheckAnswer = CheckResult | 'failed'

// The thread that looks through a whole store while people work in it, with a handle of its own.
const { file, depth, stop } = workerData as CheckOrder
parentPort?.postMessage(answer())

function answer(): CheckAnswer {
  try {
    const db = openBeside(file)
    try {
      return lookThrough(db, depth, () => Atomics.load(stop, 0) === 1)
    } finally {
      db.close()
    }
  } catch (error) {
    const problem = asStoreFileError(error, file)
    const isDamage =
      problem instanceof StoreFileError && (problem.problem === 'damaged' || problem.problem === 'foreign')
    return isDamage ? 'damaged' : 'failed'
  }
}
