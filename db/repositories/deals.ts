import type { BusinessDate } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'

export type Deal = {
  readonly id: string
  readonly leadId: string
  readonly staffId: string
  readonly orderedOn: BusinessDate
  readonly deliveredOn: BusinessDate | null
  readonly cancelledOn: BusinessDate | null
  readonly model: string | null
  readonly priceFen: number | null
  readonly grossProfitFen: number | null
}

const SELECT = `
  SELECT d.id, d.lead_id AS leadId, d.staff_id AS staffId, d.ordered_on AS orderedOn, d.delivered_on AS deliveredOn,
         d.cancelled_on AS cancelledOn, d.model, d.price_fen AS priceFen, d.gross_profit_fen AS grossProfitFen,
         s.name AS staffName
  FROM deals d JOIN staff s ON s.id = d.staff_id`

export function insertDeal(db: Db, deal: Deal): void {
  db.prepare(
    `INSERT INTO deals (id, lead_id, staff_id, ordered_on, delivered_on, cancelled_on, model, price_fen, gross_profit_fen)
     VALUES (@id, @leadId, @staffId, @orderedOn, @deliveredOn, @cancelledOn, @model, @priceFen, @grossProfitFen)`,
  ).run(deal)
}

export function findDeal(db: Db, id: string): Deal | null {
  return db.prepare<[string], Deal>(`${SELECT} WHERE d.id = ?`).get(id) ?? null
}

export function listDealsOfLead(db: Db, leadId: string): (Deal & { readonly staffName: string })[] {
  return db
    .prepare<[string], Deal & { staffName: string }>(
      `${SELECT} WHERE d.lead_id = ? ORDER BY d.ordered_on DESC, d.rowid DESC`,
    )
    .all(leadId)
}

export function deliverDeal(db: Db, id: string, deliveredOn: BusinessDate): void {
  db.prepare('UPDATE deals SET delivered_on = ? WHERE id = ?').run(deliveredOn, id)
}

export function cancelDeal(db: Db, id: string, cancelledOn: BusinessDate): void {
  db.prepare('UPDATE deals SET cancelled_on = ? WHERE id = ?').run(cancelledOn, id)
}
