import type { Db } from '../../../db/connection.ts'
import { changeLogOf } from '../../../db/undo/change-log.ts'
import type { Changes } from '../../../db/undo/log-schema.ts'
import { type OutputOf, operations } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { Instant } from '../../../shared/values/business-date.ts'
import type { Context } from '../context.ts'

/** Ten seconds on screen, more while somebody lingers over the offer (renderer/components/undo), and a moment for the way. */
const KEEP_MS = 60_000
const MOST_ACTS = 40
/** Of all acts together; the newest is kept whatever its size. */
const MOST_ROWS = 500_000

/** What a command did to the store, for whoever did it to take back. */
export type DoneAct = {
  readonly operation: string
  readonly subject: string | null
  readonly changes: Changes
  /** `witnessOf` the changes, in the transaction that made them. */
  readonly witness: string
}
type KeptAct = DoneAct & { readonly byId: string; readonly doneAt: Instant }

/** By open store; in memory only: what is not taken back soon stands. */
const acts = new WeakMap<Db, Map<string, KeptAct>>()

/** Remembers an act that is written for good by now; answers the id to take it back by. */
export function keepAct({ db, desk, me, newId }: Context, done: DoneAct): string {
  const kept = acts.get(db) ?? new Map<string, KeptAct>()
  acts.set(db, kept)
  const undoId = newId()
  // A great many rows take their time: the seconds count from when it is done.
  const doneAt = desk.clock()
  kept.set(undoId, { ...done, byId: me.id, doneAt })
  let rows = 0
  for (const [nth, [id, act]] of [...kept].toReversed().entries()) {
    rows += act.changes.last - act.changes.first + 1
    if (nth === 0 || (nth < MOST_ACTS && rows <= MOST_ROWS && !isOver(act, doneAt))) continue
    changeLogOf(db).forget(act.changes)
    kept.delete(id)
  }
  return undoId
}

function isOver({ doneAt }: KeptAct, now: Instant): boolean {
  return Math.abs(now - doneAt) > KEEP_MS
}

/**
 * Puts the store back as it was before one act: what was taken back never happened, neither in the stock nor in the moves between
 * grades; the audit trail keeps that it was done and undone. Only for whoever did it and still may, once, while it is fresh, and
 * unless something has happened since to what it changed.
 */
export function undoAct({ db, me, now }: Context, { undoId }: { readonly undoId: string }): OutputOf<'acts.undo'> {
  const act = acts.get(db)?.get(undoId)
  if (act === undefined || act.byId !== me.id || isOver(act, now)) throw new Refusal('undo_expired')
  const roles = operations.get(act.operation)?.access.roles ?? []
  if (!roles.includes(me.role)) throw new Refusal('forbidden')
  const { changes, operation, subject } = act
  const log = changeLogOf(db)
  if (log.witnessOf(changes) !== act.witness || !log.takeBack(changes)) throw new Refusal('undo_changed')
  return { operation, id: subject }
}

/** It was taken back for good: only now, for a write that failed at the last moment may be tried again. */
export function dropAct({ db }: Context, undoId: string): void {
  const act = acts.get(db)?.get(undoId)
  if (act === undefined) return
  acts.get(db)?.delete(undoId)
  changeLogOf(db).forget(act.changes)
}

/** Nothing that was done so far can be taken back any more. */
export function dropAllActs(db: Db): void {
  for (const { changes } of acts.get(db)?.values() ?? []) changeLogOf(db).forget(changes)
  acts.delete(db)
}
