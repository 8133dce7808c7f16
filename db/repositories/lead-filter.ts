import { addDays, type BusinessDate } from '../../shared/values/business-date.ts'
import { GRADES, type Grade, type LeadStatus, type OpenBucket, type Stage } from '../../shared/values/grade.ts'
import { searchQueryOf } from '../search/search-query.ts'
import { NEVER_DUE } from './lead-index.ts'

/** Which leads (shared/contract/lead-list.ts), with everything that depends on who asks and when already answered. */
export type LeadQuestion = {
  /** `any`, `nobody`, or a person. */
  readonly owner: 'any' | 'nobody' | { readonly id: string }
  readonly grades: readonly OpenBucket[]
  readonly statuses: readonly LeadStatus[]
  readonly stages: readonly (Stage | 'unknown')[]
  readonly channels: readonly string[]
  readonly createdFrom: BusinessDate | null
  readonly createdTo: BusinessDate | null
  readonly due: 'overdue' | 'today' | 'week' | 'none' | null
  readonly silent: number | 'cadence' | null
  readonly model: string
  readonly text: string
  readonly batchId: string | null
  /** Whose leads' contacts are seen by who asks: everybody's (null), or only this person's. */
  readonly seesOnlyOf: string | null
  readonly today: BusinessDate
  readonly cadenceDays: Readonly<Record<Grade, number>>
}

/** Conditions on row `r` of lead_list, and what is bound in them. */
export type Conditions = { readonly where: string; readonly bound: Readonly<Record<string, string | null>> }

type Clause = readonly [sql: string, bound?: Readonly<Record<string, string | null>>]

const list = (name: string) => `IN (SELECT value FROM json_each(@${name}))`

export function conditionsOf(question: LeadQuestion): Conditions {
  const clauses = [
    ...ownerOf(question),
    ...bucketsOf(question),
    ...originOf(question),
    ...dueOf(question),
    ...silenceOf(question),
    ...wordsOf(question),
  ]
  return {
    where: clauses.length === 0 ? '' : `WHERE ${clauses.map(([sql]) => sql).join(' AND ')}`,
    bound: Object.assign({}, ...clauses.map(([, bound]) => bound ?? {})),
  }
}

function ownerOf({ owner }: LeadQuestion): Clause[] {
  if (owner === 'any') return []
  return owner === 'nobody' ? [['r.owner_id IS NULL']] : [['r.owner_id = @ownerId', { ownerId: owner.id }]]
}

function bucketsOf({ grades, statuses, stages }: LeadQuestion): Clause[] {
  const known = stages.map((stage) => (stage === 'unknown' ? null : stage))
  return [
    ...among('status', statuses),
    ...among('bucket', grades),
    ...(known.length > 1 && known.includes(null)
      ? [[`coalesce(r.stage, 'unknown') ${list('stages')}`, { stages: JSON.stringify(stages) }] as const]
      : among('stage', known)),
  ]
}

/** A single word by itself and not as a list, so that the order can be read from an index. */
function among(column: 'status' | 'bucket' | 'stage', words: readonly (string | null)[]): Clause[] {
  const [only, ...others] = words
  if (only === undefined) return []
  if (others.length === 0) return [[`r.${column} IS @${column}`, { [column]: only }]]
  return [[`r.${column} ${list(column)}`, { [column]: JSON.stringify(words) }]]
}

function originOf({ channels, createdFrom, createdTo, batchId }: LeadQuestion): Clause[] {
  const clauses: Clause[] = []
  if (channels.length > 0) clauses.push([`r.channel_id ${list('channels')}`, { channels: JSON.stringify(channels) }])
  if (createdFrom !== null) clauses.push(['r.created_on >= @createdFrom', { createdFrom }])
  if (createdTo !== null) clauses.push(['r.created_on <= @createdTo', { createdTo }])
  if (batchId !== null) clauses.push(['r.batch_id = @batchId', { batchId }])
  return clauses
}

function dueOf({ due, today }: LeadQuestion): Clause[] {
  switch (due) {
    case null:
      return []
    case 'overdue':
      return [['r.due_on < @dueToday', { dueToday: today }]]
    case 'today':
      return [['r.due_on = @dueToday', { dueToday: today }]]
    case 'week':
      return [['r.due_on BETWEEN @dueToday AND @dueLast', { dueToday: today, dueLast: addDays(today, 6) }]]
    case 'none':
      return [[`r.status = 'open' AND r.due_on = '${NEVER_DUE}'`]]
  }
}

function silenceOf({ silent, today, cadenceDays }: LeadQuestion): Clause[] {
  if (silent === null) return []
  if (silent !== 'cadence') return [['r.touched_on < @silentSince', { silentSince: addDays(today, -silent) }]]
  const since = Object.fromEntries(GRADES.map((grade) => [`since${grade}`, addDays(today, -cadenceDays[grade])]))
  // Nobody's grade is kept as a C is (interchange.md).
  const limits = GRADES.map((grade) => `WHEN '${grade}' THEN @since${grade}`).join(' ')
  return [[`r.status = 'open' AND r.touched_on < CASE r.bucket ${limits} ELSE @sinceC END`, since]]
}

/** The leads found by what is seen of them, so that a search tells no more than the list shows. */
const FOUND_MASKED = `r.n IN (
  SELECT rowid FROM lead_search WHERE lead_search MATCH @masked
  UNION SELECT s.rowid FROM lead_search s CROSS JOIN lead_list own ON own.n = s.rowid
    WHERE s.lead_search MATCH @seen AND own.owner_id = @seesOnlyOf)`

function wordsOf({ model, text, owner, seesOnlyOf }: LeadQuestion): Clause[] {
  const clauses: Clause[] = []
  const wanted = model.trim().toLowerCase()
  if (wanted !== '') clauses.push(["instr(lower(coalesce(r.model, '')), @model) > 0", { model: wanted }])
  if (text.trim() === '') return clauses
  const words = searchQueryOf(text)
  if (words === null) return [...clauses, ['0']]
  const { seen, masked } = words
  const seesAll = seesOnlyOf === null || (typeof owner === 'object' && owner.id === seesOnlyOf)
  if (!seesAll) return [...clauses, [FOUND_MASKED, { seen, masked, seesOnlyOf }]]
  return [...clauses, ['r.n IN (SELECT rowid FROM lead_search WHERE lead_search MATCH @seen)', { seen }]]
}
