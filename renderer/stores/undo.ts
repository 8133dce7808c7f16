import { create } from 'zustand'
import type { OutputOf } from '../../shared/contract/contract.ts'

/** Something that was just done and can be taken back for a while. */
export type UndoOffer = { readonly undoId: string; readonly said: string }
export type Undone = OutputOf<'acts.undo'>

type Undo = {
  readonly offer: UndoOffer | null
  /** What was taken back last, for screens that had laid out more of it than they ask the store for. */
  readonly undone: Undone | null
  readonly make: (offer: UndoOffer) => void
  /** Takes an offer off, if it is still that one; without an id whatever there is. */
  readonly drop: (undoId?: string) => void
  readonly note: (undone: Undone) => void
}

/** The last act of whoever is signed in, while it can still be taken back; a newer one takes its place. */
export const useUndo = create<Undo>()((set) => ({
  offer: null,
  undone: null,
  make: (offer) => set({ offer }),
  drop: (undoId) => set(({ offer }) => (undoId === undefined || offer?.undoId === undoId ? { offer: null } : {})),
  // Anew each time: the same may be done and taken back twice.
  note: (undone) => set({ undone: { ...undone } }),
}))
