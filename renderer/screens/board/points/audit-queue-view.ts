import type { BreakdownCell } from '../../../../shared/domain/breakdowns.ts'
import { type BusinessDate, daysBetween } from '../../../../shared/values/business-date.ts'

/** As a bar is read: what has been looked at, then what waits. */
export const VERDICTS = ['approved', 'rejected', 'waiting'] as const
export type Verdict = (typeof VERDICTS)[number]

export type QueueMark = { readonly param: string; readonly count: number }
export type QueueRow = {
  readonly staffId: string
  readonly done: number
  readonly reviewed: number
  readonly marks: Readonly<Partial<Record<Verdict, QueueMark>>>
  /** What has waited longest: how many days, and the records of that day; null when nothing waits. */
  readonly oldest: (QueueMark & { readonly days: number }) | null
}

type Cells = {
  readonly verdicts: readonly BreakdownCell[]
  readonly byDay: readonly BreakdownCell[]
}

/** What each person has done in the period and a manager has or has not read, the longest queue first. */
export function auditQueue({ verdicts, byDay }: Cells, people: readonly string[], asOf: BusinessDate): QueueRow[] {
  const waiting = (row: QueueRow) => row.marks.waiting?.count ?? 0
  return people
    .map((staffId) => rowOf(staffId, { verdicts, byDay }, asOf))
    .filter(({ done }) => done > 0)
    .sort((a, b) => waiting(b) - waiting(a))
}

function rowOf(staffId: string, { verdicts, byDay }: Cells, asOf: BusinessDate): QueueRow {
  const own = verdicts.filter(({ by }) => by[1] === staffId)
  const marks: QueueRow['marks'] = Object.fromEntries(own.map(({ by, param, count }) => [by[0], { param, count }]))
  const reviewed = (marks.approved?.count ?? 0) + (marks.rejected?.count ?? 0)
  const days = byDay.filter(({ by }) => by[0] === 'waiting' && by[2] === staffId)
  const first = days.reduce<BreakdownCell | null>((a, b) => (a === null || dayOf(b) < dayOf(a) ? b : a), null)
  return {
    staffId,
    done: reviewed + (marks.waiting?.count ?? 0),
    reviewed,
    marks,
    oldest: first === null ? null : { param: first.param, count: first.count, days: daysBetween(dayOf(first), asOf) },
  }
}

function dayOf(cell: BreakdownCell): BusinessDate {
  return cell.by[1] as BusinessDate
}
