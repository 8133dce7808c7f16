import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Instant } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'
import { purge } from './purge.ts'
import type { PurgeAnswer, PurgeOrder } from './purge-worker.ts'

/** A smaller file is written anew before a thread would have been started. */
const WORTH_A_THREAD_BYTES = 4_000_000

/**
 * `purge` without anybody waiting who only reads: a large file on a thread of its own, with a handle of its own. Whoever asks sees to
 * it that nobody writes meanwhile.
 */
export async function purgeAside(db: Db, now: Instant, threadFrom = WORTH_A_THREAD_BYTES): Promise<boolean> {
  if (db.memory || statSync(db.name).size < threadFrom) return purge(db, now)
  const order: PurgeOrder = { file: db.name, now }
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { name: 'purge', workerData: order })
    worker.on('message', (answer: PurgeAnswer) => {
      if (answer.ok) resolve(answer.isPurged)
      else reject(new Error(answer.message))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the thread that writes the file anew ended by itself')))
  })
}

/** Beside the bundle where there is one, as its source where the program runs from source. */
function workerFile(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './purge-worker.ts' : './purge.js', import.meta.url)
}
