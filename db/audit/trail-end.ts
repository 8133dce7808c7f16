import { z } from 'zod'
import type { Db } from '../connection.ts'

/** Where a trail ended when a backup was made of it, as its manifest says: nobody can cut off later what stands there. */
export const trailEnd = z.object({ seq: z.int().nonnegative(), hash: z.string() })
export type TrailEnd = Readonly<z.infer<typeof trailEnd>>

/** Null of a store from before the trail was chained, and where nothing has been entered yet. */
export function trailEndOf(db: Db): TrailEnd | null {
  const columns = db.pragma('table_info(audit_trail)') as readonly { readonly name: string }[]
  if (!columns.some(({ name }) => name === 'hash')) return null
  const newest = db
    .prepare<[], { seq: number; hash: Uint8Array }>(
      'SELECT seq, hash FROM audit_trail WHERE seq = (SELECT max(seq) FROM audit_trail)',
    )
    .get()
  return newest === undefined ? null : { seq: newest.seq, hash: Buffer.from(newest.hash).toString('hex') }
}
