import { create } from 'zustand'
import { persist } from 'zustand/middleware'

type Overlay = 'palette' | 'shortcuts'

type PaletteState = {
  /** What lies over the screen now. */
  readonly open: Overlay | null
  readonly show: (overlay: Overlay) => void
  readonly toggle: (overlay: Overlay) => void
  readonly close: () => void
}

/** The palette and the overview of keys: opened by a key, the header or the desktop's menu. */
export const usePalette = create<PaletteState>()((set) => ({
  open: null,
  show: (open) => set({ open }),
  toggle: (overlay) => set(({ open }) => ({ open: open === overlay ? null : overlay })),
  close: () => set({ open: null }),
}))

const MOST_KEYS = 5
const MOST_LEADS = 4

export type Recent = { readonly keys: readonly string[]; readonly leadIds: readonly string[] }
const NOTHING: Recent = { keys: [], leadIds: [] }

type Recents = {
  readonly byPerson: Readonly<Partial<Record<string, Recent>>>
  readonly usedEntry: (staffId: string, key: string) => void
  readonly openedLead: (staffId: string, leadId: string) => void
}

/** What each person at this PC used last, the newest first; kept in localStorage, customers by their ids only. */
export const useRecents = create<Recents>()(
  persist(
    (set) => ({
      byPerson: {},
      usedEntry: (staffId, key) =>
        set(({ byPerson }) => {
          const { keys, leadIds } = byPerson[staffId] ?? NOTHING
          return { byPerson: { ...byPerson, [staffId]: { keys: newest(key, keys, MOST_KEYS), leadIds } } }
        }),
      openedLead: (staffId, leadId) =>
        set(({ byPerson }) => {
          const { keys, leadIds } = byPerson[staffId] ?? NOTHING
          return { byPerson: { ...byPerson, [staffId]: { keys, leadIds: newest(leadId, leadIds, MOST_LEADS) } } }
        }),
    }),
    { name: 'ninepoint.recents', partialize: ({ byPerson }) => ({ byPerson }) },
  ),
)

function newest(one: string, others: readonly string[], most: number): readonly string[] {
  return [one, ...others.filter((other) => other !== one)].slice(0, most)
}

export function recentOf({ byPerson }: Pick<Recents, 'byPerson'>, staffId: string): Recent {
  return byPerson[staffId] ?? NOTHING
}
