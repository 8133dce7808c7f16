import { CHAIN_COLUMNS, CREATED_ON } from './chain-columns.ts'
import { type FactSet, ONE_UNIT } from './fact-set.ts'
import { isLeadKnown } from './known-lead.ts'

/** N, exactly: the first arrival in the showroom for a purchase (domain.md 4). */
const IS_N = `(v.kind = 'showroom' AND v.purpose = 'purchase' AND v.first_visit = 1)`

const HOUR_MS = 3_600_000
const NOON_MS = 12 * HOUR_MS
/**
 * '09' for arrivals from nine to ten in the store's zone. A register without times is imported at noon sharp
 * (shared/domain/import/arrival.ts): such a visit's hour is not known, and none is claimed.
 */
const ARRIVAL_HOUR = `
      iif(v.batch_id IS NOT NULL AND time_of_day_ms(v.arrived_at, :timeZone) = ${NOON_MS}, '',
        printf('%02d', time_of_day_ms(v.arrived_at, :timeZone) / ${HOUR_MS}))`

const HAS_LEAD = `(v.lead_id IS NOT NULL AND ${isLeadKnown('v.lead_id')})`
const LEAD = `iif(${HAS_LEAD}, v.lead_id, NULL)`

/** A visit's lead that is created after asOf does not exist for the report. What came from a foreign file was never logged on time. */
export const visitSet: FactSet = {
  kind: 'visit',
  dimensions: [
    'isN',
    'captured',
    'late',
    'onCountedDay',
    'kind',
    'receivedBy',
    'channelId',
    'channelGroup',
    'notCapturedReason',
  ],
  details: ['date', 'hour', 'receiver'],
  unit: { by: 'day', only: 'v.arrived_on = :unitDay' },
  rows: `
    SELECT v.id, ${LEAD} AS leadId, v.received_by AS staffId, v.arrived_on AS date,
      CASE WHEN ${HAS_LEAD} THEN 'captured' ELSE coalesce(v.not_captured_reason, '') END AS detail, v.note,
      ${IS_N} AS isN, ${HAS_LEAD} AS captured,
      v.batch_id IS NULL AND v.logged_at - v.arrived_at > :lateMs AS late,
      EXISTS (SELECT 1 FROM door_counts d WHERE d.date = v.arrived_on) AS onCountedDay,
      v.kind, v.received_by AS receivedBy, v.channel_id AS channelId, ch."group" AS channelGroup,
      coalesce(v.not_captured_reason, '') AS notCapturedReason,
      ${ARRIVAL_HOUR} AS hour, coalesce(v.received_by, '') AS receiver
    FROM visits v
      CROSS JOIN channels ch ON ch.id = v.channel_id
    WHERE v.arrived_on BETWEEN :from AND :end AND v.voided_at IS NULL AND (:staff IS NULL OR v.received_by = :staff) ${ONE_UNIT}`,
}

export const voidedSet: FactSet = {
  kind: 'visit',
  dimensions: ['channelId'],
  details: ['date'],
  unit: { by: 'day', only: 'v.arrived_on = :unitDay' },
  rows: `
    SELECT v.id, ${LEAD} AS leadId, v.received_by AS staffId, v.arrived_on AS date, v.void_reason AS detail, v.note,
      v.channel_id AS channelId
    FROM visits v
    WHERE v.arrived_on BETWEEN :from AND :end AND v.voided_at IS NOT NULL AND (:staff IS NULL OR v.received_by = :staff) ${ONE_UNIT}`,
}

/** Was the lead worked: anybody's done follow-up by asOf. */
const HAS_DONE = `EXISTS (SELECT 1 FROM follow_ups f WHERE f.lead_id = h.lead_id AND f.done_on <= :asOf)`

/** CROSS JOIN keeps the order: the period's visits first, then each one's lead and its state at asOf. */
const COHORT_LEADS = `
    FROM visits v
      CROSS JOIN channels ch ON ch.id = v.channel_id
      CROSS JOIN lead_history h ON h.lead_id = v.lead_id AND h.on_date <= :asOf AND h.until_on > :asOf
    WHERE v.arrived_on BETWEEN :from AND :end AND v.voided_at IS NULL AND ${IS_N} AND ${isLeadKnown('v.lead_id')}
      AND (:staff IS NULL OR h.owner_id = :staff) ${ONE_UNIT}`

/** The cohort of interchange.md ("funnel"), one row a lead. A lead won at asOf counts under the grade it was won in. */
export const cohortSet: FactSet = {
  kind: 'lead',
  dimensions: [
    'channelId',
    'channelGroup',
    'ownerId',
    'cohortGrade',
    'origin',
    'worked',
    'won',
    'testDrive',
    'beBack',
    'daysToDeal',
  ],
  details: ['date', 'contactDays', 'driveDays', 'way', 'orderDays'],
  unit: { by: 'lead', only: 'v.lead_id = :unitLead' },
  rows: `
    SELECT h.lead_id AS id, h.lead_id AS leadId, h.owner_id AS staffId, v.arrived_on AS date, h.to_bucket AS detail,
      NULL AS note, v.channel_id AS channelId, ch."group" AS channelGroup, h.owner_id AS ownerId,
      coalesce(CASE WHEN h.status = 'won' THEN h.won_grade ELSE h.grade END, 'ungraded') AS cohortGrade,
      coalesce(h.origin, 'ungraded') AS origin,
      h.status = 'won' OR ${HAS_DONE} AS worked,
      h.status = 'won' AS won,
      EXISTS (SELECT 1 FROM follow_ups f
        WHERE f.lead_id = h.lead_id AND f.done_on <= :asOf AND f.method = 'test_drive') AS testDrive,
      EXISTS (SELECT 1 FROM visits b
        WHERE b.lead_id = h.lead_id AND b.arrived_on BETWEEN v.arrived_on AND :asOf AND b.arrived_at > v.arrived_at
          AND b.kind = 'showroom' AND b.purpose = 'purchase' AND b.first_visit = 0 AND b.voided_at IS NULL) AS beBack,
      CASE WHEN h.status = 'won' THEN CAST(julianday(h.won_on) - julianday(${CREATED_ON}) AS INTEGER) END AS daysToDeal,
      ${CHAIN_COLUMNS}
    ${COHORT_LEADS}`,
}
