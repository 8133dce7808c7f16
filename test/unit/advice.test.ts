import { describe, expect, it } from 'vitest'
import { type AdviceGround, adviseOn } from '../../shared/domain/advice/advice.ts'
import { ADVICE_CODES, type AdviceParams } from '../../shared/domain/advice/advice-codes.ts'
import { CONTROL_POINTS, type ControlPointKey } from '../../shared/domain/control-points/keys.ts'
import type { FactSets, Facts } from '../../shared/domain/facts.ts'
import { DEFAULT_THRESHOLDS, type Thresholds, thresholdsWith } from '../../shared/domain/lights.ts'
import { buildReport, type Report } from '../../shared/domain/report.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

const NO_SETS: FactSets = {
  visits: [],
  voided: [],
  cohort: [],
  moves: [],
  opening: [],
  closing: [],
  created: [],
  open: [],
  done: [],
  suspects: [],
  due: [],
  deals: [],
}
const NOTHING: Facts = {
  query: {
    from: '2026-05-01' as BusinessDate,
    to: '2026-05-31' as BusinessDate,
    asOf: '2026-05-21' as BusinessDate,
    staffId: null,
  },
  end: '2026-05-21' as BusinessDate,
  store: { timeZone: 'Asia/Shanghai', openWeekdays: '1234567', lateEntryMinutes: 60, responseMinutes: 30 },
  staff: [],
  channels: [],
  costs: [],
  targets: [],
  market: [],
  doorCounts: [],
  visitDays: [],
  sets: NO_SETS,
}
const EMPTY = buildReport(NOTHING)
const SOURCE = {
  N: 20,
  captured: 8,
  won: 1,
  deals: 1,
  cost: 1000,
  grossProfit: 5000,
  roi: 4,
  costPerVisit: 50,
  costPerCaptured: 125,
  costPerDeal: 1000,
}

type Change = { readonly [K in keyof Report]?: Partial<Report[K]> }

/** What is said when a report differs from an empty one in this. */
function said(
  key: ControlPointKey,
  change: Change,
  need: number | null = null,
  thresholds: Thresholds = DEFAULT_THRESHOLDS,
): readonly [string, AdviceParams] {
  const merged = Object.entries(EMPTY).map(([name, part]) => [name, { ...part, ...change[name as keyof Report] }])
  const ground: AdviceGround = {
    report: Object.fromEntries(merged) as Report,
    need,
    thresholds,
    staff: [
      { id: 's1', name: '林小雨' },
      { id: 's2', name: '王大力' },
    ],
    channels: [{ id: 'c1', name: '车展' }],
  }
  const { code, params } = adviseOn(key, ground)
  return [code.slice(key.length + 1), params]
}

const buckets = (A: number, B: number, C: number, D = 0, ungraded = 0) => ({ ungraded, A, B, C, D })
const due = (all: number, missed: number) => ({ due: all, onTime: all - missed, late: 0, missed })
const done = (all: number, suspect: number) => ({ done: all, reviewed: 0, approved: 0, suspect })

type Case = readonly [case_: string, change: Change, code: string, params: AdviceParams]

function table(key: ControlPointKey, cases: readonly Case[]): void {
  describe(key, () => {
    it.each(cases)('%s', (_, change, code, params) => {
      expect(said(key, change)).toEqual([code, params])
    })
  })
}

table('customerTypes', [
  ['nothing', {}, 'noStock', {}],
  [
    'B leaks more than it ripens, whatever else there is',
    { customerTypes: { moves: { 'B>C': 2, 'B>D': 1, 'B>lost': 4, 'B>A': 3 }, closing: buckets(1, 1, 1, 0, 5) } },
    'leakFromB',
    { leaks: 7, down: 3, lost: 4, up: 3 },
  ],
  [
    'as many up as out is no leak',
    { customerTypes: { moves: { 'B>lost': 4, 'B>A': 4 }, closing: buckets(1, 1, 1, 0, 5) } },
    'ungraded',
    { count: 5, open: 8 },
  ],
  ['no target', { customerTypes: { closing: buckets(4, 0, 0), stockValue: 2 } }, 'noTarget', { stockValue: 2 }],
  [
    'too thin',
    {
      customerTypes: { closing: buckets(4, 0, 0), stockValue: 2, stockCoverage: 0.5 },
      targetProgress: { remaining: 4 },
    },
    'thinStock',
    { stockValue: 2, remaining: 4 },
  ],
])

table('infoCapture', [
  ['nobody came', {}, 'noVisitors', {}],
  [
    'the furthest below the store, of those with ten visitors',
    {
      infoCapture: {
        N: 40,
        captured: 16,
        K: 0.4,
        byStaff: { s1: { N: 10, captured: 1 }, s2: { N: 9, captured: 0 }, s3: { N: 21, captured: 15 } },
      },
    },
    'personBehind',
    { name: '林小雨', captured: 1, N: 10, rate: 0.1, storeRate: 0.4 },
  ],
  [
    'people alike, below the limit: the most common reason',
    {
      infoCapture: {
        N: 20,
        captured: 7,
        K: 0.35,
        byStaff: { s1: { N: 20, captured: 7 } },
        notCapturedReasons: { refused: 4, just_looking: 9 },
      },
    },
    'topReason',
    { reason: 'just_looking', count: 9, missed: 13 },
  ],
  [
    'no reason was noted',
    { infoCapture: { N: 20, captured: 7, K: 0.35, notCapturedReasons: { '': 13 } } },
    'noReason',
    { count: 13 },
  ],
  ['good', { infoCapture: { N: 10, captured: 4, K: 0.4 } }, 'holding', { captured: 4, N: 10, rate: 0.4 }],
])

table('visitorRecording', [
  ['nothing logged', {}, 'nothingLogged', {}],
  [
    'days without entry come first',
    { visitorRecording: { visits: 50, openDaysWithoutEntry: 2, logged: 40, counted: 80, completeness: 0.5 } },
    'daysWithoutEntry',
    { count: 2 },
  ],
  [
    'arrivals missing against the door',
    { visitorRecording: { visits: 50, openDaysWithoutEntry: 0, logged: 40, counted: 50, completeness: 0.8 } },
    'missingArrivals',
    { missing: 10, logged: 40, counted: 50 },
  ],
  [
    'from memory',
    { visitorRecording: { visits: 50, openDaysWithoutEntry: 0, lateEntries: 10, lateShare: 0.2 } },
    'lateEntries',
    { count: 10, visits: 50, rate: 0.2 },
  ],
  ['no door count', { visitorRecording: { visits: 50, openDaysWithoutEntry: 0, lateShare: 0 } }, 'noDoorCount', {}],
  [
    'a person has no door',
    { scope: { staffId: 's1' }, visitorRecording: { visits: 50, openDaysWithoutEntry: null, lateShare: 0 } },
    'holding',
    { visits: 50 },
  ],
])

table('leadAllocation', [
  ['no leads', {}, 'noLeads', {}],
  ['nobody has them', { leadAllocation: { open: 9, openUnassigned: 2, orphaned: 3 } }, 'unassigned', { count: 2 }],
  ['who left has them', { leadAllocation: { open: 9, orphaned: 3 } }, 'orphaned', { count: 3 }],
  [
    'slow',
    { leadAllocation: { open: 9, created: 10, assignedInTime: 5, withinResponse: 0.5 } },
    'slow',
    { late: 5, created: 10 },
  ],
  [
    'one desk too full',
    { leadAllocation: { open: 40, balance: 1.8, openByStaff: { s1: 4, s2: 36 } } },
    'unbalanced',
    { name: '王大力', count: 36, times: 1.8 },
  ],
  [
    'idle',
    { leadAllocation: { open: 10, idle: 4, idleByStaff: { s1: 3, s2: 1 } } },
    'idle',
    { idle: 4, open: 10, name: '林小雨', count: 3 },
  ],
  [
    'idle, on a person’s own board',
    { scope: { staffId: 's1' }, leadAllocation: { open: 10, idle: 4, idleByStaff: { s1: 4 } } },
    'idleOwn',
    { idle: 4, open: 10 },
  ],
])

table('followUpAudit', [
  ['nothing done', {}, 'noneDone', {}],
  [
    'questions to one person',
    { followUpAudit: { done: 50, coverage: 0, byStaff: { s1: done(20, 3), s2: done(30, 2) } } },
    'askAbout',
    { name: '林小雨', count: 3, done: 20 },
  ],
  [
    'two questions name nobody; 3 of 50 read, 12 more make 30%',
    { followUpAudit: { done: 50, reviewed: 3, coverage: 0.06, byStaff: { s1: done(50, 2) } } },
    'reviewMore',
    { reviewed: 3, done: 50, more: 12, rate: 0.3 },
  ],
])

table('followUpWorkload', [
  ['nothing due', {}, 'nothingDue', {}],
  [
    'most missed',
    { followUpWorkload: { ...due(30, 9), byStaff: { s1: due(10, 2), s2: due(20, 7) } } },
    'missed',
    { name: '王大力', count: 7, due: 20, missed: 9 },
  ],
  [
    'missed, on a person’s own board',
    { scope: { staffId: 's1' }, followUpWorkload: { ...due(10, 2), byStaff: { s1: due(10, 2) } } },
    'missedOwn',
    { due: 10, missed: 2 },
  ],
  ['never called', { funnel: { owned: 12, worked: 5 } }, 'unworked', { count: 7, owned: 12 }],
  ['late', { followUpWorkload: { ...due(30, 0), late: 4 } }, 'late', { count: 4, due: 30 }],
])

table('sellingSkill', [
  ['nobody worked', {}, 'noneWorked', {}],
  [
    'few leads: an interval, no verdict',
    { funnel: { worked: 19, won: 4, C: 4 / 19 }, sellingSkill: { interval: [0.09, 0.43] } },
    'smallSample',
    { won: 4, worked: 19, lowRate: 0.09, highRate: 0.43 },
  ],
  [
    'a person whose whole interval lies below the store',
    {
      funnel: { worked: 100, won: 30, C: 0.3 },
      sellingSkill: {
        interval: [0.2, 0.4],
        byStaff: { s1: { owned: 60, worked: 50, won: 3 }, s2: { owned: 60, worked: 50, won: 27 } },
      },
    },
    'personBehind',
    { name: '林小雨', worked: 50, won: 3, rate: 0.06, storeRate: 0.3 },
  ],
  [
    'A closes worse than B',
    {
      funnel: { worked: 40, won: 10, C: 0.25 },
      sellingSkill: { interval: [0.14, 0.4] },
      customerTypes: {
        workedByGrade: buckets(10, 20, 10),
        wonByGrade: buckets(2, 8, 0),
        closingRate: { A: 0.2, B: 0.4, C: 0, D: null },
      },
    },
    'gradeBehind',
    { grade: 'A', rate: 0.2, won: 2, worked: 10, otherGrade: 'B', otherRate: 0.4 },
  ],
  [
    'the reason most are lost for',
    {
      funnel: { worked: 40, won: 10, C: 0.25 },
      sellingSkill: { interval: [0.14, 0.4], lossReasons: { price: 5, competitor: 2 } },
    },
    'lossReason',
    { reason: 'price', count: 5, lost: 7 },
  ],
])

table('leadSources', [
  ['no channels', {}, 'noChannels', {}],
  [
    'cost without a deal',
    { leadSources: { byChannel: { c1: { ...SOURCE, won: 0, grossProfit: 0, roi: -1, costPerDeal: null } } } },
    'costWithoutDeal',
    { channel: '车展', costYuan: 1000, N: 20 },
  ],
  [
    'the channel that loses most',
    { leadSources: { byChannel: { c1: { ...SOURCE, grossProfit: 400, roi: -0.6 }, c2: SOURCE } } },
    'negativeRoi',
    { channel: '车展', won: 1, costPerDealYuan: 1000, costYuan: 1000, profitYuan: 400, roiRate: -0.6 },
  ],
  ['no costs entered', { leadSources: { byChannel: { c1: { ...SOURCE, cost: null, roi: null } } } }, 'noCosts', {}],
  ['none loses', { funnel: { N: 20 }, leadSources: { byChannel: { c1: SOURCE } } }, 'holding', { N: 20 }],
])

describe('leadSources', () => {
  it('short of what the target needs, rounded to whole visitors', () => {
    const change = { funnel: { N: 20 }, leadSources: { byChannel: { c1: SOURCE } } }
    expect(said('leadSources', change, 24.2)).toEqual(['shortOfNeed', { N: 20, need: 25, missing: 5 }])
  })
})

table('targetProgress', [
  ['no target', {}, 'noTarget', {}],
  ['reached', { targetProgress: { target: 10, actual: 11, remaining: 0 } }, 'reached', { actual: 11, target: 10 }],
  [
    '5 in 10 days',
    { targetProgress: { target: 10, actual: 5, remaining: 5, openDaysLeft: 10 } },
    'perDay',
    { remaining: 5, days: 10, perDay: 0.5 },
  ],
  [
    'over and short',
    { targetProgress: { target: 10, actual: 5, remaining: 5, openDaysLeft: 0 } },
    'short',
    { actual: 5, target: 10, remaining: 5 },
  ],
])

describe('every control point', () => {
  it.each(CONTROL_POINTS)('%s says something about an empty store', (key) => {
    expect(ADVICE_CODES).toContain(`${key}.${said(key, {})[0]}`)
  })
})

describe('the store’s own limits', () => {
  const visitors = { infoCapture: { N: 100, captured: 36, K: 0.36, notCapturedReasons: { refused: 9 } } }
  it('decide what is worth a word', () => {
    expect(said('infoCapture', visitors)[0]).toBe('topReason')
    const easier = thresholdsWith({ infoCapture: { amberFrom: 0.2, greenFrom: 0.35 } })
    expect(said('infoCapture', visitors, null, easier)[0]).toBe('holding')
    const audit = { followUpAudit: { done: 100, reviewed: 30, coverage: 0.3 } }
    expect(said('followUpAudit', audit)[0]).toBe('holding')
    const stricter = thresholdsWith({ followUpAudit: { amberFrom: 0.1, greenFrom: 0.5 } })
    expect(said('followUpAudit', audit, null, stricter)).toEqual([
      'reviewMore',
      { reviewed: 30, done: 100, more: 20, rate: 0.5 },
    ])
  })
})
