import type { Db } from '../../db/connection.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { listStaff, saveSecret } from '../../db/repositories/staff.ts'
import { businessDateOf, type Instant } from '../../shared/values/business-date.ts'
import { hashSecret } from '../api/secrets.ts'
import { generateDemo } from './generate-demo.ts'

/** Everyone in the demo showroom signs in with this; it is shown on the sign-in screen. */
export const DEMO_SECRET = '888888'
const DEMO_SEED = 9

/** Fills an empty store with the demo showroom, through the same importer a real store goes through. */
export async function fillDemo(db: Db, now: Instant): Promise<void> {
  const secretHash = await hashSecret(DEMO_SECRET)
  const result = importTables(db, generateDemo({ seed: DEMO_SEED, today: businessDateOf(now, 'Asia/Shanghai') }))
  if (!result.ok) throw new Error(`the demo showroom does not import: ${JSON.stringify(result.faults[0])}`)
  db.transaction(() => {
    for (const person of listStaff(db)) saveSecret(db, person.id, secretHash, null)
  }).immediate()
}
