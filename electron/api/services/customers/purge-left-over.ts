import type { Db } from '../../../../db/connection.ts'
import { needsPurge } from '../../../../db/person/purge.ts'
import { purgeAside } from '../../../../db/person/purge-aside.ts'
import type { Desk } from '../../desk.ts'

/** False when the file could not be written anew just now; the caller has the turn to write alone. */
export async function tryPurge(desk: Desk, db: Db): Promise<boolean> {
  try {
    return await purgeAside(db, desk.clock())
  } catch (error) {
    desk.log.error({ err: error }, 'the file was not written anew after an erasure')
    return false
  }
}

/** What was left to do when somebody was erased, or had come back with an older store: done when somebody comes to the desk. */
export async function purgeLeftOver(desk: Desk, db: Db): Promise<void> {
  if (!needsPurge(db)) return
  await desk.quietly(async () => {
    if (desk.store()?.db === db) await tryPurge(desk, db)
  })
}
