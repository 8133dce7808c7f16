import { create } from 'zustand'
import { persist } from 'zustand/middleware'

type VisitDefaults = {
  /** Where the last visitor came from: what an anonymous visit is logged with unless somebody says otherwise. */
  readonly lastChannelId: string | null
  readonly setLastChannelId: (id: string) => void
}

/** What this machine logged last, kept in localStorage. */
export const useVisitDefaults = create<VisitDefaults>()(
  persist((set) => ({ lastChannelId: null, setLastChannelId: (lastChannelId) => set({ lastChannelId }) }), {
    name: 'ninepoint.visit-defaults',
    partialize: ({ lastChannelId }) => ({ lastChannelId }),
  }),
)
