import { create } from 'zustand'

type Entry = {
  /** Shown once, until it is written down. */
  readonly recoveryCode: string | null
  /** Whoever was signed in when the program locked itself. */
  readonly lockedStaffId: string | null
  /** Whoever worked here last: decides whether the page they left is still theirs. */
  readonly lastStaffId: string | null
  readonly showRecoveryCode: (code: string | null) => void
  readonly setLocked: (staffId: string | null) => void
  readonly setLastStaffId: (staffId: string) => void
}

/** What happens around signing in; nothing of it outlives the window. */
export const useEntry = create<Entry>()((set) => ({
  recoveryCode: null,
  lockedStaffId: null,
  lastStaffId: null,
  showRecoveryCode: (recoveryCode) => set({ recoveryCode }),
  setLocked: (lockedStaffId) => set({ lockedStaffId }),
  setLastStaffId: (lastStaffId) => set({ lastStaffId }),
}))
