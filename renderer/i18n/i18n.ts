import i18next, { type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Words } from './words.ts'
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

/** `{{name}}` is filled in; React does the escaping. */
export const i18n: I18n = i18next.createInstance()

type Dictionary = Words<typeof zh>

/** Chinese is what is missing in another language, too; English is read from the program's files when it is wanted. */
const dictionaries: Partial<Record<Language, Dictionary>> = { zh }

/** The words of a language that is on screen. */
export function dictionaryOf(language: Language): Dictionary {
  return dictionaries[language] ?? zh
}

/** Ready when the words of the language are there. */
export async function startI18n(language: Language): Promise<void> {
  void i18n.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    resources: { zh: { translation: zh } },
    // Codes have underscores of their own: walk_in is not "walk" in the context "in".
    contextSeparator: '::',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  if (language !== 'zh') await speak(language)
}

/** Reads the words of a language that may be looked for, whatever is spoken on screen. */
export async function learn(language: Language): Promise<void> {
  if (language === 'zh' || dictionaries.en !== undefined) return
  const { en } = await import('./en.ts')
  dictionaries.en = en
  i18n.addResourceBundle('en', 'translation', en)
}

let wanted: Language = 'zh'

export async function speak(language: Language): Promise<void> {
  wanted = language
  await learn(language)
  // Somebody may have chosen the other one again while this one was read.
  if (wanted === language) await i18n.changeLanguage(language)
}
