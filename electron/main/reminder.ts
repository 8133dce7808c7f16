import type { ShellState } from '../../shared/shell/shell-messages.ts'

export type ReminderView = {
  readonly state: ShellState
  readonly isFocused: boolean
  /** When the last one was shown; null before the first. */
  readonly lastAt: number | null
  readonly now: number
  /** Of the PC's clock: nobody calls a customer at night. */
  readonly hour: number
}

const HOUR_MS = 3_600_000
const FIRST_HOUR = 9
const LAST_HOUR = 19

/** Whether to remind of due follow-ups now: at most once an hour of the working day, never over the program or a customer. */
export function isReminderDue({ state, isFocused, lastAt, now, hour }: ReminderView): boolean {
  if (state.due === null || state.due === 0 || state.isBusy || isFocused) return false
  if (hour < FIRST_HOUR || hour >= LAST_HOUR) return false
  return lastAt === null || now - lastAt >= HOUR_MS
}
