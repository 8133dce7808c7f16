import { addDays, dateIn } from './calendar.ts'
import { type Life, lifeOf } from './lead-life.ts'
import { type CsvRow, field, instantOf, neededInstant, rowsOf, type Tables } from './tables.ts'

export type OracleQuery = {
  readonly from: string
  readonly to: string
  readonly asOf: string
  readonly staffId: string | null
}

/** `life` = null: captured nobody, or the lead does not exist yet. Dates are the store's. */
export type Visit = {
  readonly row: CsvRow
  readonly arrivedAt: number
  readonly arrivedOn: string
  readonly loggedAt: number
  readonly life: Life | null
}

/** `doneAt` and `reviewedOn` are null when it is not done or reviewed by asOf. */
export type FollowUp = {
  readonly row: CsvRow
  readonly life: Life
  readonly firstDueOn: string
  readonly doneAt: number | null
  readonly doneOn: string | null
  readonly loggedAt: number
  readonly isReviewed: boolean
}

export type Deal = { readonly row: CsvRow; readonly life: Life; readonly orderedOn: string }

/** What exists for the report, with the words of the query. */
export type World = {
  readonly tables: Tables
  readonly query: OracleQuery
  readonly store: CsvRow
  readonly end: string
  readonly dayBefore: string
  readonly dateOf: (instant: number) => string
  readonly isInPeriod: (date: string) => boolean
  readonly lives: readonly Life[]
  readonly visits: readonly Visit[]
  readonly followUps: readonly FollowUp[]
  readonly deals: readonly Deal[]
  /** "A person: ... by owner at asOf" */
  readonly isLeadInScope: (life: Life) => boolean
  /** "by received_by", "by their staff" */
  readonly isPersonInScope: (staffId: string) => boolean
}

export function worldOf(tables: Tables, query: OracleQuery): World {
  const [store] = rowsOf(tables, 'store.csv')
  if (store === undefined) throw new Error('store.csv must be there')
  const dateOf = (instant: number) => dateIn(field(store, 'time_zone'), instant)
  const isKnown = (at: number) => dateOf(at) <= query.asOf
  const end = query.to < query.asOf ? query.to : query.asOf // "END = the earlier of `to` and asOf"
  const events = rowsOf(tables, 'lead_events.csv')
  const lives = rowsOf(tables, 'leads.csv')
    .filter((row) => isKnown(neededInstant(row, 'created_at')))
    .map((row) => lifeOf(row, events, isKnown))
  const lifeById = new Map(lives.map((life) => [life.id, life]))
  const isPersonInScope = (staffId: string) => query.staffId === null || staffId === query.staffId
  return {
    tables,
    query,
    store,
    end,
    dayBefore: addDays(query.from, -1),
    dateOf,
    isInPeriod: (date) => query.from <= date && date <= end,
    lives,
    visits: visitsOf(tables, lifeById, dateOf, isKnown),
    followUps: followUpsOf(tables, lifeById, dateOf, isKnown),
    deals: dealsOf(tables, lifeById, query.asOf),
    isLeadInScope: (life) => isPersonInScope(life.owner),
    isPersonInScope,
  }
}

function visitsOf(
  tables: Tables,
  lives: ReadonlyMap<string, Life>,
  dateOf: (instant: number) => string,
  isKnown: (at: number) => boolean,
): readonly Visit[] {
  const visits: Visit[] = []
  for (const row of rowsOf(tables, 'visits.csv')) {
    const arrivedAt = neededInstant(row, 'arrived_at')
    if (!isKnown(arrivedAt)) continue
    // "A row (... visit's lead) of a lead that does not exist yet is left out": the visit stays, its lead does not.
    const life = lives.get(field(row, 'lead_id')) ?? null
    visits.push({ row, arrivedAt, arrivedOn: dateOf(arrivedAt), loggedAt: neededInstant(row, 'logged_at'), life })
  }
  return visits
}

function followUpsOf(
  tables: Tables,
  lives: ReadonlyMap<string, Life>,
  dateOf: (instant: number) => string,
  isKnown: (at: number) => boolean,
): readonly FollowUp[] {
  const followUps: FollowUp[] = []
  for (const row of rowsOf(tables, 'follow_ups.csv')) {
    const life = lives.get(field(row, 'lead_id'))
    if (life === undefined) continue // "a row of a lead that does not exist yet is left out"
    const saidDoneAt = instantOf(row, 'done_at')
    const doneAt = saidDoneAt !== null && isKnown(saidDoneAt) ? saidDoneAt : null
    const reviewedAt = instantOf(row, 'reviewed_at')
    followUps.push({
      row,
      life,
      firstDueOn: field(row, 'first_due_on') || field(row, 'due_on'), // "first_due_on [due_on]"
      doneAt,
      doneOn: doneAt === null ? null : dateOf(doneAt),
      loggedAt: instantOf(row, 'logged_at') ?? doneAt ?? 0, // "logged_at [done_at]"
      isReviewed: reviewedAt !== null && isKnown(reviewedAt),
    })
  }
  return followUps
}

function dealsOf(tables: Tables, lives: ReadonlyMap<string, Life>, asOf: string): readonly Deal[] {
  const deals: Deal[] = []
  for (const row of rowsOf(tables, 'deals.csv')) {
    const life = lives.get(field(row, 'lead_id'))
    const orderedOn = field(row, 'ordered_on')
    const cancelledOn = field(row, 'cancelled_on')
    // "actual = deals ordered in the period and not cancelled by asOf (the same holds for grossProfit)"
    const isCancelled = cancelledOn !== '' && cancelledOn <= asOf
    if (life !== undefined && !isCancelled) deals.push({ row, life, orderedOn })
  }
  return deals
}
