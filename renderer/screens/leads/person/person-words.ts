import type { ExportWords } from '../../../../shared/contract/exports.ts'
import { exportWords } from '../../../components/export/export-words.ts'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { dictionaryOf } from '../../../i18n/i18n.ts'
import type { Words } from '../../../i18n/words.ts'
import type { zh } from '../../../i18n/zh.ts'
import { usePreferences } from '../../../stores/preferences.ts'

type Dictionary = Words<typeof zh>
type Grades = Parameters<typeof exportWords>[3]

/** What the archive's page calls its tables, columns and codes: `person.visits`, `person.visits.note`, `yesNo.yes`. */
export function personWords(dictionary: Dictionary, grades: Grades): ExportWords {
  const { person, codes } = dictionary
  const { app, title, codes: listed } = exportWords(dictionary, 'leads', person.file, grades)
  const tables = Object.entries(person.page).map(([table, word]) => [`person.${table}`, word])
  const columns = Object.entries(person.column).flatMap(([table, words]) =>
    Object.entries(words).map(([column, word]) => [`person.${table}.${column}`, word]),
  )
  const { yes, no, confirmed, refused } = person.reading
  const more = {
    'yesNo.yes': yes,
    'yesNo.no': no,
    'decision.confirmed': confirmed,
    'decision.refused': refused,
    ...prefixed('outcome', codes.outcome),
    ...prefixed('review', codes.review),
  }
  return { app, title, columns: Object.fromEntries([...tables, ...columns]), codes: { ...listed, ...more } }
}

function prefixed(list: string, words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).map(([code, word]) => [`${list}.${code}`, word]))
}

export function usePersonWords(): { readonly language: 'zh' | 'en'; readonly words: ExportWords } {
  const language = usePreferences((state) => state.language)
  return { language, words: personWords(dictionaryOf(language), useGradeLabels()) }
}
