import { appendAudit } from '../../../db/repositories/audit-trail.ts'
import { saveChannel } from '../../../db/repositories/channels.ts'
import { isUnclaimed, saveSecret, saveStaff } from '../../../db/repositories/staff.ts'
import { insertStore } from '../../../db/repositories/store.ts'
import { newStoreKey } from '../../../db/store-key.ts'
import type { ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { Status } from '../../../shared/contract/session.ts'
import type { OpenContext } from '../context.ts'
import type { Desk } from '../desk.ts'
import { closeWithCode } from '../key-paper.ts'
import { canonicalRecoveryCode, hashSecret, newRecoveryCode } from '../secrets.ts'
import { addDefaultScripts } from './scripts/add-defaults.ts'
import { readStatus } from './session.ts'
import { saveWithPaper } from './store-key/key-of-store.ts'

/** Domain.md 4: entries later than an hour are late, leads are to be assigned within half an hour. */
const LATE_ENTRY_MINUTES = 60
const RESPONSE_MINUTES = 30
/** Follow-ups one salesperson can do a day, until the owner says otherwise. */
const DAILY_CAPACITY = 15

/** The first run, as one act: showroom, owner, people and channels are there together or not at all. */
export async function createStore(
  context: OpenContext,
  input: ParsedInputOf<'setup.createStore'>,
): Promise<{ recoveryCode: string; status: Status }> {
  const { desk } = context
  assertFree(desk)
  assertDistinctNames([input.owner.name, ...input.people.map((person) => person.name)])
  const recoveryCode = newRecoveryCode()
  const secrets = await hashAll([
    input.owner.password,
    canonicalRecoveryCode(recoveryCode),
    ...input.people.map((person) => person.pin),
  ])
  const [ownerHash, recoveryHash, ...pinHashes] = secrets
  const { newId } = desk
  const ownerId = newId()
  const key = newStoreKey()
  const paper = await closeWithCode(key, ownerId, recoveryCode)
  assertFree(desk)
  // On the disk before anything is written with it.
  await desk.keys.add(key, [paper])
  assertFree(desk)
  desk.createStore((db) => {
    insertStore(db, newId(), {
      name: input.storeName,
      timeZone: input.timeZone,
      openWeekdays: [...new Set(input.openWeekdays)].sort((a, b) => a - b),
      lateEntryMinutes: LATE_ENTRY_MINUTES,
      responseMinutes: RESPONSE_MINUTES,
    })
    saveStaff(db, { id: ownerId, name: input.owner.name, role: 'owner', active: true, dailyCapacity: null })
    saveSecret(db, ownerId, ownerHash ?? '', recoveryHash ?? '')
    input.people.forEach((person, index) => {
      const id = newId()
      const dailyCapacity = person.role === 'salesperson' ? DAILY_CAPACITY : null
      saveStaff(db, { id, name: person.name, role: person.role, active: true, dailyCapacity })
      saveSecret(db, id, pinHashes[index] ?? '', null)
    })
    for (const channel of input.channels) saveChannel(db, { id: newId(), ...channel })
    addDefaultScripts(db, input.language)
    appendAudit(db, { at: context.now, staffId: ownerId, operation: 'setup.createStore', subject: ownerId })
  }, key)
  // Whoever set the showroom up is its owner, and is already at the keyboard.
  desk.sessions.open(context.clientId, ownerId, context.now)
  return { recoveryCode, status: readStatus(context) }
}

/** The first run of a store that was brought along as an export: who owns it sets a password, and gives the others their PINs. */
export async function claimStore(
  context: OpenContext,
  input: ParsedInputOf<'setup.claimStore'>,
): Promise<{ recoveryCode: string; status: Status }> {
  const { desk, clientId, now } = context
  const owner = readStatus(context).unclaimedBy.find((person) => person.id === input.staffId)
  if (owner === undefined) throw new Refusal('already_set_up')
  const recoveryCode = newRecoveryCode()
  const [secretHash, recoveryHash] = await hashAll([input.password, canonicalRecoveryCode(recoveryCode)])
  const store = desk.store()
  if (store === null || !isUnclaimed(store.db)) throw new Refusal('already_set_up')
  const { db } = store
  await saveWithPaper(desk, owner.id, recoveryCode, () =>
    db
      .transaction(() => {
        if (!isUnclaimed(db)) throw new Refusal('already_set_up')
        saveSecret(db, owner.id, secretHash ?? '', recoveryHash ?? '')
        appendAudit(db, { at: now, staffId: owner.id, operation: 'setup.claimStore', subject: owner.id })
      })
      .immediate(),
  )
  desk.sessions.open(clientId, owner.id, now)
  return { recoveryCode, status: readStatus(context) }
}

export async function openDemo(context: OpenContext): Promise<Status> {
  await context.desk.openDemo()
  return readStatus(context)
}

export function leaveDemo(context: OpenContext): Status {
  context.desk.leaveDemo()
  return readStatus(context)
}

/** Also a showroom that cannot be opened just now is one. */
function assertFree(desk: Desk): void {
  if (desk.lock() !== null) throw new Refusal('store_locked')
  if (desk.store() !== null) throw new Refusal('already_set_up')
}

/** One after the other: each takes a quarter of a gigabyte while it runs. */
async function hashAll(secrets: readonly string[]): Promise<string[]> {
  const hashes: string[] = []
  for (const secret of secrets) hashes.push(await hashSecret(secret))
  return hashes
}

function assertDistinctNames(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Refusal('name_taken', { params: { name: twice } })
}
