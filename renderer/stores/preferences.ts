import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { LANGUAGES, type Language } from '../i18n/i18n.ts'

export const THEME_CHOICES = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

export const TEXT_SIZES = ['small', 'usual', 'large', 'largest'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

type Chosen = {
  readonly language: Language
  readonly theme: ThemeChoice
  readonly textSize: TextSize
  readonly density: Density
}

type Preferences = Chosen & {
  readonly setLanguage: (language: Language) => void
  readonly setTheme: (theme: ThemeChoice) => void
  readonly setTextSize: (textSize: TextSize) => void
  readonly setDensity: (density: Density) => void
}

const USUAL: Chosen = { language: 'zh', theme: 'system', textSize: 'usual', density: 'comfortable' }

/** What this machine prefers, kept in localStorage. Chinese unless somebody chose otherwise. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      ...USUAL,
      setLanguage: (language) => set({ language }),
      setTheme: (theme) => set({ theme }),
      setTextSize: (textSize) => set({ textSize }),
      setDensity: (density) => set({ density }),
    }),
    {
      name: 'ninepoint.preferences',
      partialize: ({ language, theme, textSize, density }) => ({ language, theme, textSize, density }),
      merge: (stored, current) => ({ ...current, ...readChosen(stored) }),
    },
  ),
)

/** What an older or a newer program left behind: of each choice what is known here, the usual for the rest. */
export function readChosen(stored: unknown): Chosen {
  const of = <T extends string>(key: keyof Chosen, known: readonly T[], usual: T): T => {
    const value: unknown = typeof stored === 'object' && stored !== null ? Reflect.get(stored, key) : undefined
    return known.find((one) => one === value) ?? usual
  }
  return {
    language: of('language', LANGUAGES, USUAL.language),
    theme: of('theme', THEME_CHOICES, USUAL.theme),
    textSize: of('textSize', TEXT_SIZES, USUAL.textSize),
    density: of('density', DENSITIES, USUAL.density),
  }
}
