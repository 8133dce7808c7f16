import type { Report } from '../../../shared/domain/report.ts'

/** Whether the store has nothing yet that a figure could come from. */
export function isEmptyBoard({ visitorRecording, leadAllocation, followUpAudit, targetProgress }: Report): boolean {
  const counts = [visitorRecording.visits, leadAllocation.open, leadAllocation.created, followUpAudit.done]
  return counts.every((count) => count === 0) && targetProgress.actual === 0
}
