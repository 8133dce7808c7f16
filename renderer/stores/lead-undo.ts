import { create } from 'zustand'

/** Something done to leads that can be taken back for a while. */
export type UndoOffer = { readonly undoId: string; readonly said: string }

type LeadUndo = {
  readonly offer: UndoOffer | null
  readonly make: (offer: UndoOffer) => void
  readonly drop: () => void
}

/** The last act on leads while it can still be taken back; a newer one takes its place. */
export const useLeadUndo = create<LeadUndo>()((set) => ({
  offer: null,
  make: (offer) => set({ offer }),
  drop: () => set({ offer: null }),
}))
