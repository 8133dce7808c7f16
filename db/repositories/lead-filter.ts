import { addDays, type BusinessDate } from '../../shared/values/business-date.ts'
import { GRADES, type Grade, type LeadStatus, type OpenBucket, type Stage } from '../../shared/values/grade.ts'
import { searchQueryOf } from '../search/search-query.ts'
import { NEVER_DUE } from './lead-index.ts'

/** Which leads (shared/contract/lead-list.ts), with everything that depends on who asks and when already answered. */
export type LeadQuestion = {
  /** A search ends at the newest MOST_FOUND leads, or at all there are. */
  readonly found: 'most' | 'all'
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

/**
 * Nobody reads five hundred rows to find one customer; a letter that begins every tenth name would be looked up in half a million
 * leads as it is typed. Whoever asks is told that there are more.
 */
export const MOST_FOUND = 500

export function conditionsOf(question: LeadQuestion): Conditions {
  const clauses = [
    ...ownerOf(question),
    ...bucketsOf(question),
    ...originOf(question),
    ...dueOf(question),
    ...silenceOf(question),
    ...modelOf(question),
  ]
  const where = clauses.map(([sql]) => sql)
  const words = wordsOf(question, where)
  return {
    where: words === null ? whereOf(where) : whereOf([words[0]]),
    bound: Object.assign({}, ...clauses.map(([, bound]) => bound ?? {}), words?.[1] ?? {}),
  }
}

function whereOf(clauses: readonly string[]): string {
  return clauses.length === 0 ? '' : `WHERE ${clauses.join(' AND ')}`
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

function modelOf({ model }: LeadQuestion): Clause[] {
  const wanted = model.trim().toLowerCase()
  return wanted === '' ? [] : [["instr(lower(coalesce(r.model, '')), @model) > 0", { model: wanted }]]
}

/** The leads that an expression of the index finds among those of the other conditions: from the newest on, as many as are wanted. */
function foundBy(expression: string, where: readonly string[], { found }: LeadQuestion): string {
  const others = where.map((one) => ` AND ${one}`).join('')
  const end = found === 'all' ? '' : ` ORDER BY s.rowid DESC LIMIT ${MOST_FOUND + 1}`
  return `SELECT n FROM (SELECT r.n FROM lead_search s CROSS JOIN lead_list r ON r.n = s.rowid
    WHERE s.lead_search MATCH ${expression}${others}${end})`
}

/** What is typed, looked up by what is seen of each lead, so that a search tells no more than the list shows. */
function wordsOf(question: LeadQuestion, where: readonly string[]): Clause | null {
  const { text, owner, seesOnlyOf } = question
  if (text.trim() === '') return null
  const words = searchQueryOf(text)
  if (words === null) return ['0']
  const { seen, masked } = words
  const seesAll = seesOnlyOf === null || (typeof owner === 'object' && owner.id === seesOnlyOf)
  if (seesAll) return [`r.n IN (${foundBy('@seen', where, question)})`, { seen }]
  const own = foundBy('@hidden', [...where, 'r.owner_id = @seesOnlyOf'], question)
  return [
    `r.n IN (${foundBy('@masked', where, question)} UNION ALL ${own})`,
    { masked, hidden: `${seen} NOT ${masked}`, seesOnlyOf },
  ]
}
