import type { BreakdownCell } from '../../../../shared/domain/breakdowns.ts'
import { ASSIGNMENT_WAITS } from '../../../../shared/domain/control-points/lead-allocation.ts'

export const WAIT_STEPS = [...ASSIGNMENT_WAITS.map(String), 'longer', 'never', 'imported'] as const
export const SPEEDS = ['inTime', 'late', 'never', 'imported'] as const
export type Speed = (typeof SPEEDS)[number]

export type SpeedMark = { readonly param: string; readonly count: number }
export type WaitStep = {
  readonly step: string
  readonly count: number
  readonly marks: Readonly<Partial<Record<Speed, SpeedMark>>>
}

export type AssignmentSpeed = {
  /** Every step; that of the imported leads only where there are any. */
  readonly steps: readonly WaitStep[]
  /** Where the store's limit lies on the axis of steps, 0 being the middle of the first. */
  readonly limitAt: number
  readonly imported: number
  /** Of the leads made here: how many there are, and how many got somebody in time. */
  readonly own: { readonly created: number; readonly inTime: number }
}

/** How long new leads waited for somebody, against the store's response time. */
export function assignmentSpeed(cells: readonly BreakdownCell[], responseMinutes: number): AssignmentSpeed {
  const steps = WAIT_STEPS.map((step): WaitStep => {
    const here = cells.filter(({ by }) => by[0] === step)
    const marks = Object.fromEntries(here.map(({ by, param, count }) => [by[1] ?? '', { param, count }]))
    return { step, count: sumOf(here), marks }
  })
  const imported = steps.at(-1)?.count ?? 0
  return {
    steps: imported === 0 ? steps.slice(0, -1) : steps,
    limitAt: limitAt(responseMinutes),
    imported,
    own: { created: sumOf(cells) - imported, inTime: sumOf(cells.filter(({ by }) => by[1] === 'inTime')) },
  }
}

/** Within its step as far as the limit reaches into it; beyond the last step there is no scale, only "longer". */
function limitAt(minutes: number): number {
  const at = ASSIGNMENT_WAITS.findIndex((upTo) => minutes <= upTo)
  if (at === -1) return ASSIGNMENT_WAITS.length
  const [low, high] = [ASSIGNMENT_WAITS[at - 1] ?? 0, ASSIGNMENT_WAITS[at] ?? minutes]
  return at - 0.5 + (minutes - low) / (high - low)
}

function sumOf(cells: readonly BreakdownCell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0)
}
