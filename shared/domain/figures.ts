import type { AllSets, CountedSetName, FactDetails, SetName } from './facts.ts'

export type Value = string | number | null
/** Equal to the value, or to one of the values, on every named dimension. */
export type Where = Readonly<Record<string, Value | readonly Value[]>>

/**
 * One count of the report: which records it counts. The same definition gives the number and the list behind it. Of the sets only
 * charts count, no figure of the report is made.
 */
export type Figure<S extends CountedSetName = SetName> = {
  readonly set: S
  readonly where: Where
  /** The dimensions a parameter names: a staff id, a channel id, a grade, a reason, or 'C>B' for two. */
  readonly by: readonly string[]
  /** Nobody's in particular: null for a person. */
  readonly storeOnly: boolean
}

type Dimension<S extends CountedSetName> = Exclude<keyof AllSets[S][number] & string, 'count'>
type WhereOf<S extends CountedSetName> = { readonly [K in Dimension<S>]?: Value | readonly Value[] }

export function counted<S extends CountedSetName>(
  set: S,
  where: WhereOf<S> = {},
  by: readonly (Dimension<S> | FactDetails[S])[] = [],
): Figure<S> {
  return { set, where: where as Where, by, storeOnly: false }
}

export function storeOnly<S extends CountedSetName>(figure: Figure<S>): Figure<S> {
  return { ...figure, storeOnly: true }
}

const DUE = ['on_time', 'late', 'missed'] as const
const OPEN = ['ungraded', 'A', 'B', 'C', 'D'] as const
const MIXED = ['A', 'B', 'C'] as const
const CAPTURED = { isN: 1, captured: 1 } as const

/** Every count of the report that has records behind it, under the path of its number. */
export const FIGURES = {
  'funnel.N': counted('visits', { isN: 1 }),
  'funnel.captured': counted('visits', CAPTURED),
  'funnel.owned': counted('cohort'),
  'funnel.worked': counted('cohort', { worked: 1 }),
  'funnel.won': counted('cohort', { won: 1 }),

  'customerTypes.opening': counted('opening', {}, ['bucket']),
  'customerTypes.closing': counted('closing', {}, ['bucket']),
  'customerTypes.graded': counted('closing', { bucket: MIXED }),
  'customerTypes.moves': counted('moves', {}, ['fromBucket', 'toBucket']),
  'customerTypes.movesIn': counted('moves', {}, ['toBucket']),
  'customerTypes.movesOut': counted('moves', {}, ['fromBucket']),
  'customerTypes.leaksToD': counted('moves', { fromBucket: MIXED, toBucket: 'D' }),
  'customerTypes.leaksToLost': counted('moves', { fromBucket: OPEN, toBucket: 'lost' }),
  'customerTypes.cohortByOrigin': counted('cohort', {}, ['origin']),
  'customerTypes.capturedGraded': counted('cohort', { origin: MIXED }),
  'customerTypes.ownedByGrade': counted('cohort', {}, ['cohortGrade']),
  'customerTypes.workedByGrade': counted('cohort', { worked: 1 }, ['cohortGrade']),
  'customerTypes.wonByGrade': counted('cohort', { won: 1 }, ['cohortGrade']),
  'customerTypes.salesByOrigin': counted('cohort', { won: 1 }, ['origin']),

  'infoCapture.N': counted('visits', { isN: 1 }),
  'infoCapture.captured': counted('visits', CAPTURED),
  'infoCapture.byStaff.N': counted('visits', { isN: 1 }, ['receivedBy']),
  'infoCapture.byStaff.captured': counted('visits', CAPTURED, ['receivedBy']),
  'infoCapture.byChannel.N': counted('visits', { isN: 1 }, ['channelId']),
  'infoCapture.byChannel.captured': counted('visits', CAPTURED, ['channelId']),
  'infoCapture.notCapturedReasons': counted('visits', { isN: 1, captured: 0 }, ['notCapturedReason']),

  'visitorRecording.logged': storeOnly(counted('visits', { kind: 'showroom', onCountedDay: 1 })),
  'visitorRecording.visits': counted('visits'),
  'visitorRecording.lateEntries': counted('visits', { late: 1 }),
  'visitorRecording.lateByStaff': counted('visits', { late: 1 }, ['receivedBy']),
  'visitorRecording.voided': counted('voided'),

  'leadAllocation.created': counted('created'),
  'leadAllocation.unassigned': counted('created', { assigned: 0 }),
  'leadAllocation.firstAssigned': counted('created', { firstAssigned: 1 }),
  'leadAllocation.assignedInTime': counted('created', { within: 1 }),
  'leadAllocation.openByStaff': counted('open', {}, ['ownerId']),
  'leadAllocation.open': counted('open'),
  'leadAllocation.openUnassigned': counted('open', { ownerId: null }),
  'leadAllocation.orphaned': storeOnly(counted('open', { ownerActive: 0 })),
  'leadAllocation.idle': counted('open', { idle: 1 }),
  'leadAllocation.idleByStaff': counted('open', { idle: 1 }, ['ownerId']),

  'followUpAudit.done': counted('done'),
  'followUpAudit.reviewed': counted('done', { reviewed: 1 }),
  'followUpAudit.approved': counted('done', { approved: 1 }),
  'followUpAudit.suspect': counted('suspects'),
  'followUpAudit.suspectByRule.sameNote': counted('suspects', { sameNote: 1 }),
  'followUpAudit.suspectByRule.burst': counted('suspects', { burst: 1 }),
  'followUpAudit.suspectByRule.shortNote': counted('suspects', { shortNote: 1 }),
  'followUpAudit.suspectByRule.loggedLate': counted('suspects', { loggedLate: 1 }),
  'followUpAudit.suspectByRule.noPhone': counted('suspects', { noPhone: 1 }),
  'followUpAudit.suspectByRule.beforeLead': counted('suspects', { beforeLead: 1 }),
  'followUpAudit.byStaff.done': counted('done', {}, ['staffId']),
  'followUpAudit.byStaff.reviewed': counted('done', { reviewed: 1 }, ['staffId']),
  'followUpAudit.byStaff.approved': counted('done', { approved: 1 }, ['staffId']),
  'followUpAudit.byStaff.suspect': counted('suspects', {}, ['staffId']),

  'followUpWorkload.due': counted('due', { result: DUE }),
  'followUpWorkload.onTime': counted('due', { result: 'on_time' }),
  'followUpWorkload.late': counted('due', { result: 'late' }),
  'followUpWorkload.missed': counted('due', { result: 'missed' }),
  'followUpWorkload.void': counted('due', { result: 'void' }),
  'followUpWorkload.doneByStaff': counted('done', {}, ['staffId']),
  'followUpWorkload.byStaff.due': counted('due', { result: DUE }, ['staffId']),
  'followUpWorkload.byStaff.onTime': counted('due', { result: 'on_time' }, ['staffId']),
  'followUpWorkload.byStaff.late': counted('due', { result: 'late' }, ['staffId']),
  'followUpWorkload.byStaff.missed': counted('due', { result: 'missed' }, ['staffId']),

  'sellingSkill.testDrives': counted('cohort', { worked: 1, testDrive: 1 }),
  'sellingSkill.beBacks': counted('cohort', { beBack: 1 }),
  'sellingSkill.lossReasons': counted('moves', { toBucket: 'lost' }, ['reason']),
  'sellingSkill.byStaff.owned': counted('cohort', {}, ['ownerId']),
  'sellingSkill.byStaff.worked': counted('cohort', { worked: 1 }, ['ownerId']),
  'sellingSkill.byStaff.won': counted('cohort', { won: 1 }, ['ownerId']),

  'leadSources.byChannel.N': counted('visits', { isN: 1 }, ['channelId']),
  'leadSources.byChannel.captured': counted('visits', CAPTURED, ['channelId']),
  'leadSources.byChannel.won': counted('cohort', { won: 1 }, ['channelId']),
  'leadSources.byChannel.deals': counted('deals', { cancelled: 0 }, ['channelId']),
  'leadSources.byGroup.N': counted('visits', { isN: 1 }, ['channelGroup']),
  'leadSources.byGroup.captured': counted('visits', CAPTURED, ['channelGroup']),
  'leadSources.byGroup.won': counted('cohort', { won: 1 }, ['channelGroup']),
  'leadSources.byGroup.deals': counted('deals', { cancelled: 0 }, ['channelGroup']),

  'targetProgress.actual': counted('deals', { cancelled: 0 }),
  'targetProgress.cancelled': counted('deals', { cancelled: 1 }),
  'targetProgress.byStaff': counted('deals', { cancelled: 0 }, ['staffId']),
} as const satisfies Readonly<Record<string, Figure>>

export type CountedFigureKey = keyof typeof FIGURES
export const FIGURE_KEYS = Object.keys(FIGURES) as readonly CountedFigureKey[]
