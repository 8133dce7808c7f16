import { ASSIGNMENT_WAITS } from '../../shared/domain/control-points/lead-allocation.ts'
import { type FactSet, ONE_UNIT } from './fact-set.ts'

const MINUTE_MS = 60_000

/** Leads are a person's by the owner at asOf, for earlier days too (interchange.md, "Scope"). A state that holds at asOf says it itself. */
export const OWNED_AT_AS_OF = `
  (:staff IS NULL OR iif(h.until_on > :asOf, h.owner_id = :staff, EXISTS (SELECT 1 FROM lead_history s
    WHERE s.lead_id = h.lead_id AND s.on_date <= :asOf AND s.until_on > :asOf AND s.owner_id = :staff)))`

/** The same as a column, for whoever counts everybody's at once. */
const OWNER_AT_AS_OF = `
      iif(h.until_on > :asOf, h.owner_id, (SELECT s.owner_id FROM lead_history s
        WHERE s.lead_id = h.lead_id AND s.on_date <= :asOf AND s.until_on > :asOf)) AS ownerAtAsOf`

export const moveSet: FactSet = {
  kind: 'lead',
  scope: 'ownerAtAsOf',
  dimensions: ['fromBucket', 'toBucket', 'reason'],
  details: ['date'],
  unit: { by: 'lead', only: 'h.lead_id = :unitLead' },
  rows: `
    SELECT h.lead_id || '#' || h.n AS id, h.lead_id AS leadId, h.by_id AS staffId, h.on_date AS date,
      h.from_bucket || '>' || h.to_bucket AS detail, h.reason AS note,
      h.from_bucket AS fromBucket, h.to_bucket AS toBucket, coalesce(h.reason, '') AS reason,
      ${OWNER_AT_AS_OF}
    FROM lead_history h
    WHERE h.on_date BETWEEN :from AND :end AND h.from_bucket <> h.to_bucket AND ${OWNED_AT_AS_OF} ${ONE_UNIT}`,
}

/**
 * What was carried over into the period, by when it was captured and what became of it (domain.md 4: the closing rate three
 * ways). Open the day before the period and won at asOf: it was won since.
 */
const CARRIED_OVER = `,
      iif((SELECT l.created_on FROM leads l WHERE l.id = h.lead_id) >= :monthBefore, '1', '0') AS capturedLastMonth,
      iif((SELECT l.created_on FROM leads l WHERE l.id = h.lead_id) >= :before90, '1', '0') AS capturedLast90,
      iif(EXISTS (SELECT 1 FROM lead_history s
        WHERE s.lead_id = h.lead_id AND s.on_date <= :asOf AND s.until_on > :asOf AND s.status = 'won'), '1', '0') AS wonSince`

export const openingSet: FactSet = {
  ...stockAt(':dayBefore', CARRIED_OVER),
  details: ['capturedLastMonth', 'capturedLast90', 'wonSince'],
}
export const closingSet: FactSet = stockAt(':end')

/** The plus: what ended after the day is few rows, which a skip over every end there ever was would not be. */
function stockAt(day: ':dayBefore' | ':end', details = ''): FactSet {
  return {
    kind: 'lead',
    scope: 'ownerAtAsOf',
    dimensions: ['bucket'],
    unit: { by: 'lead', only: 'h.lead_id = :unitLead' },
    rows: `
    SELECT h.lead_id AS id, h.lead_id AS leadId, h.owner_id AS staffId, h.on_date AS date, h.to_bucket AS detail,
      NULL AS note, h.to_bucket AS bucket, ${OWNER_AT_AS_OF}${details}
    FROM lead_history h
    WHERE h.until_on > ${day} AND +h.on_date <= ${day} AND h.to_bucket IN ('ungraded','A','B','C','D')
      AND ${OWNED_AT_AS_OF} ${ONE_UNIT}`,
  }
}

const WAITED_MS = 'h.first_assigned_at - l.created_at'

/**
 * The step the wait for a first owner falls into (ASSIGNMENT_WAITS, minutes). A lead of a foreign file came with its owner: nobody
 * was fast or slow, whatever its events say.
 */
const WAITED = `
  CASE
    WHEN l.batch_id IS NOT NULL THEN 'imported'
    WHEN h.first_assigned_at IS NULL THEN 'never'
    ${ASSIGNMENT_WAITS.map((minutes) => `WHEN ${WAITED_MS} <= ${minutes * MINUTE_MS} THEN '${minutes}'`).join('\n    ')}
    ELSE 'longer'
  END`

/** The store's own limit may lie within a step. */
const SPEED = `
  CASE
    WHEN l.batch_id IS NOT NULL THEN 'imported'
    WHEN h.first_assigned_at IS NULL THEN 'never'
    ELSE iif(${WAITED_MS} <= :responseMs, 'inTime', 'late')
  END`

export const createdSet: FactSet = {
  kind: 'lead',
  dimensions: ['assigned', 'firstAssigned', 'within', 'assignedMs'],
  details: ['date', 'waited', 'speed'],
  unit: { by: 'lead', only: 'l.id = :unitLead' },
  rows: `
    SELECT l.id, l.id AS leadId, h.owner_id AS staffId, l.created_on AS date,
      CAST((h.first_assigned_at - l.created_at) / 60000 AS TEXT) AS detail, NULL AS note,
      h.owner_id IS NOT NULL AS assigned, h.first_assigned_at IS NOT NULL AS firstAssigned,
      coalesce(h.first_assigned_at - l.created_at <= :responseMs, 0) AS within,
      h.first_assigned_at - l.created_at AS assignedMs,
      ${WAITED} AS waited, ${SPEED} AS speed
    FROM leads l CROSS JOIN lead_history h ON h.lead_id = l.id AND h.on_date <= :asOf AND h.until_on > :asOf
    WHERE l.created_on BETWEEN :from AND :end AND (:staff IS NULL OR h.owner_id = :staff) ${ONE_UNIT}`,
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
  details: ['contact', 'holder'],
  unit: { by: 'lead', only: 'h.lead_id = :unitLead' },
  rows: `
    SELECT *, iif(idle, 'idle', 'kept') AS contact FROM (SELECT *, date < ${IDLE_BEFORE} AS idle FROM (
      SELECT h.lead_id AS id, h.lead_id AS leadId, h.owner_id AS staffId, ${SILENT_SINCE} AS date,
        h.to_bucket AS detail, NULL AS note, h.owner_id AS ownerId, o.active AS ownerActive, h.to_bucket AS bucket,
        coalesce(h.owner_id, '') AS holder
      FROM lead_history h LEFT JOIN staff o ON o.id = h.owner_id
      WHERE h.until_on > :asOf AND h.on_date <= :asOf AND h.to_bucket IN ('ungraded','A','B','C','D')
        AND (:staff IS NULL OR h.owner_id = :staff) ${ONE_UNIT}))`,
}
