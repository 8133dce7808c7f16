import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Language } from '../i18n/i18n.ts'

export const THEME_CHOICES = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

type Preferences = {
  readonly language: Language
  readonly theme: ThemeChoice
  readonly setLanguage: (language: Language) => void
  readonly setTheme: (theme: ThemeChoice) => void
}

/** What this machine prefers, kept in localStorage. Chinese unless somebody chose otherwise. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      language: 'zh',
      theme: 'system',
      setLanguage: (language) => set({ language }),
      setTheme: (theme) => set({ theme }),
    }),
    { name: 'ninepoint.preferences', partialize: ({ language, theme }) => ({ language, theme }) },
  ),
)
