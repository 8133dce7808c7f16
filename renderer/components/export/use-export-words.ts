import type { ExportWords } from '../../../shared/contract/exports.ts'
import { en } from '../../i18n/en.ts'
import { zh } from '../../i18n/zh.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { useGradeLabels } from '../ui/use-grade-labels.ts'
import { exportWords, type ListName } from './export-words.ts'

const DICTIONARIES = { zh, en }

/** The words a list is exported with: those of the screen. */
export function useExportWords(list: ListName): (title: string) => ExportWords {
  const language = usePreferences((state) => state.language)
  const grades = useGradeLabels()
  return (title) => exportWords(DICTIONARIES[language], list, title, grades)
}
