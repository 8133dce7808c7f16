import i18next, { type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.ts'
import { zh } from './zh.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    contextSeparator: '::'
    resources: { translation: typeof zh }
  }
}

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Both languages are in the program, so that switching needs no waiting. `{{name}}` is filled in; React does the escaping. */
export const i18n: I18n = i18next.createInstance()

export function startI18n(language: Language): void {
  void i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    // Codes have underscores of their own: walk_in is not "walk" in the context "in".
    contextSeparator: '::',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}
