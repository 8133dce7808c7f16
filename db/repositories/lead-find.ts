import type { LeadStatus } from '../../shared/values/grade.ts'
import type { Db } from '../connection.ts'
import { plainText } from '../search/search-words.ts'
import { conditionsOf, type LeadQuestion } from './lead-filter.ts'

/** As much of a lead as tells one customer from another. */
export type FoundLead = {
  readonly leadId: string
  readonly customerName: string
  readonly phone: string | null
  readonly wechat: string | null
  readonly model: string | null
  readonly bucket: string
  readonly status: LeadStatus
  readonly ownerId: string | null
  readonly ownerName: string | null
}

const SELECT_FOUND = `
  SELECT r.lead_id AS leadId, c.name AS customerName, c.phone, c.wechat, r.model, r.bucket, r.status,
    r.owner_id AS ownerId, s.name AS ownerName
  FROM json_each(@window) w CROSS JOIN lead_list r ON r.n = w.value
  JOIN leads l ON l.id = r.lead_id
  JOIN customers c ON c.id = l.customer_id
  LEFT JOIN staff s ON s.id = r.owner_id
  ORDER BY w.key`

/**
 * The whole name first, then a name that begins so (as it is written or by its sound, lead_list.name_key holds both), then whatever
 * else was found; one's own before others', live before past.
 */
const BEST_FIRST = `
  CASE WHEN substr(r.name_key, -length(@name) - 1) = ' ' || @name THEN 0
       WHEN substr(r.name_key, 1, length(@name)) = @name THEN 1
       WHEN unicode(@name) > 127 AND instr(r.name_key, ' ' || @name) > 0 THEN 1 ELSE 2 END,
  r.owner_id IS NOT @meId, r.status NOT IN ('open', 'dormant'), r.touched_on DESC, r.n`

/** The statements of one question, for those who want to see how they are answered. */
export function leadFindSql(where: string): { window: string; rows: string } {
  return { window: `SELECT r.n FROM lead_list r ${where} ORDER BY ${BEST_FIRST} LIMIT @limit`, rows: SELECT_FOUND }
}

/** The few leads that somebody most likely means by what they typed (`question.text`). The index must be settled. */
export function findLeads(db: Db, question: LeadQuestion, meId: string, limit: number): FoundLead[] {
  const { where, bound } = conditionsOf(question)
  const sql = leadFindSql(where)
  const name = plainText(question.text.trim())
  const window = db
    .prepare<[object], number>(sql.window)
    .pluck()
    .all({ ...bound, name, meId, limit })
  return db.prepare<[object], FoundLead>(sql.rows).all({ window: JSON.stringify(window) })
}

/** Those of these leads that there are, in the order of their ids. */
export function recallLeads(db: Db, leadIds: readonly string[]): FoundLead[] {
  const window = db
    .prepare<[string], number>(
      'SELECT r.n FROM json_each(?) w CROSS JOIN lead_list r ON r.lead_id = w.value ORDER BY w.key',
    )
    .pluck()
    .all(JSON.stringify(leadIds))
  return db.prepare<[object], FoundLead>(SELECT_FOUND).all({ window: JSON.stringify(window) })
}
