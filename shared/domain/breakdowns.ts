import { OPEN_BUCKETS } from '../values/grade.ts'
import type { Suspicion } from './control-points/follow-up-audit.ts'
import type { CountedSetName } from './facts.ts'
import { type CountedFigureKey, counted, FIGURES, type Figure, type Where } from './figures.ts'

/**
 * A count of the report broken down further, for a chart: its cells add up to `sumsTo` of the same query. What is drawn for a cell
 * opens the records of that cell, which are the ones it counts.
 */
export type Breakdown = Figure<CountedSetName> & { readonly sumsTo: CountedFigureKey }

function parts(sumsTo: CountedFigureKey, figure: Figure<CountedSetName>): Breakdown {
  return { ...figure, sumsTo }
}

/** One rule's questions by whom they go to: a record may raise several. */
function askedAbout(rule: Suspicion): Breakdown {
  return parts(`followUpAudit.suspectByRule.${rule}`, counted('suspects', { [rule]: 1 }, ['staffId']))
}

function promised(result: 'due' | 'late' | 'missed', per: 'date' | 'week'): Breakdown {
  const whole = `followUpWorkload.${result}` as const
  return { ...FIGURES[whole], by: [per, 'staffId'], sumsTo: whole }
}

export const BREAKDOWNS = {
  'customerTypes.passagesOpen': parts(
    'customerTypes.opening',
    counted('passages', { fromBucket: OPEN_BUCKETS }, ['fromBucket', 'toBucket']),
  ),
  'customerTypes.passagesNew': parts(
    'leadAllocation.created',
    counted('passages', { fromBucket: 'none' }, ['fromBucket', 'toBucket']),
  ),
  'customerTypes.passagesTo': parts(
    'customerTypes.closing',
    counted('passages', { toBucket: OPEN_BUCKETS }, ['fromBucket', 'toBucket']),
  ),

  'infoCapture.byHour.N': parts('infoCapture.N', counted('visits', { isN: 1 }, ['hour'])),
  'infoCapture.byHour.captured': parts('infoCapture.captured', counted('visits', { isN: 1, captured: 1 }, ['hour'])),
  'infoCapture.byReceiver.N': parts('infoCapture.N', counted('visits', { isN: 1 }, ['receiver'])),
  'infoCapture.byReceiver.captured': parts(
    'infoCapture.captured',
    counted('visits', { isN: 1, captured: 1 }, ['receiver']),
  ),
  'infoCapture.byReceiverHour.N': parts('infoCapture.N', counted('visits', { isN: 1 }, ['hour', 'receiver'])),
  'infoCapture.byReceiverHour.captured': parts(
    'infoCapture.captured',
    counted('visits', { isN: 1, captured: 1 }, ['hour', 'receiver']),
  ),

  'visitorRecording.loggedByDay': parts('visitorRecording.logged', {
    ...FIGURES['visitorRecording.logged'],
    by: ['date'],
  }),
  'visitorRecording.visitsByDay': parts('visitorRecording.visits', counted('visits', {}, ['date'])),
  'visitorRecording.lateByDay': parts('visitorRecording.lateEntries', counted('visits', { late: 1 }, ['date'])),

  'sellingSkill.contactDays': parts('funnel.worked', counted('cohort', { worked: 1 }, ['contactDays'])),
  'sellingSkill.driveDays': parts(
    'sellingSkill.testDrives',
    counted('cohort', { worked: 1, testDrive: 1 }, ['driveDays']),
  ),
  'sellingSkill.workedByWay': parts('funnel.worked', counted('cohort', { worked: 1 }, ['way'])),
  'sellingSkill.wonByWay': parts('funnel.won', counted('cohort', { won: 1 }, ['way'])),
  'sellingSkill.orderDays': parts('funnel.won', counted('cohort', { won: 1 }, ['way', 'orderDays'])),
  'sellingSkill.carriedLastMonth': parts('customerTypes.opening', counted('opening', {}, ['capturedLastMonth'])),
  'sellingSkill.carriedLastMonthWon': parts(
    'customerTypes.opening',
    counted('opening', {}, ['capturedLastMonth', 'wonSince']),
  ),
  'sellingSkill.carriedLast90': parts('customerTypes.opening', counted('opening', {}, ['capturedLast90'])),
  'sellingSkill.carriedLast90Won': parts(
    'customerTypes.opening',
    counted('opening', {}, ['capturedLast90', 'wonSince']),
  ),
  'leadSources.byDay': parts('funnel.N', counted('visits', { isN: 1 }, ['date'])),
  'leadAllocation.waits': parts('leadAllocation.created', counted('created', {}, ['waited', 'speed'])),
  'leadAllocation.load': parts('leadAllocation.open', counted('open', {}, ['bucket', 'contact', 'holder'])),

  'followUpAudit.verdicts': parts('followUpAudit.done', counted('done', {}, ['verdict', 'staffId'])),
  'followUpAudit.verdictsByDay': parts('followUpAudit.done', counted('done', {}, ['verdict', 'date', 'staffId'])),
  'followUpAudit.suspectByPerson.sameNote': askedAbout('sameNote'),
  'followUpAudit.suspectByPerson.burst': askedAbout('burst'),
  'followUpAudit.suspectByPerson.shortNote': askedAbout('shortNote'),
  'followUpAudit.suspectByPerson.loggedLate': askedAbout('loggedLate'),
  'followUpAudit.suspectByPerson.noPhone': askedAbout('noPhone'),
  'followUpAudit.suspectByPerson.beforeLead': askedAbout('beforeLead'),

  'followUpWorkload.doneByDay': parts('followUpAudit.done', counted('done', {}, ['date', 'staffId'])),
  'followUpWorkload.doneByWeek': parts('followUpAudit.done', counted('done', {}, ['week', 'staffId'])),
  'followUpWorkload.dueByDay': promised('due', 'date'),
  'followUpWorkload.dueByWeek': promised('due', 'week'),
  'followUpWorkload.lateByDay': promised('late', 'date'),
  'followUpWorkload.lateByWeek': promised('late', 'week'),
  'followUpWorkload.missedByDay': promised('missed', 'date'),
  'followUpWorkload.missedByWeek': promised('missed', 'week'),
  'followUpWorkload.voidByPerson': parts('followUpWorkload.void', counted('due', { result: 'void' }, ['staffId'])),

  'targetProgress.byDay': parts('targetProgress.actual', counted('deals', { cancelled: 0 }, ['date'])),
} as const satisfies Readonly<Record<string, Breakdown>>

export type BreakdownKey = keyof typeof BREAKDOWNS
export const BREAKDOWN_KEYS = Object.keys(BREAKDOWNS) as readonly BreakdownKey[]

/** What has records of the store behind it; the one figure that counts days has none. */
export type RecordedFigureKey = CountedFigureKey | BreakdownKey
export type FigureKey = RecordedFigureKey | 'visitorRecording.openDaysWithoutEntry'

/** Which records a figure or a breakdown is about. */
export function figureOf(key: RecordedFigureKey): Figure<CountedSetName> {
  return key in BREAKDOWNS ? BREAKDOWNS[key as BreakdownKey] : FIGURES[key as CountedFigureKey]
}

/** What a figure's list filters by: its own conditions and those its parameter stands for ('C>B' for two). */
export function whereOf(key: RecordedFigureKey, param: string | undefined): Where {
  const { where, by } = figureOf(key)
  if (param === undefined) return where
  const values = valuesOf(key, param)
  if (values === null) throw new RangeError(`${key} does not take the parameter ${param}`)
  return { ...where, ...Object.fromEntries(by.map((dimension, i) => [dimension, values[i] ?? null])) }
}

/**
 * The values a parameter holds, one for each dimension; null when they are not as many. The last takes the rest: an id may hold any
 * sign, so whatever is free text stands last in `by`.
 */
export function valuesOf(key: RecordedFigureKey, param: string): readonly string[] | null {
  const { by } = figureOf(key)
  if (by.length === 0) return null
  const parts = param.split('>')
  const values = [...parts.slice(0, by.length - 1), parts.slice(by.length - 1).join('>')]
  return parts.length < by.length ? null : values
}

/** One cell of a breakdown: what `board.records` takes as its parameter, its values in the order of `by`, and how many. */
export type BreakdownCell = { readonly param: string; readonly by: readonly string[]; readonly count: number }
