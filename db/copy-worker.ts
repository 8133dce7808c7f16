import { parentPort } from 'node:worker_threads'
import { BackupError } from './backup-file.ts'
import { type CopyFacts, type CopyOrder, copyStore, type EncryptOrder, encryptCopy } from './copy-store.ts'

export type CopyAnswer =
  | { readonly ok: true; readonly facts: CopyFacts }
  | { readonly ok: false; readonly problem: BackupError['problem'] }
  | {
      readonly ok: false
      readonly error: { readonly message: string; readonly stack: string | undefined; readonly code: unknown }
    }

// The thread that copies stores, so that nobody waits for a backup: one after the other, with a handle of its own for each.
// A buffer comes as the plain bytes it is.
parentPort?.on('message', (order: CopyOrder | EncryptOrder) => parentPort?.postMessage(answerOf(order)))

function answerOf(order: CopyOrder | EncryptOrder): CopyAnswer {
  try {
    if (order.kind === 'encrypt') return { ok: true, facts: encryptCopy({ ...order, key: Buffer.from(order.key) }) }
    return { ok: true, facts: copyStore({ ...order, key: order.key === null ? null : Buffer.from(order.key) }) }
  } catch (error) {
    if (error instanceof BackupError) return { ok: false, problem: error.problem }
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return { ok: false, error: { message, stack, code } }
  }
}
