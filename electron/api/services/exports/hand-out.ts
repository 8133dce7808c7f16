import { statSync } from 'node:fs'
import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import { settleLeads } from '../../../../db/repositories/lead-index.ts'
import type { ExportedFile } from '../../../../shared/contract/exports.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Context } from '../../context.ts'
import { personOf } from '../../person-of.ts'
import { makeAside } from './make-aside.ts'
import type { ExportInput, ExportName, MadeExport } from './make-export.ts'

/** Of a smaller store, or of fewer cells, a file is written before a thread would have been started. */
const WORTH_A_THREAD = { bytes: 16_000_000, cells: 20_000 }

/**
 * The file, and before it is answered who took what along and how much of it: where that cannot be entered nothing is handed out. A
 * large one is made on a thread, and nobody else waits for it.
 */
export function handOut(name: ExportName) {
  return async (context: Context, input: ExportInput): Promise<ExportedFile> => {
    const { db } = context
    if (!isWorthAThread(context, input)) {
      // The program starts without what writes workbooks.
      const { makeExport } = await import('./make-export.ts')
      return db.transaction(() => entered(context, name, makeExport(context, name, input))).immediate()
    }
    // What somebody left unsettled is settled here: a thread that only reads cannot.
    db.transaction(settleLeads).immediate(db)
    const made = await makeAside(context, name, input)
    const me = personOf(context)
    // Whoever was put out meanwhile, or is something else now, does not get what they asked for as who they were.
    if (me?.id !== context.me.id || me.role !== context.me.role) throw new Refusal('not_signed_in')
    return db.transaction(() => entered(context, name, made)).immediate()
  }
}

function entered({ db, me, now }: Context, operation: ExportName, { file, subject }: MadeExport): ExportedFile {
  appendAudit(db, { at: now, staffId: me.id, operation, subject })
  return file
}

/** What stands on a screen comes as it is; everything else is read from the store. */
function isWorthAThread({ db, store }: Context, input: ExportInput): boolean {
  // The demo is small, and its file may be taken away at any moment.
  if (store.isDemo) return false
  if (!('sheets' in input)) return statSync(db.name).size >= WORTH_A_THREAD.bytes
  const cells = input.sheets.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0)
  return cells >= WORTH_A_THREAD.cells
}
