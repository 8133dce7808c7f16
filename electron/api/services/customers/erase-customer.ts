import { type Erasure, erasePeople } from '../../../../db/person/erase-person.ts'
import { keepTombstones } from '../../../../db/person/tombstones.ts'
import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import { findCustomer } from '../../../../db/repositories/customers.ts'
import type { OutputOf, ParsedInputOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Context } from '../../context.ts'
import { dropAllActs } from '../acts.ts'
import { confirmSecret } from '../session.ts'
import { tryPurge } from './purge-left-over.ts'

/**
 * Forgets a customer for good. Alone: what lies half-read for an import goes too, and the file is written anew without them. Whatever
 * could still be taken back stands from now on: it may hold the very words that went.
 */
export async function eraseCustomer(
  context: Context,
  { customerId, reason, name, password }: ParsedInputOf<'customers.erase'>,
): Promise<OutputOf<'customers.erase'>> {
  const { db, desk, me, store } = context
  assertName(context, customerId, name)
  await confirmSecret(context, me.id, password)
  return desk.quietly(async () => {
    // Replaced while the turn was waited for: what is open now is not what the owner has looked at.
    if (desk.store() !== store) throw new Refusal('not_signed_in')
    assertName(context, customerId, name)
    const erasedAt = desk.clock()
    forget(context, { customerId, erasedAt, erasedBy: me.id, reason })
    dropAllActs(db)
    return { isPurged: await tryPurge(desk, db) }
  })
}

function assertName({ db }: Context, customerId: string, typed: string): void {
  const customer = findCustomer(db, customerId)
  if (customer === null) throw new Refusal('not_found')
  if (plain(customer.name) === plain(typed)) return
  throw new Refusal('invalid_input', { fields: [{ path: 'name', code: 'name_differs' }] })
}

function plain(text: string): string {
  return text.normalize('NFKC').trim()
}

/** In the store and in the list beside it, or in neither. */
function forget({ db, me, store }: Context, erasure: Erasure): void {
  try {
    db.transaction(() => {
      erasePeople(db, [erasure])
      appendAudit(db, {
        at: erasure.erasedAt,
        staffId: me.id,
        operation: 'customers.erase',
        subject: erasure.customerId,
      })
      keepTombstones(db, store.file)
    }).immediate()
  } catch (error) {
    throw asDiskRefusal(error)
  }
}

/** The list beside the store is a file like any other. */
function asDiskRefusal(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  if (error.code === 'ENOSPC') return new Refusal('store_full')
  return error.code === 'EROFS' || error.code === 'EACCES' || error.code === 'EPERM'
    ? new Refusal('store_unwritable')
    : error
}
