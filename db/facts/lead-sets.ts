import type { FactSet } from './fact-set.ts'

/** Leads are a person's by the owner at asOf, for earlier days too (interchange.md, "Scope"). */
const OWNED_AT_AS_OF = `
  (:staff IS NULL OR EXISTS (SELECT 1 FROM lead_history s
    WHERE s.lead_id = h.lead_id AND s.on_date <= :asOf AND s.until_on > :asOf AND s.owner_id = :staff))`

export const moveSet: FactSet = {
  kind: 'lead',
  dimensions: ['fromBucket', 'toBucket', 'reason'],
  details: ['date'],
  rows: `
    SELECT h.lead_id || '#' || h.n AS id, h.lead_id AS leadId, h.by_id AS staffId, h.on_date AS date,
      h.from_bucket || '>' || h.to_bucket AS detail, h.reason AS note,
      h.from_bucket AS fromBucket, h.to_bucket AS toBucket, coalesce(h.reason, '') AS reason
    FROM lead_history h
    WHERE h.on_date BETWEEN :from AND :end AND h.from_bucket <> h.to_bucket AND ${OWNED_AT_AS_OF}`,
}

export const openingSet: FactSet = stockAt(':dayBefore')
export const closingSet: FactSet = stockAt(':end')

function stockAt(day: ':dayBefore' | ':end'): FactSet {
  return {
    kind: 'lead',
    dimensions: ['bucket'],
    rows: `
    SELECT h.lead_id AS id, h.lead_id AS leadId, h.owner_id AS staffId, h.on_date AS date, h.to_bucket AS detail,
      NULL AS note, h.to_bucket AS bucket
    FROM lead_history h
    WHERE h.until_on > ${day} AND h.on_date <= ${day} AND h.to_bucket IN ('ungraded','A','B','C','D')
      AND ${OWNED_AT_AS_OF}`,
  }
}

export const createdSet: FactSet = {
  kind: 'lead',
  dimensions: ['assigned', 'firstAssigned', 'within', 'assignedMs'],
  details: ['date'],
  rows: `
    SELECT l.id, l.id AS leadId, h.owner_id AS staffId, l.created_on AS date,
      CAST((h.first_assigned_at - l.created_at) / 60000 AS TEXT) AS detail, NULL AS note,
      h.owner_id IS NOT NULL AS assigned, h.first_assigned_at IS NOT NULL AS firstAssigned,
      coalesce(h.first_assigned_at - l.created_at <= :responseMs, 0) AS within,
      h.first_assigned_at - l.created_at AS assignedMs
    FROM leads l CROSS JOIN lead_history h ON h.lead_id = l.id AND h.on_date <= :asOf AND h.until_on > :asOf
    WHERE l.created_on BETWEEN :from AND :end AND (:staff IS NULL OR h.owner_id = :staff)`,
}

/**
 * The clock of silence: the last done contact, else the first assignment, else the creation (domain.md 4, traps). The first
 * owner event in the history always names somebody: nobody after nobody changes nothing.
 */
const SILENT_SINCE = `
  coalesce(
    (SELECT max(f.done_on) FROM follow_ups f WHERE f.lead_id = h.lead_id AND f.done_on <= :asOf),
    (SELECT min(a.on_date) FROM lead_history a
      WHERE a.lead_id = h.lead_id AND a.on_date <= :asOf AND a.kind = 'owner'),
    (SELECT l.created_on FROM leads l WHERE l.id = h.lead_id))`

/** Idle before this day: asOf - 2 x cadence of the grade. */
const IDLE_BEFORE = `
  CASE bucket WHEN 'A' THEN :idleA WHEN 'B' THEN :idleB WHEN 'C' THEN :idleC WHEN 'D' THEN :idleD ELSE :idleUngraded END`

export const openSet: FactSet = {
  kind: 'lead',
  dimensions: ['ownerId', 'ownerActive', 'bucket', 'idle'],
  rows: `
    SELECT *, date < ${IDLE_BEFORE} AS idle FROM (
      SELECT h.lead_id AS id, h.lead_id AS leadId, h.owner_id AS staffId, ${SILENT_SINCE} AS date,
        h.to_bucket AS detail, NULL AS note, h.owner_id AS ownerId, o.active AS ownerActive, h.to_bucket AS bucket
      FROM lead_history h LEFT JOIN staff o ON o.id = h.owner_id
      WHERE h.until_on > :asOf AND h.on_date <= :asOf AND h.to_bucket IN ('ungraded','A','B','C','D')
        AND (:staff IS NULL OR h.owner_id = :staff))`,
}
