import { create } from 'zustand'
import { readSetup } from './setup-draft.ts'

type Entry = {
  /** Shown once, until it is written down. */
  readonly recoveryCode: string | null
  /** Whoever was signed in when the program locked itself. */
  readonly lockedStaffId: string | null
  /** Whoever worked here last: decides whether the page they left is still theirs. */
  readonly lastStaffId: string | null
  /** The first run goes straight to setting up a showroom: that was asked for before, in the demo, or begun. */
  readonly isCreating: boolean
  readonly showRecoveryCode: (code: string | null) => void
  readonly setLocked: (staffId: string | null) => void
  readonly setLastStaffId: (staffId: string) => void
  readonly setCreating: (isCreating: boolean) => void
}

/** What happens around signing in; nothing of it outlives the window. */
export const useEntry = create<Entry>()((set) => ({
  recoveryCode: null,
  lockedStaffId: null,
  lastStaffId: null,
  // Whoever had begun to fill it in goes on.
  isCreating: readSetup() !== null,
  showRecoveryCode: (recoveryCode) => set({ recoveryCode }),
  setLocked: (lockedStaffId) => set({ lockedStaffId }),
  setLastStaffId: (lastStaffId) => set({ lastStaffId }),
  setCreating: (isCreating) => set({ isCreating }),
}))
