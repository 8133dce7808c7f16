import type { ExportWords } from '../../../shared/contract/exports.ts'
import { dictionaryOf } from '../../i18n/i18n.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { useGradeLabels } from '../ui/use-grade-labels.ts'
import { exportWords, type ListName } from './export-words.ts'

/** The words a list is exported with: those of the screen. */
export function useExportWords(list: ListName): (title: string) => ExportWords {
  const language = usePreferences((state) => state.language)
  const grades = useGradeLabels()
  return (title) => exportWords(dictionaryOf(language), list, title, grades)
}
