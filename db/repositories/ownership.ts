import type { Db } from '../connection.ts'

/** Whose record it is, asked by the gate before a salesperson may touch it. Undefined: there is no such record. */
export type Ownership = { readonly ownerId: string | null }

const LEAD = `SELECT h.owner_id AS ownerId FROM lead_history h WHERE h.lead_id = ? AND h.until_on = '9999-12-31'`

const VISIT = `SELECT coalesce(h.owner_id, v.received_by) AS ownerId FROM visits v
               LEFT JOIN lead_history h ON h.lead_id = v.lead_id AND h.until_on = '9999-12-31' WHERE v.id = ?`

const DEAL = `SELECT h.owner_id AS ownerId FROM deals d
              JOIN lead_history h ON h.lead_id = d.lead_id AND h.until_on = '9999-12-31' WHERE d.id = ?`

const BY_KIND = { lead: LEAD, visit: VISIT, deal: DEAL } as const

export function findOwnership(db: Db, kind: keyof typeof BY_KIND, id: string): Ownership | undefined {
  return db.prepare<[string], Ownership>(BY_KIND[kind]).get(id)
}
