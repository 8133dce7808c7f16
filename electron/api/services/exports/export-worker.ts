import { parentPort, workerData } from 'node:worker_threads'
import { openBeside } from '../../../../db/connection.ts'
import { type Failure, Refusal } from '../../../../shared/contract/failure.ts'
import type { ReadingContext } from '../../context.ts'
import { asFailed, type FailedError } from '../../thread-failure.ts'
import { type ExportInput, type ExportName, type MadeExport, makeExport } from './make-export.ts'

export type ExportTask = {
  readonly file: string
  readonly name: ExportName
  readonly input: ExportInput
  readonly caller: Omit<ReadingContext, 'db'>
}
export type ExportAnswer =
  | { readonly kind: 'made'; readonly made: MadeExport }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly error: FailedError }

const CACHE_MB = 16

// The thread that writes a large file for somebody to take along (make-aside.ts): once, and then it ends.
parentPort?.postMessage(answerOf(workerData as ExportTask))

function answerOf({ file, name, input, caller }: ExportTask): ExportAnswer {
  try {
    const db = openBeside(file, CACHE_MB)
    try {
      // One moment of the store for all that is in the file.
      return { kind: 'made', made: db.transaction(() => makeExport({ ...caller, db }, name, input))() }
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', failure: error.failure }
    return { kind: 'failed', error: asFailed(error) }
  }
}
