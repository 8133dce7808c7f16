import { type FactSet, ONE_UNIT } from './fact-set.ts'
import { isLeadKnown } from './known-lead.ts'

/** The Monday of the day's week. */
function weekOf(day: string): string {
  return `date(${day}, '-6 days', 'weekday 1')`
}

/** What was done in the period by whom, and looked at by asOf. */
export const doneSet: FactSet = {
  kind: 'followUp',
  dimensions: ['staffId', 'reviewed', 'approved'],
  details: ['date', 'week', 'verdict'],
  unit: { by: 'staffDay', only: 'f.staff_id = :unitStaff AND f.done_on = :unitDay' },
  rows: `
    SELECT f.id, f.lead_id AS leadId, f.staff_id AS staffId, f.done_on AS date, f.method AS detail, f.note,
      coalesce(f.reviewed_on <= :asOf, 0) AS reviewed,
      coalesce(f.reviewed_on <= :asOf AND f.review = 'approved', 0) AS approved,
      iif(f.reviewed_on <= :asOf, f.review, 'waiting') AS verdict, ${weekOf('f.done_on')} AS week
    FROM follow_ups f
    WHERE f.done_on BETWEEN :from AND :end AND ${isLeadKnown('f.lead_id')} AND (:staff IS NULL OR f.staff_id = :staff) ${ONE_UNIT}`,
}

/**
 * What a foreign file brings was owed elsewhere, up to the day it was read in: neither kept nor missed here. A contact it plans
 * for later is owed like any other.
 */
const OWED_HERE = `(f.batch_id IS NULL
  OR f.counts_on > (SELECT b.imported_on FROM import_batches b WHERE b.id = f.batch_id))`

/** The first due date counts, however often it was moved. What is not done is void when the lead was not open that day. */
export const dueSet: FactSet = {
  kind: 'followUp',
  dimensions: ['staffId', 'result'],
  details: ['date', 'week'],
  unit: { by: 'staffDay', only: 'f.staff_id = :unitStaff AND f.counts_on = :unitDay' },
  rows: `
    SELECT *, result AS detail FROM (
      SELECT f.id, f.lead_id AS leadId, f.staff_id AS staffId, f.counts_on AS date, f.note,
        ${weekOf('f.counts_on')} AS week,
        CASE
          WHEN f.done_on <= :asOf AND f.done_on <= f.counts_on THEN 'on_time'
          WHEN f.done_on <= :asOf THEN 'late'
          WHEN EXISTS (SELECT 1 FROM lead_history h
            WHERE h.lead_id = f.lead_id AND h.on_date <= f.counts_on AND h.until_on > f.counts_on AND h.status = 'open')
            THEN 'missed'
          ELSE 'void'
        END AS result
      FROM follow_ups f
      WHERE f.counts_on BETWEEN :from AND :end AND ${OWED_HERE} AND ${isLeadKnown('f.lead_id')}
        AND (:staff IS NULL OR f.staff_id = :staff) ${ONE_UNIT})`,
}
