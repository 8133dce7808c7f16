import type { ScreeningFacts } from '../../shared/domain/screening/facts.ts'
import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { Grade, Stage } from '../../shared/values/grade.ts'
import type { Db } from '../connection.ts'

export type StoredRules = {
  readonly version: number
  /** JSON of the rules (shared/contract/rules.ts, gradeAlternatives). */
  readonly rules: string
  readonly note: string | null
  readonly savedAt: Instant
  readonly savedByName: string | null
}

/** Every version that was saved, newest first; the first of all ships and is not among them. */
export function listRuleSets(db: Db): StoredRules[] {
  return db
    .prepare<[], StoredRules>(
      `SELECT r.version, r.rules, r.note, r.saved_at AS savedAt, s.name AS savedByName
       FROM rule_sets r LEFT JOIN staff s ON s.id = r.saved_by ORDER BY r.version DESC`,
    )
    .all()
}

export function findNewestRuleSet(db: Db): StoredRules | null {
  return (
    db
      .prepare<[], StoredRules>(
        `SELECT r.version, r.rules, r.note, r.saved_at AS savedAt, s.name AS savedByName
         FROM rule_sets r LEFT JOIN staff s ON s.id = r.saved_by ORDER BY r.version DESC LIMIT 1`,
      )
      .get() ?? null
  )
}

export function insertRuleSet(
  db: Db,
  saved: { version: number; rules: string; note: string | null; savedAt: Instant; savedBy: string },
): void {
  db.prepare(
    `INSERT INTO rule_sets (version, rules, note, saved_at, saved_by)
     VALUES (@version, @rules, @note, @savedAt, @savedBy)`,
  ).run(saved)
}

/** An open lead with its grade, as a change of rules finds it. */
export type OpenGradedLead = {
  readonly leadId: string
  readonly facts: ScreeningFacts
  readonly grade: Grade
  readonly isOverridden: boolean
}

/**
 * The leads that are open and graded today; a person's grade is the one with a reason (domain.md 3). The buckets are listed as the
 * index of open leads lists them, or SQLite would not see that it holds them all.
 */
export const OPEN_GRADED = `
  SELECT l.id AS leadId, h.grade, l.horizon_months AS horizonMonths, l.expected_on AS expectedOn,
         l.selection_started AS selectionStarted, l.waiting_for AS waitingFor, l.wants_new_car AS wantsNewCar,
         l.content_with_current AS contentWithCurrent, l.stage, l.budget, l.decider, l.competitor,
         (SELECT e.reason IS NOT NULL FROM lead_events e WHERE e.lead_id = l.id AND e.kind = 'grade'
          ORDER BY e.at DESC, e.seq DESC LIMIT 1) AS isOverridden
  FROM lead_history h JOIN leads l ON l.id = h.lead_id
  WHERE h.until_on = '9999-12-31' AND h.to_bucket IN ('ungraded','A','B','C','D') AND h.to_bucket <> 'ungraded'
  ORDER BY l.created_at, l.id`

type Row = {
  leadId: string
  grade: Grade
  horizonMonths: number | null
  expectedOn: BusinessDate | null
  selectionStarted: number | null
  waitingFor: string | null
  wantsNewCar: number | null
  contentWithCurrent: number | null
  stage: Stage | null
  budget: string | null
  decider: string | null
  competitor: string | null
  isOverridden: number | null
}

const toBoolean = (value: number | null): boolean | null => (value === null ? null : value === 1)

export function listOpenGradedLeads(db: Db): OpenGradedLead[] {
  return db
    .prepare<[], Row>(OPEN_GRADED)
    .all()
    .map(({ leadId, grade, isOverridden, ...facts }) => ({
      leadId,
      grade,
      isOverridden: isOverridden === 1,
      facts: {
        ...facts,
        selectionStarted: toBoolean(facts.selectionStarted),
        wantsNewCar: toBoolean(facts.wantsNewCar),
        contentWithCurrent: toBoolean(facts.contentWithCurrent),
      },
    }))
}

/** Open leads by the bucket they stand in today. */
export const OPEN_STOCK = `
  SELECT to_bucket AS bucket, count(*) AS leads FROM lead_history
  WHERE until_on = '9999-12-31' AND to_bucket IN ('ungraded','A','B','C','D') GROUP BY to_bucket`

export function countOpenStock(db: Db): Readonly<Record<Grade | 'ungraded', number>> {
  const rows = db.prepare<[], { bucket: string; leads: number }>(OPEN_STOCK).all()
  const of = (bucket: string) => rows.find((row) => row.bucket === bucket)?.leads ?? 0
  return { A: of('A'), B: of('B'), C: of('C'), D: of('D'), ungraded: of('ungraded') }
}

export type LeadName = {
  readonly leadId: string
  readonly customerName: string
  readonly model: string | null
  readonly ownerName: string | null
}

/** What a list calls these leads, in the order given. */
export function nameLeads(db: Db, leadIds: readonly string[]): LeadName[] {
  return db
    .prepare<[string], LeadName>(
      `SELECT l.id AS leadId, c.name AS customerName, l.model, s.name AS ownerName
       FROM json_each(?) j JOIN leads l ON l.id = j.value JOIN customers c ON c.id = l.customer_id
       JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31'
       LEFT JOIN staff s ON s.id = h.owner_id ORDER BY j.key`,
    )
    .all(JSON.stringify(leadIds))
}
