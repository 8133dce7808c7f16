import { parentPort, workerData } from 'node:worker_threads'
import type { Instant } from '../../shared/values/business-date.ts'
import { openBeside } from '../connection.ts'
import { headOf } from '../store-key.ts'
import { fitsInMemory, purge } from './purge.ts'

export type PurgeOrder = { readonly file: string; readonly now: Instant }
export type PurgeAnswer =
  | { readonly ok: true; readonly isPurged: boolean }
  | { readonly ok: false; readonly message: string }

// The thread that writes a store's file anew after somebody was erased (purge-aside.ts): once, and then it ends.
parentPort?.postMessage(answerOf(workerData as PurgeOrder))

function answerOf({ file, now }: PurgeOrder): PurgeAnswer {
  try {
    const db = openBeside(file)
    try {
      const how = fitsInMemory(db) || headOf(file).kind !== 'plain' ? 'in memory' : 'on disk'
      return { ok: true, isPurged: purge(db, now, how) }
    } finally {
      db.close()
    }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}
