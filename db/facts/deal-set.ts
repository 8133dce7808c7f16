import { type FactSet, ONE_UNIT } from './fact-set.ts'

/** Deals count for who sold them, and for the channel of their lead. */
export const dealSet: FactSet = {
  kind: 'deal',
  dimensions: ['staffId', 'channelId', 'channelGroup', 'orderedOn', 'cancelled'],
  details: ['date'],
  sums: ['grossProfitFen'],
  unit: { by: 'day', only: 'd.ordered_on = :unitDay' },
  rows: `
    SELECT d.id, d.lead_id AS leadId, d.staff_id AS staffId, d.ordered_on AS date, d.model AS detail, NULL AS note,
      l.channel_id AS channelId, ch."group" AS channelGroup, d.ordered_on AS orderedOn, coalesce(d.cancelled_on <= :asOf, 0) AS cancelled,
      coalesce(d.gross_profit_fen, 0) AS grossProfitFen
    FROM deals d
      CROSS JOIN leads l ON l.id = d.lead_id AND l.created_on <= :asOf
      CROSS JOIN channels ch ON ch.id = l.channel_id
    WHERE d.ordered_on BETWEEN :from AND :end AND (:staff IS NULL OR d.staff_id = :staff) ${ONE_UNIT}`,
}
