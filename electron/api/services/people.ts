import { appendAudit } from '../../../db/repositories/audit-trail.ts'
import { dropDraftsOf } from '../../../db/repositories/drafts.ts'
import {
  findAccount,
  findStaff,
  listLocks,
  listStaff,
  removeAccount,
  type StaffMember,
  saveSecret,
  saveStaff,
  saveTries,
} from '../../../db/repositories/staff.ts'
import type { AnswerOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { password, pin } from '../../../shared/contract/fields.ts'
import type { Role } from '../../../shared/values/vocabulary.ts'
import type { Context } from '../context.ts'
import { hashSecret } from '../secrets.ts'
import { lockedForMs } from './verify-secret.ts'

/** Who is locked is the owner's business, who can end it. */
export function readPeople({ db, me, now }: Context): AnswerOf<'people.list'> {
  const locks = me.role === 'owner' ? listLocks(db) : new Map<string, number>()
  const lockOf = (id: string) => {
    const until = locks.get(id) ?? 0
    return lockedForMs(until, now) > 0 ? until : null
  }
  return { people: listStaff(db).map((person) => ({ ...person, lockedUntil: lockOf(person.id) })) }
}

/** Whoever knows the PIN gets in at once again; the tries are counted anew. */
export function unlockPerson({ db }: Context, { staffId }: ParsedInputOf<'people.unlock'>): AnswerOf<'people.unlock'> {
  if (findAccount(db, staffId) === null) throw new Refusal('not_found')
  saveTries(db, staffId, 0, 0)
  return { done: true }
}

/**
 * Whoever leaves or changes role is signed out at once. Becoming an owner, or no longer being one, also ends the secret: a
 * 6-digit PIN must never open what a password guards (domain.md 4).
 */
export function savePerson(context: Context, input: ParsedInputOf<'people.save'>): AnswerOf<'people.save'> {
  const { db } = context
  const before = input.id === null ? null : findStaff(db, input.id)
  if (input.id !== null && before === null) throw new Refusal('not_found')
  const id = before?.id ?? context.newId()
  const others = listStaff(db).filter((person) => person.active && person.id !== id)
  if (input.active && others.some((person) => person.name === input.name)) {
    throw new Refusal('name_taken', { params: { name: input.name } })
  }
  if (before !== null && !(input.active && input.role === 'owner')) assertNotLastOwner(before, others)

  saveStaff(db, { ...input, id })
  if (before === null) return { id }
  if ((before.role === 'owner') !== (input.role === 'owner')) removeAccount(db, id)
  if (before.role !== input.role || !input.active) context.desk.sessions.closeAllOf(id)
  if (!input.active) dropDraftsOf(db, id)
  return { id }
}

/** An owner who has no password yet cannot take over from one who has. */
function assertNotLastOwner(person: StaffMember, others: readonly StaffMember[]): void {
  if (!person.active || person.role !== 'owner') return
  const successors = others.filter((other) => other.role === 'owner' && (other.hasSecret || !person.hasSecret))
  if (successors.length === 0) throw new Refusal('last_owner')
}

export async function setSecret(
  context: Context,
  input: ParsedInputOf<'people.setSecret'>,
): Promise<AnswerOf<'people.setSecret'>> {
  const { db, desk, me, now } = context
  const roleOf = () => {
    const person = findStaff(db, input.staffId)
    if (person === null) throw new Refusal('not_found')
    return person.role
  }
  assertSecretForm(roleOf(), input.secret)
  const hash = await hashSecret(input.secret)
  db.transaction(() => {
    // The role may have changed while the hash was made.
    assertSecretForm(roleOf(), input.secret)
    saveSecret(db, input.staffId, hash, null)
    appendAudit(db, { at: now, staffId: me.id, operation: 'people.setSecret', subject: input.staffId })
  }).immediate()
  desk.sessions.closeAllOf(input.staffId)
  return { done: true }
}

function assertSecretForm(role: Role, secret: string): void {
  const result = (role === 'owner' ? password : pin).safeParse(secret)
  if (result.success) return
  const fields = result.error.issues.map((issue) => ({ path: 'secret', code: issue.message }))
  throw new Refusal('invalid_input', { fields })
}
