import { type FactSet, ONE_UNIT } from './fact-set.ts'
import { isLeadKnown } from './known-lead.ts'

// The rules a to f of interchange.md (followUpAudit). Rules a and b look beyond the period, at all that is done by asOf, but
// only as far as they reach: 30 days by date, 10 minutes by the clock.

const TEN_MINUTES_MS = 600_000
/** Only what was typed in here can be suspect: a foreign file says nothing about how it was recorded. */
const OURS = 'f.batch_id IS NULL'
/** Said by name: of one person the planner would rather read all they have ever recorded. */
const DONE_THEN = 'follow_ups f INDEXED BY follow_ups_by_done'
const OF_SCOPE = `(:staff IS NULL OR f.staff_id = :staff) ${ONE_UNIT}`

/** Others of the same person with the same note: `o` beside `f`. The index follow_ups_by_note holds just these. */
const SAME = `
  FROM follow_ups o
  WHERE o.staff_id = f.staff_id AND o.note_key = f.note_key AND o.note_key <> '' AND o.batch_id IS NULL`
const DAYS_BACK = `date(f.done_on, '-30 days')`
const DAYS_AHEAD = `min(date(f.done_on, '+30 days'), :asOf)`

/** Three or more, itself among them. */
const threeWithin = (first: string, last: string, isKnown = '1'): string =>
  `EXISTS (SELECT 1 ${SAME} AND o.done_on BETWEEN ${first} AND ${last} AND ${isKnown} LIMIT 1 OFFSET 2)`
const KNOWN = isLeadKnown('o.lead_id')
const nearest = (pick: 'min' | 'max', first: string, last: string): string =>
  `(SELECT julianday(${pick}(o.done_on)) ${SAME} AND o.done_on > ${first} AND o.done_on < ${last} AND ${KNOWN})`

/**
 * Rule a: three or more of one person with one note within 30 days, seen from each of the three: from the last, from the first, or
 * from between. Few notes come again at all; that is seen in the index.
 */
const SAME_NOTE = `
  coalesce(f.note_key <> '' AND CASE
    WHEN NOT ${threeWithin(':noteFrom', ':noteTo')} THEN 0
    WHEN ${threeWithin(DAYS_BACK, 'f.done_on', KNOWN)} THEN 1
    WHEN ${threeWithin('f.done_on', DAYS_AHEAD, KNOWN)} THEN 1
    ELSE ${nearest('min', 'f.done_on', `date(:asOf, '+1 day')`)} - ${nearest('max', `''`, 'f.done_on')} <= 30
  END, 0)`

/** When what was done in the period was recorded. */
const RECORDED = `
  SELECT min(f.recorded_at) - ${TEN_MINUTES_MS} AS first, max(f.recorded_at) + ${TEN_MINUTES_MS} AS last
  FROM ${DONE_THEN} WHERE f.done_on BETWEEN :from AND :end AND ${OF_SCOPE}`

/**
 * Rule b: five or more of one person recorded within 10 minutes; everything between the first and the fifth. DISTINCT: of thousands
 * recorded at one instant each would be the fifth of some, and look for all the others.
 */
const BURST = `
  SELECT g.id FROM (
      SELECT DISTINCT staff_id, firstAt, fifthAt FROM (
        SELECT f.staff_id, f.recorded_at AS fifthAt, lag(f.recorded_at, 4) OVER clock AS firstAt
        FROM (${RECORDED}) clocked
          CROSS JOIN staff s
          CROSS JOIN follow_ups f ON f.staff_id = s.id AND f.recorded_at BETWEEN clocked.first AND clocked.last
        WHERE f.done_on <= :asOf AND ${OURS} AND ${OF_SCOPE} AND ${isLeadKnown('f.lead_id')}
        WINDOW clock AS (PARTITION BY f.staff_id ORDER BY f.recorded_at))
      WHERE fifthAt - firstAt <= ${TEN_MINUTES_MS}) five
    CROSS JOIN follow_ups g
      ON g.staff_id = five.staff_id AND g.recorded_at BETWEEN five.firstAt AND five.fifthAt AND g.done_on IS NOT NULL`

/** MATERIALIZED: folded into its use, SQLite would look for the notes and the bursts once per mention. */
export const suspectSet: FactSet = {
  kind: 'followUp',
  dimensions: ['staffId', 'sameNote', 'burst', 'shortNote', 'loggedLate', 'noPhone', 'beforeLead'],
  details: ['date'],
  unit: { by: 'staffDay', only: 'f.staff_id = :unitStaff' },
  rows: `
    WITH judged AS MATERIALIZED (
      SELECT f.id, f.lead_id AS leadId, f.staff_id AS staffId, f.done_on AS date, f.note,
        ${SAME_NOTE} AS sameNote,
        f.id IN (${BURST}) AS burst,
        length(coalesce(f.note_key, '')) < 6 AS shortNote,
        f.recorded_at - f.done_at > 86400000 AS loggedLate,
        iif(f.method IN ('call', 'sms'), (SELECT c.phone IS NULL FROM customers c WHERE c.id = l.customer_id), 0) AS noPhone,
        f.done_at < l.created_at AS beforeLead
      FROM ${DONE_THEN}
        CROSS JOIN leads l ON l.id = f.lead_id AND l.created_on <= :asOf
      WHERE f.done_on BETWEEN :from AND :end AND ${OURS} AND ${OF_SCOPE})
    SELECT *,
      rtrim(iif(sameNote, 'a,', '') || iif(burst, 'b,', '') || iif(shortNote, 'c,', '') || iif(loggedLate, 'd,', '')
        || iif(noPhone, 'e,', '') || iif(beforeLead, 'f,', ''), ',') AS detail
    FROM judged
    WHERE sameNote OR burst OR shortNote OR loggedLate OR noPhone OR beforeLead`,
}
