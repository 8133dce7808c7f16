import type { ShellState } from '../../shared/shell/shell-messages.ts'

export type ReminderView = {
  readonly state: ShellState
  readonly isFocused: boolean
  /** Our window fills the screen: somebody shows the board to the others. */
  readonly isPresenting: boolean
  /** The PC is locked: nobody would see it. */
  readonly isLocked: boolean
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
export function isReminderDue(view: ReminderView): boolean {
  const { state, lastAt, now, hour } = view
  if (state.due === null || state.due === 0 || state.isBusy) return false
  if (view.isFocused || view.isPresenting || view.isLocked) return false
  if (hour < FIRST_HOUR || hour >= LAST_HOUR) return false
  // A clock that was set back does not silence the reminders until it has caught up.
  return lastAt === null || now < lastAt || now - lastAt >= HOUR_MS
}
