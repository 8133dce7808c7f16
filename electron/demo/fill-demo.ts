import type { Db } from '../../db/connection.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { listStaff, saveSecret } from '../../db/repositories/staff.ts'
import { businessDateOf, type Instant, middayOf } from '../../shared/values/business-date.ts'
import { hashSecret } from '../api/secrets.ts'
import { OPENED_THIS_AFTERNOON } from './books.ts'
import { generateDemo } from './generate-demo.ts'
import { addScriptUses } from './script-uses.ts'

/** Everyone in the demo showroom signs in with this; it is shown on the sign-in screen. */
export const DEMO_SECRET = '888888'
const DEMO_SEED = 9
const DEMO_ZONE = 'Asia/Shanghai'

/** Fills an empty store with the demo showroom, through the same importer a real store goes through. */
export async function fillDemo(db: Db, now: Instant): Promise<void> {
  const secretHash = await hashSecret(DEMO_SECRET)
  const today = businessDateOf(now, DEMO_ZONE)
  const result = importTables(db, generateDemo({ seed: DEMO_SEED, today }))
  if (!result.ok) throw new Error(`the demo showroom does not import: ${JSON.stringify(result.faults[0])}`)
  db.transaction(() => {
    for (const person of listStaff(db)) saveSecret(db, person.id, secretHash, null)
    addScriptUses(db, DEMO_SEED, today)
  }).immediate()
}

/**
 * How far the demo's clock has to run ahead: its day ends in the afternoon, and opened in the morning it would otherwise hold
 * visits that are still to come.
 */
export function demoAheadMs(now: Instant): number {
  const opensAt = middayOf(businessDateOf(now, DEMO_ZONE), DEMO_ZONE) + (OPENED_THIS_AFTERNOON + 1 - 12 * 60) * 60_000
  return Math.max(0, opensAt - now)
}
