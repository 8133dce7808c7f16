import { captureLeads, fingerprintOf, type LeadsBefore, restoreLeads } from '../../../db/repositories/lead-snapshot.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { Instant } from '../../../shared/values/business-date.ts'
import type { Context } from '../context.ts'
import type { Desk } from '../desk.ts'

/** Ten seconds on screen, and a moment for the request to arrive. */
const KEEP_MS = 12_000
const MOST_ACTS = 40

type Undoable = {
  readonly before: LeadsBefore
  /** What the leads looked like when the act was done: while they still do, it can be taken back. */
  readonly fingerprint: string
  readonly byId: string
  readonly db: Context['db']
  readonly doneAt: Instant
}

/** By desk; in memory only: what is not taken back within seconds stands. */
const acts = new WeakMap<Desk, Map<string, Undoable>>()

/** Does something to leads so that whoever did it can take it back for a while; answers with the id to undo it by. */
export function undoably<T extends object>(
  context: Context,
  leadIds: readonly string[],
  act: () => T,
): T & { readonly undoId: string } {
  const { db, desk, me } = context
  const before = captureLeads(db, leadIds)
  const done = act()
  const undoId = context.newId()
  // A great many leads take their time: the seconds count from when it is done.
  const doneAt = desk.clock()
  const kept = keptBy(desk, doneAt)
  kept.set(undoId, { before, fingerprint: fingerprintOf(db, leadIds), byId: me.id, db, doneAt })
  for (const id of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_ACTS))) kept.delete(id)
  return { ...done, undoId }
}

function keptBy(desk: Desk, now: Instant): Map<string, Undoable> {
  const kept = acts.get(desk) ?? new Map<string, Undoable>()
  acts.set(desk, kept)
  for (const [id, { doneAt }] of kept) if (Math.abs(now - doneAt) > KEEP_MS) kept.delete(id)
  return kept
}

/** The real inverse; refused when it is too late, or when anything has happened to one of the leads since. */
export function undoAct(context: Context, { undoId }: { readonly undoId: string }): { done: true } {
  const kept = keptBy(context.desk, context.now)
  const act = kept.get(undoId)
  if (act === undefined || act.byId !== context.me.id || act.db !== context.db) throw new Refusal('undo_expired')
  if (fingerprintOf(context.db, act.before.leadIds) !== act.fingerprint) throw new Refusal('undo_changed')
  restoreLeads(context.db, act.before)
  kept.delete(undoId)
  return { done: true }
}
