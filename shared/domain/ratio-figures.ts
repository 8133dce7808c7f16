import type { FigureKey } from './breakdowns.ts'

/** The counts a ratio (or a median) of the report stands on. A null denominator has no records: a target, a door count. */
export type RatioFigure = {
  readonly numerator: FigureKey
  readonly denominator: FigureKey | null
  /** Whether the report's parameter (a grade) belongs to the denominator too. */
  readonly perParam?: true
}

/** Every ratio of the report under the path of its number, and the counts whose lists explain it. */
export const RATIO_FIGURES = {
  'funnel.K': { numerator: 'funnel.captured', denominator: 'funnel.N' },
  'funnel.F': { numerator: 'funnel.worked', denominator: 'funnel.owned' },
  'funnel.C': { numerator: 'funnel.won', denominator: 'funnel.worked' },
  'customerTypes.mix': { numerator: 'customerTypes.closing', denominator: 'customerTypes.graded' },
  'customerTypes.captureMix': {
    numerator: 'customerTypes.cohortByOrigin',
    denominator: 'customerTypes.capturedGraded',
  },
  'customerTypes.closingRate': {
    numerator: 'customerTypes.wonByGrade',
    denominator: 'customerTypes.workedByGrade',
    perParam: true,
  },
  'customerTypes.yield': {
    numerator: 'customerTypes.wonByGrade',
    denominator: 'customerTypes.ownedByGrade',
    perParam: true,
  },
  'infoCapture.K': { numerator: 'infoCapture.captured', denominator: 'infoCapture.N' },
  'visitorRecording.completeness': { numerator: 'visitorRecording.logged', denominator: null },
  'visitorRecording.lateShare': { numerator: 'visitorRecording.lateEntries', denominator: 'visitorRecording.visits' },
  'leadAllocation.medianMinutes': { numerator: 'leadAllocation.firstAssigned', denominator: null },
  'leadAllocation.withinResponse': {
    numerator: 'leadAllocation.assignedInTime',
    denominator: 'leadAllocation.created',
  },
  'followUpAudit.coverage': { numerator: 'followUpAudit.reviewed', denominator: 'followUpAudit.done' },
  'followUpAudit.passRate': { numerator: 'followUpAudit.approved', denominator: 'followUpAudit.reviewed' },
  'followUpWorkload.compliance': { numerator: 'followUpWorkload.onTime', denominator: 'followUpWorkload.due' },
  'sellingSkill.C': { numerator: 'funnel.won', denominator: 'funnel.worked' },
  'sellingSkill.testDriveRate': { numerator: 'sellingSkill.testDrives', denominator: 'funnel.worked' },
  'sellingSkill.beBackRate': { numerator: 'sellingSkill.beBacks', denominator: 'funnel.owned' },
  'sellingSkill.medianDaysToDeal': { numerator: 'funnel.won', denominator: null },
  'targetProgress.pace': { numerator: 'targetProgress.actual', denominator: null },
} as const satisfies Readonly<Record<string, RatioFigure>>
