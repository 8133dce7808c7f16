import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { Grade } from '../../shared/values/grade.ts'
import type { VisitKind, VisitPurpose } from '../../shared/values/vocabulary.ts'
import type { Db } from '../connection.ts'

type Days = { readonly from: BusinessDate; readonly to: BusinessDate }

export type ExportedVisit = {
  readonly id: string
  readonly arrivedAt: Instant
  readonly arrivedOn: BusinessDate
  readonly loggedAt: Instant
  readonly kind: VisitKind
  readonly purpose: VisitPurpose
  readonly firstVisit: 0 | 1
  readonly partySize: number | null
  readonly channelName: string
  readonly receivedBy: string | null
  readonly receivedByName: string | null
  readonly notCapturedReason: string | null
  readonly note: string | null
  readonly voidReason: string | null
  readonly ownerId: string | null
  readonly customerName: string | null
  readonly phone: string | null
  readonly wechat: string | null
  readonly gender: string | null
  readonly model: string | null
  readonly grade: Grade | null
}

/** The visits of a period in the order they came, voided ones among them; the grade is the lead's of now. */
export function listVisitsBetween(db: Db, days: Days): ExportedVisit[] {
  return db
    .prepare<[Days], ExportedVisit>(
      `SELECT v.id, v.arrived_at AS arrivedAt, v.arrived_on AS arrivedOn, v.logged_at AS loggedAt, v.kind, v.purpose,
              v.first_visit AS firstVisit, v.party_size AS partySize, ch.name AS channelName, v.received_by AS receivedBy,
              s.name AS receivedByName, v.not_captured_reason AS notCapturedReason, v.note, v.void_reason AS voidReason,
              h.owner_id AS ownerId, c.name AS customerName, c.phone, c.wechat, c.gender, l.model, h.grade
       FROM visits v
       JOIN channels ch ON ch.id = v.channel_id
       LEFT JOIN staff s ON s.id = v.received_by
       LEFT JOIN leads l ON l.id = v.lead_id
       LEFT JOIN lead_history h ON h.lead_id = v.lead_id AND h.until_on = '9999-12-31'
       LEFT JOIN customers c ON c.id = l.customer_id
       WHERE v.arrived_on BETWEEN @from AND @to
       ORDER BY v.arrived_on, v.arrived_at, v.logged_at, v.id`,
    )
    .all(days)
}

export type ExportedDeal = {
  readonly orderedOn: BusinessDate
  readonly deliveredOn: BusinessDate | null
  readonly cancelledOn: BusinessDate | null
  readonly model: string | null
  readonly priceFen: number | null
  readonly grossProfitFen: number | null
  readonly staffId: string
  readonly staffName: string
  readonly ownerId: string | null
  readonly customerName: string
  readonly phone: string | null
  readonly wechat: string | null
  readonly gender: string | null
  readonly city: string | null
  readonly channelName: string
  /** With which grade it was sold. */
  readonly grade: Grade | null
}

/** The orders of a period, cancelled ones among them, oldest first; one person's, or everybody's when `staffId` is null. */
export function listDealsBetween(db: Db, query: Days & { readonly staffId: string | null }): ExportedDeal[] {
  return db
    .prepare<[typeof query], ExportedDeal>(
      `SELECT d.ordered_on AS orderedOn, d.delivered_on AS deliveredOn, d.cancelled_on AS cancelledOn,
              coalesce(d.model, l.model) AS model, d.price_fen AS priceFen, d.gross_profit_fen AS grossProfitFen,
              d.staff_id AS staffId, s.name AS staffName, h.owner_id AS ownerId, c.name AS customerName, c.phone, c.wechat,
              c.gender, c.city, ch.name AS channelName, coalesce(h.won_grade, h.grade) AS grade
       FROM deals d
       JOIN staff s ON s.id = d.staff_id
       JOIN leads l ON l.id = d.lead_id
       JOIN customers c ON c.id = l.customer_id
       JOIN channels ch ON ch.id = l.channel_id
       LEFT JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31'
       WHERE d.ordered_on BETWEEN @from AND @to AND (@staffId IS NULL OR d.staff_id = @staffId)
       ORDER BY d.ordered_on, d.rowid`,
    )
    .all(query)
}

/** What a list of leads does not show, for a file of them. */
export type LeadDetails = {
  readonly createdAt: Instant
  readonly gender: string | null
  readonly city: string | null
  readonly customerNote: string | null
  readonly horizonMonths: number | null
  readonly budget: string | null
  readonly competitor: string | null
  readonly decider: string | null
  /** Since when it has been won, lost or asleep; null while it is open. */
  readonly closedOn: BusinessDate | null
  readonly lossReason: string | null
  readonly priceFen: number | null
  readonly grossProfitFen: number | null
}

/** By lead: its facts, and of a won one the newest order that stands. */
export function readLeadDetails(db: Db): ReadonlyMap<string, LeadDetails> {
  const rows = db
    .prepare<[], LeadDetails & { readonly leadId: string }>(
      `SELECT l.id AS leadId, l.created_at AS createdAt, c.gender, c.city, c.note AS customerNote, l.horizon_months AS horizonMonths,
              l.budget, l.competitor, l.decider,
              CASE h.status WHEN 'open' THEN NULL WHEN 'won' THEN coalesce(d.ordered_on, h.won_on) ELSE e.on_date END AS closedOn,
              CASE h.status WHEN 'lost' THEN e.reason END AS lossReason,
              CASE h.status WHEN 'won' THEN d.price_fen END AS priceFen,
              CASE h.status WHEN 'won' THEN d.gross_profit_fen END AS grossProfitFen
       FROM leads l
       JOIN customers c ON c.id = l.customer_id
       JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31'
       LEFT JOIN lead_history e ON h.status <> 'open' AND e.lead_id = l.id AND e.n = (
         SELECT max(x.n) FROM lead_history x WHERE x.lead_id = l.id AND x.kind = 'status')
       LEFT JOIN deals d ON h.status = 'won' AND d.rowid = (
         SELECT max(y.rowid) FROM deals y WHERE y.lead_id = l.id AND y.cancelled_on IS NULL)`,
    )
    .all()
  return new Map(rows.map(({ leadId, ...details }) => [leadId, details]))
}
