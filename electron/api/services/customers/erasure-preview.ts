import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { listBackups } from '../../../../db/backup-file.ts'
import { findErasure, holdingsOf } from '../../../../db/person/erased-subjects.ts'
import { draftsAbout } from '../../../../db/person/person-traces.ts'
import { namesOf } from '../../../../db/person/person-words.ts'
import { findCustomer } from '../../../../db/repositories/customers.ts'
import type { OutputOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Context } from '../../context.ts'

/** What an owner decides on: what goes, what stays, and which files of before are left as they are. */
export function previewErasure(
  { db, desk, store, today }: Context,
  { customerId }: { readonly customerId: string },
): OutputOf<'customers.erasePreview'> {
  const customer = findCustomer(db, customerId)
  if (customer === null) throw new Refusal('not_found')
  if (findErasure(db, customerId) !== null) throw new Refusal('person_erased')
  const drafts = draftsAbout(db, customerId, namesOf(db, customerId)).length
  const taken = listBackups(store.backupFolder).flatMap(({ manifest }) =>
    manifest === null ? [] : [Date.parse(manifest.createdAt)],
  )
  return {
    name: customer.name,
    holdings: holdingsOf(db, customerId, today, drafts),
    backups: taken.length,
    oldestBackupAt: taken.length === 0 ? null : Math.min(...taken),
    setAside: countSetAside(store.file),
    packed: store.isDemo ? 0 : desk.packed.list().length,
  }
}

/** Stores that were moved aside when another took their place: damaged ones mostly. */
function countSetAside(storeFile: string): number {
  const name = `${basename(storeFile)}.replaced-`
  return readdirSync(dirname(storeFile)).filter((file) => file.startsWith(name) && !/-(?:wal|shm|journal)$/.test(file))
    .length
}
