import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Role } from '../../shared/values/vocabulary.ts'

type Tour = {
  /** The tour that is on: of a role, or of whoever is signed in (`own`). Null: none. */
  readonly asked: Role | 'own' | null
  /** The roles whose tour has begun on this machine once: it does not begin by itself again. */
  readonly seen: readonly Role[]
  /** The step at which a tour was left, so that it can be taken up again. */
  readonly places: Readonly<Partial<Record<Role, number>>>
  /** Whether the demo was opened out of a showroom of one's own: the tour ends with the way back there. */
  readonly hasOwnStore: boolean
  /** Begins the tour, or takes it up where it was left. */
  readonly start: (role?: Role) => void
  /** Leaves it; the place is kept. */
  readonly stop: () => void
  readonly goTo: (role: Role, step: number) => void
  readonly finish: (role: Role) => void
  readonly setHasOwnStore: (hasOwnStore: boolean) => void
}

/** The hands-on tour: what is on now, and what this machine remembers of it in localStorage. */
export const useTour = create<Tour>()(
  persist(
    (set) => ({
      asked: null,
      seen: [],
      places: {},
      hasOwnStore: false,
      start: (role) => set({ asked: role ?? 'own' }),
      stop: () => set({ asked: null }),
      goTo: (role, step) =>
        set(({ seen, places }) => ({
          seen: seen.includes(role) ? seen : [...seen, role],
          places: { ...places, [role]: step },
        })),
      finish: (role) => set(({ places }) => ({ asked: null, places: { ...places, [role]: 0 } })),
      setHasOwnStore: (hasOwnStore) => set({ hasOwnStore }),
    }),
    {
      name: 'ninepoint.tour',
      partialize: ({ seen, places, hasOwnStore }) => ({ seen, places, hasOwnStore }),
    },
  ),
)
