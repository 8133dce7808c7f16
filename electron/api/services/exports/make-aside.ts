import { Worker } from 'node:worker_threads'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { ReadingContext } from '../../context.ts'
import { asError } from '../../thread-failure.ts'
import type { ExportAnswer, ExportTask } from './export-worker.ts'
import type { ExportInput, ExportName, MadeExport } from './make-export.ts'

/** More than the leads of any showroom take up; a thread that needs more is ended, and the program goes on. */
const MEMORY_MB = 3072

/** One file at a time, however many ask for one: each may take a processor and a few hundred megabytes. */
let last: Promise<unknown> = Promise.resolve()

/** `makeExport` on a thread of its own, with a handle of its own that ends with it. */
export function makeAside(
  { db, me, now, today, timeZone }: ReadingContext,
  name: ExportName,
  input: ExportInput,
): Promise<MadeExport> {
  const task: ExportTask = { file: db.name, name, input, caller: { me, now, today, timeZone } }
  const made = last.then(() => onThread(task))
  last = made.catch(() => undefined)
  return made
}

function onThread(task: ExportTask): Promise<MadeExport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), {
      name: 'export',
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    let end = () => reject(new Error('the thread that writes a file ended by itself'))
    worker.on('message', (answer: ExportAnswer) => {
      end = () => settle(answer)
    })
    worker.on('error', reject)
    // Only then its handle on the store is closed for certain.
    worker.on('exit', () => end())
    const settle = (answer: ExportAnswer) => {
      if (answer.kind === 'made') resolve(answer.made)
      else if (answer.kind === 'refused') reject(new Refusal(answer.failure.code, answer.failure))
      else reject(asError(answer.error))
    }
  })
}

/** Beside the bundle where there is one, as its source where the program runs from source. */
function workerFile(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './export-worker.ts' : './export.js', import.meta.url)
}
