import { create } from 'zustand'

type AskedHorizons = {
  /** True from the moment somebody asks to carry a scheme's horizons over until the rules have them laid out. */
  readonly isAsked: boolean
  readonly ask: (isAsked: boolean) => void
}

export const useAskedHorizons = create<AskedHorizons>()((set) => ({
  isAsked: false,
  ask: (isAsked) => set({ isAsked }),
}))
