import type { ExportWords } from '../../../shared/contract/exports.ts'
import type { Words } from '../../i18n/words.ts'
import type { zh } from '../../i18n/zh.ts'

type Dictionary = Words<typeof zh>
export type ListName = keyof typeof zh.exports.column

/** What one language calls the columns and codes of a list; `grades` is what the store calls its four slots. */
export function exportWords(
  dictionary: Dictionary,
  list: ListName,
  title: string,
  grades: Readonly<Partial<Record<string, string>>>,
): ExportWords {
  const { codes, common, exports, records, visits } = dictionary
  const { visitKind, visitPurpose, notCaptured, lossReason, status, stage, gender, bucket, method } = codes
  const graded = Object.entries(grades).map(([slot, label]) => [slot, common.grade.replace('{{label}}', label ?? slot)])
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    visitKind,
    visitPurpose,
    notCaptured,
    lossReason,
    status,
    stage,
    gender,
    method,
    bucket: { ...bucket, ...Object.fromEntries(graded) },
    firstVisit: { first: visits.list.firstVisit, again: visits.list.again },
    detail: { captured: records.captured, noReason: records.noReason, noEntry: records.noEntry },
    result: records.result,
    suspicion: records.suspicion,
  }
  const entries = Object.entries(lists).flatMap(([name, words]) =>
    Object.entries(words).map(([code, word]) => [`${name}.${code}`, word] as const),
  )
  return {
    app: common.appName,
    title,
    columns: { ...exports.column[list] },
    codes: Object.fromEntries(entries),
  }
}
