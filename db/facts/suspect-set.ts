import type { FactSet } from './fact-set.ts'

// The rules a to f of interchange.md (followUpAudit). Rules a and b look beyond the period, at all that is done by asOf, but
// only as far as they reach: 30 days by date, 10 minutes by the clock.

/** Only what was typed in here can be suspect: a foreign file says nothing about how it was recorded. */
const OURS = 'f.batch_id IS NULL'
const OF_SCOPE = '(:staff IS NULL OR f.staff_id = :staff)'

/** Who wrote the same note three times or more at all; few, and cheaper to find than their days. */
const REPEATED = `
  SELECT f.staff_id, f.note_key FROM follow_ups f
  WHERE f.done_on BETWEEN :noteFrom AND :noteTo AND f.note_key <> '' AND ${OURS} AND ${OF_SCOPE}
  GROUP BY f.staff_id, f.note_key HAVING count(*) >= 3`

/** Rule a: three or more of one person with one note within 30 days, seen from each of the three. */
const SAME_NOTE = `
  SELECT id FROM (
    SELECT f.id, julianday(f.done_on) AS day,
      lag(julianday(f.done_on), 2) OVER note AS back2, lag(julianday(f.done_on)) OVER note AS back1,
      lead(julianday(f.done_on)) OVER note AS ahead1, lead(julianday(f.done_on), 2) OVER note AS ahead2
    FROM follow_ups f CROSS JOIN leads l ON l.id = f.lead_id AND l.created_on <= :asOf
    WHERE f.done_on BETWEEN :noteFrom AND :noteTo AND ${OURS} AND (f.staff_id, f.note_key) IN (${REPEATED})
    WINDOW note AS (PARTITION BY f.staff_id, f.note_key ORDER BY f.done_on, f.id))
  WHERE day - back2 <= 30 OR ahead1 - back1 <= 30 OR ahead2 - day <= 30`

/** The first or the last moment at which something done in the period was recorded. */
const RECORDED = (pick: 'min' | 'max') => `
  (SELECT ${pick}(e.recorded_at) FROM follow_ups e WHERE e.done_on BETWEEN :from AND :end)`

/**
 * Rule b: five or more of one person recorded within 10 minutes; everything between the first and the fifth. The plus keeps a large
 * store from skipping through all of a person's days instead of reading the ten minutes.
 */
const BURST = `
  SELECT g.id FROM (
      SELECT f.staff_id, f.recorded_at AS fifthAt, lag(f.recorded_at, 4) OVER clock AS firstAt
      FROM follow_ups f CROSS JOIN leads l ON l.id = f.lead_id AND l.created_on <= :asOf
      WHERE f.recorded_at BETWEEN ${RECORDED('min')} - 600000 AND ${RECORDED('max')} + 600000
        AND f.done_on <= :asOf AND ${OURS} AND ${OF_SCOPE}
      WINDOW clock AS (PARTITION BY f.staff_id ORDER BY f.recorded_at)) five
    CROSS JOIN follow_ups g
      ON g.recorded_at BETWEEN five.firstAt AND five.fifthAt AND +g.staff_id = five.staff_id AND g.done_on IS NOT NULL
  WHERE five.fifthAt - five.firstAt <= 600000`

/** MATERIALIZED: folded into its use, SQLite would look for the notes and the bursts once per mention. */
export const suspectSet: FactSet = {
  kind: 'followUp',
  dimensions: ['staffId', 'sameNote', 'burst', 'shortNote', 'loggedLate', 'noPhone', 'beforeLead'],
  details: ['date'],
  rows: `
    WITH judged AS MATERIALIZED (
      SELECT f.id, f.lead_id AS leadId, f.staff_id AS staffId, f.done_on AS date, f.note,
        f.id IN (${SAME_NOTE}) AS sameNote,
        f.id IN (${BURST}) AS burst,
        length(coalesce(f.note_key, '')) < 6 AS shortNote,
        f.recorded_at - f.done_at > 86400000 AS loggedLate,
        c.phone IS NULL AND coalesce(f.method IN ('call', 'sms'), 0) AS noPhone,
        f.done_at < l.created_at AS beforeLead
      FROM follow_ups f
        CROSS JOIN leads l ON l.id = f.lead_id AND l.created_on <= :asOf
        CROSS JOIN customers c ON c.id = l.customer_id
      WHERE f.done_on BETWEEN :from AND :end AND ${OURS} AND ${OF_SCOPE})
    SELECT *,
      rtrim(iif(sameNote, 'a,', '') || iif(burst, 'b,', '') || iif(shortNote, 'c,', '') || iif(loggedLate, 'd,', '')
        || iif(noPhone, 'e,', '') || iif(beforeLead, 'f,', ''), ',') AS detail
    FROM judged
    WHERE sameNote OR burst OR shortNote OR loggedLate OR noPhone OR beforeLead`,
}
