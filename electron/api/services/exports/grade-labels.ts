import type { Db } from '../../../../db/connection.ts'
import { listGradeSlots } from '../../../../db/repositories/store.ts'
import type { Grade } from '../../../../shared/values/grade.ts'

/** What the store calls a grade, by which an import of the same store knows it again. */
export function gradeLabels(db: Db): (grade: Grade | null) => string | null {
  const labels = new Map(listGradeSlots(db).map(({ slot, label }) => [slot, label]))
  return (grade) => (grade === null ? null : (labels.get(grade) ?? grade))
}
