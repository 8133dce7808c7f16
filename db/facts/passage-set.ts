import { type FactSet, ONE_UNIT } from './fact-set.ts'
import { OWNED_AT_AS_OF } from './lead-sets.ts'

const OPEN = `('ungraded','A','B','C','D')`
const COLUMNS = `
  e.lead_id AS id, e.lead_id AS leadId, e.owner_id AS staffId, e.on_date AS date, NULL AS note, e.to_bucket AS toBucket`
/** The lead's state at the end. CROSS JOIN keeps the order: the few of the period first, then each one's state. */
const AT_END = 'CROSS JOIN lead_history e ON e.lead_id = h.lead_id AND e.on_date <= :end AND e.until_on > :end'

/**
 * From where each lead stood before the period to where it stands at its end, one row a lead: those open before it, those that
 * came in during it, and those that were dormant, won or lost before it and are open at its end. By its first bucket the sums
 * are customerTypes.opening, by its second customerTypes.closing.
 */
export const passageSet: FactSet = {
  kind: 'lead',
  dimensions: ['fromBucket', 'toBucket'],
  unit: { by: 'lead', only: 'h.lead_id = :unitLead' },
  rows: `
    SELECT *, fromBucket || '>' || toBucket AS detail FROM (
      SELECT ${COLUMNS}, h.to_bucket AS fromBucket
      FROM lead_history h ${AT_END}
      WHERE h.until_on > :dayBefore AND h.on_date <= :dayBefore AND h.to_bucket IN ${OPEN} AND ${OWNED_AT_AS_OF}
        ${ONE_UNIT}
      UNION ALL
      SELECT ${COLUMNS}, h.from_bucket AS fromBucket
      FROM lead_history h ${AT_END}
      WHERE h.on_date BETWEEN :from AND :end AND h.from_bucket <> h.to_bucket AND h.from_bucket = 'none'
        AND ${OWNED_AT_AS_OF} ${ONE_UNIT}
      UNION ALL
      SELECT ${COLUMNS}, h.to_bucket AS fromBucket
      FROM lead_history e
        CROSS JOIN lead_history h ON h.lead_id = e.lead_id AND h.on_date <= :dayBefore AND h.until_on > :dayBefore
      WHERE e.until_on > :end AND e.on_date <= :end AND e.to_bucket IN ${OPEN} AND h.to_bucket NOT IN ${OPEN}
        AND ${OWNED_AT_AS_OF} ${ONE_UNIT})`,
}
