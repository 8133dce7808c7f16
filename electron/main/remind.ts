import { type BrowserWindow, Notification, powerMonitor } from 'electron'
import type { ShellState } from '../../shared/shell/shell-messages.ts'
import { isReminderDue } from './reminder.ts'
import { shellWords, withCount } from './shell-words.ts'

const LOOK_EVERY_MS = 60_000
/** Idle for this long counts as idle; only whether the PC is locked is asked here. */
const IDLE_S = 60

/** Looks every minute whether a reminder is due; a click on it leads to the day's list. */
export function remindRegularly(window: BrowserWindow, stateNow: () => ShellState, onOpen: () => void): void {
  let lastAt: number | null = null
  const look = () => {
    const now = Date.now()
    const state = stateNow()
    const isDue = isReminderDue({
      state,
      isFocused: window.isFocused(),
      isPresenting: window.isFullScreen(),
      isLocked: powerMonitor.getSystemIdleState(IDLE_S) === 'locked',
      lastAt,
      now,
      hour: new Date(now).getHours(),
    })
    if (!isDue || !Notification.isSupported()) return
    lastAt = now
    const words = shellWords(state.language)
    const note = new Notification({ title: withCount(words.remindTitle, state.due ?? 0), body: words.remindText })
    note.on('click', onOpen)
    note.show()
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  window.on('closed', () => clearInterval(timer))
}
