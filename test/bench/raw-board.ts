import type { Db } from '../../db/connection.ts'
import { addDays, type BusinessDate } from '../../shared/values/business-date.ts'

/**
 * The counts behind the nine points, as lean as they can be asked of the facts: every statement prepared once, rows as arrays, no
 * names, no lists, no divisions. What the engine's board is measured against. `scope` is the store or one person.
 */
export type RawBoard = {
  /** One period with everything a report counts. */
  readonly whole: (period: RawPeriod) => RawCounts
  /** One period of a trend: the nine headlines alone, with the 90 days before it on which the need stands. */
  readonly headlines: (period: RawPeriod) => RawCounts
}
export type RawPeriod = { readonly from: BusinessDate; readonly to: BusinessDate; readonly asOf: BusinessDate }
/** The figures that are compared with the engine's, to be sure that both answer the same question. */
export type RawCounts = {
  readonly n: number
  readonly captured: number
  readonly late: number
  readonly closing: number
  readonly created: number
  readonly inTime: number
  readonly done: number
  readonly reviewed: number
  readonly owned: number
  readonly worked: number
  readonly won: number
  readonly due: number
  readonly onTime: number
  readonly deals: number
}

const N = `v.kind = 'showroom' AND v.purpose = 'purchase' AND v.first_visit = 1`
const OPEN = `('ungraded','A','B','C','D')`
const STATE = 'h.on_date <= :asOf AND h.until_on > :asOf'
const WORKED = `h.status = 'won' OR EXISTS (SELECT 1 FROM follow_ups f WHERE f.lead_id = h.lead_id AND f.done_on <= :asOf)`

type Rows = readonly (readonly (number | string | null)[])[]
type Bound = Readonly<Record<string, string>>

export function rawBoard(db: Db, staffId: string | null): RawBoard {
  const bindings = { staff: staffId ?? '' }
  const ask = (sql: string) => {
    const statement = db.prepare(sql).raw()
    return (period: RawPeriod): Rows => {
      const all: Bound = { ...period, ...bindings, dayBefore: addDays(period.from, -1), ...marginsOf(period) }
      const named = Object.fromEntries([...sql.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, all[name] ?? '']))
      return statement.all(named) as Rows
    }
  }
  const lean = leanStatements(staffId !== null).map(ask)
  const rest = restStatements(staffId !== null).map(ask)
  const experience = [visits, cohort].map((sql) => ask(sql(staffId !== null)))
  const askAll = (statements: typeof lean, period: RawPeriod) => statements.map((statement) => statement(period))
  return {
    whole: (period) => {
      askAll(rest, period)
      askAll(experience, before(period))
      return countsOf(askAll(lean, period))
    },
    headlines: (period) => {
      askAll(experience, before(period))
      return countsOf(askAll(lean, period))
    },
  }
}

function before(period: RawPeriod): RawPeriod {
  return { ...period, from: addDays(period.from, -90), to: addDays(period.from, -1) }
}

/** The rules of the audit look a month beyond the period. */
function marginsOf({ from, to }: RawPeriod): Bound {
  return { noteFrom: addDays(from, -30), noteTo: addDays(to, 30) }
}

const mine = (isPerson: boolean, column: string) => (isPerson ? `AND ${column} = :staff` : '')

const visits = (isPerson: boolean) => `
  SELECT sum(${N}), sum(${N} AND v.lead_id IS NOT NULL), sum(v.logged_at - v.arrived_at > 3600000), count(*)
  FROM visits v WHERE v.arrived_on BETWEEN :from AND :to AND v.voided_at IS NULL ${mine(isPerson, 'v.received_by')}`

const cohort = (isPerson: boolean) => `
  SELECT h.grade, count(*), sum(${WORKED}), sum(h.status = 'won')
  FROM visits v CROSS JOIN lead_history h ON h.lead_id = v.lead_id AND ${STATE}
  WHERE v.arrived_on BETWEEN :from AND :to AND v.voided_at IS NULL AND ${N} ${mine(isPerson, 'h.owner_id')} GROUP BY 1`

const stock = (isPerson: boolean, day: string) => `
  SELECT h.to_bucket, count(*) FROM lead_history h
  WHERE h.until_on > ${day} AND h.on_date <= ${day} AND h.to_bucket IN ${OPEN} ${mine(isPerson, 'h.owner_id')} GROUP BY 1`

/** In the order in which countsOf reads them. */
function leanStatements(isPerson: boolean): string[] {
  return [
    visits(isPerson),
    cohort(isPerson),
    stock(isPerson, ':asOf'),
    `SELECT count(*), sum(h.first_assigned_at - l.created_at <= 1800000)
     FROM leads l CROSS JOIN lead_history h ON h.lead_id = l.id AND ${STATE}
     WHERE l.created_on BETWEEN :from AND :to ${mine(isPerson, 'h.owner_id')}`,
    `SELECT count(*), sum(f.reviewed_on <= :asOf) FROM follow_ups f
     WHERE f.done_on BETWEEN :from AND :asOf ${mine(isPerson, 'f.staff_id')}`,
    `SELECT count(*), sum(f.done_on <= f.counts_on) FROM follow_ups f
     WHERE f.counts_on BETWEEN :from AND :asOf ${mine(isPerson, 'f.staff_id')} AND (f.done_on <= :asOf
       OR EXISTS (SELECT 1 FROM lead_history h WHERE h.lead_id = f.lead_id AND h.on_date <= f.counts_on
         AND h.until_on > f.counts_on AND h.status = 'open'))`,
    `SELECT count(*) FROM deals d WHERE d.ordered_on BETWEEN :from AND :asOf
       AND coalesce(d.cancelled_on > :asOf, 1) ${mine(isPerson, 'd.staff_id')}`,
    'SELECT sum(count) FROM door_counts WHERE date BETWEEN :from AND :asOf',
    `SELECT sum(deals) FROM targets WHERE month BETWEEN substr(:from, 1, 7) AND substr(:to, 1, 7) AND staff_id = :staff`,
  ]
}

/** What a whole report counts beside its headlines: per person and channel, moves, idle leads, suspicions. */
function restStatements(isPerson: boolean): string[] {
  return [
    `SELECT v.received_by, v.channel_id, v.not_captured_reason, count(*) FROM visits v
     WHERE v.arrived_on BETWEEN :from AND :to AND v.voided_at IS NULL ${mine(isPerson, 'v.received_by')} GROUP BY 1, 2, 3`,
    stock(isPerson, ':dayBefore'),
    `SELECT h.from_bucket, h.to_bucket, count(*) FROM lead_history h
     WHERE h.on_date BETWEEN :from AND :to AND h.from_bucket <> h.to_bucket ${mine(isPerson, 'h.owner_id')} GROUP BY 1, 2`,
    `SELECT h.owner_id, count(*), sum((SELECT max(f.done_on) FROM follow_ups f
       WHERE f.lead_id = h.lead_id AND f.done_on <= :asOf) < :noteFrom)
     FROM lead_history h
     WHERE h.until_on > :asOf AND h.on_date <= :asOf AND h.to_bucket IN ${OPEN} ${mine(isPerson, 'h.owner_id')} GROUP BY 1`,
    `SELECT f.staff_id, count(*), sum(f.reviewed_on <= :asOf), sum(length(coalesce(f.note_key, '')) < 6),
       sum(f.recorded_at - f.done_at > 86400000)
     FROM follow_ups f WHERE f.done_on BETWEEN :from AND :asOf ${mine(isPerson, 'f.staff_id')} GROUP BY 1`,
    `SELECT f.staff_id, f.note_key, count(*) FROM follow_ups f
     WHERE f.done_on BETWEEN :noteFrom AND :noteTo ${mine(isPerson, 'f.staff_id')} GROUP BY 1, 2 HAVING count(*) >= 3`,
    `SELECT count(*) FROM (SELECT f.recorded_at - lag(f.recorded_at, 4) OVER (PARTITION BY f.staff_id ORDER BY f.recorded_at) AS five
     FROM follow_ups f WHERE f.done_on BETWEEN :from AND :asOf ${mine(isPerson, 'f.staff_id')}) WHERE five <= 600000`,
    `SELECT v.lead_id, max(f.method = 'test_drive') FROM visits v CROSS JOIN follow_ups f ON f.lead_id = v.lead_id
     WHERE v.arrived_on BETWEEN :from AND :to AND ${N} ${mine(isPerson, 'v.received_by')} GROUP BY 1`,
    `SELECT d.staff_id, count(*), sum(d.gross_profit_fen) FROM deals d
     WHERE d.ordered_on BETWEEN :from AND :asOf ${mine(isPerson, 'd.staff_id')} GROUP BY 1`,
  ]
}

function countsOf(rows: readonly Rows[]): RawCounts {
  const [visited, bought, stocked, born, made, owed, sold] = rows
  const cell = (table: Rows | undefined, column: number) => Number(table?.[0]?.[column] ?? 0)
  const sum = (table: Rows | undefined, column: number) =>
    (table ?? []).reduce((all, row) => all + Number(row[column] ?? 0), 0)
  return {
    n: cell(visited, 0),
    captured: cell(visited, 1),
    late: cell(visited, 2),
    owned: sum(bought, 1),
    worked: sum(bought, 2),
    won: sum(bought, 3),
    closing: sum(stocked, 1),
    created: cell(born, 0),
    inTime: cell(born, 1),
    done: cell(made, 0),
    reviewed: cell(made, 1),
    due: cell(owed, 0),
    onTime: cell(owed, 1),
    deals: cell(sold, 0),
  }
}
