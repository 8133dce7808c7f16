import { z } from 'zod'
import { ADVICE_CODES } from '../domain/advice/advice-codes.ts'
import { BREAKDOWN_KEYS, type BreakdownCell, type BreakdownKey } from '../domain/breakdowns.ts'
import { CONTROL_POINTS } from '../domain/control-points/keys.ts'
import { FIGURE_KEYS } from '../domain/figures.ts'
import type { Forecast, StillRequired } from '../domain/forecast.ts'
import type { Funnel } from '../domain/funnel.ts'
import type { Report } from '../domain/report.ts'
import type { CurveDay } from '../domain/targets/target-curve.ts'
import { date, id, optionalId, page, tally } from './fields.ts'
import { operation, SALES } from './operation.ts'

export const light = z.enum(['red', 'amber', 'green', 'unknown'])

/** The period a board is about; null asOf is the earlier of `to` and today. A salesperson may only name themself. */
export const scope = z.object({ from: date, to: date, asOf: date.nullable(), staffId: optionalId })
export type Scope = z.input<typeof scope>

/** What to do about it: the sentence stands in the dictionaries under `board.advice.<code>`. */
const advice = z.object({
  code: z.enum(ADVICE_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const threshold = z.object({
  amberFrom: z.number(),
  greenFrom: z.number(),
  source: z.enum(['method', 'ours', 'store']),
})

/** A judged figure: null is unknown, and its light then too. */
const judged = { headline: z.number().nullable(), light, threshold }

export const tile = z.object({
  key: z.enum(CONTROL_POINTS),
  ...judged,
  /** What stands beside the headline with a light of its own: compliance beside F, else null. */
  beside: z.object(judged).nullable(),
  /** Oldest first, the chosen period last; each as of `asOf`. */
  trend: z.array(z.object({ from: date, to: date, asOf: date, headline: z.number().nullable() })),
  advice,
})
export type Tile = z.infer<typeof tile>

/** The report exactly as interchange.md lays it out, and more keys beside. */
const report = z.custom<Report>()

const person = z.object({
  staffId: id,
  name: z.string(),
  active: z.boolean(),
  dailyCapacity: z.number().nullable(),
  headline: z.number().nullable(),
  light,
  report,
})
export type BoardPerson = z.infer<typeof person>

/** One record behind a figure. `detail` is a code of the figure's set: 'C>B', a grade, 'late', 'a,c' for suspicions. */
export const recordRow = z.object({
  kind: z.enum(['visit', 'lead', 'followUp', 'deal', 'day']),
  id: z.string(),
  leadId: id.nullable(),
  customerName: z.string().nullable(),
  phone: z.string().nullable(),
  staffName: z.string().nullable(),
  date,
  detail: z.string().nullable(),
  note: z.string().nullable(),
})
export type RecordRow = z.infer<typeof recordRow>

export const board = {
  show: operation({
    kind: 'query',
    about: 'All nine tiles: headline, light, the last 12 periods, and what to do next.',
    access: { roles: SALES, own: 'no' },
    audit: 'no',
    input: scope,
    output: z.object({ asOf: date, tiles: z.array(tile).length(9), report, nNeeded: z.number().nullable() }),
  }),
  point: operation({
    kind: 'query',
    about: 'One control point’s page: the report of the scope and of each person.',
    access: { roles: SALES, own: 'no' },
    audit: 'no',
    input: scope.extend({ key: z.enum(CONTROL_POINTS) }),
    output: z.object({
      asOf: date,
      tile,
      report,
      people: z.array(person),
      channels: z.array(z.object({ id, name: z.string(), group: z.enum(['walk_in', 'referral', 'outbound']) })),
      /** Null without an open day of experience. */
      forecast: z.custom<Forecast | null>(),
      /** What the door counted, of days on which anybody counted; the store's alone. */
      doorCounts: z.array(z.object({ date, count: tally })),
      /** The period day by day against its target, for the curves of points 8 and 9. */
      curve: z.custom<readonly CurveDay[]>(),
      stillRequired: z.custom<StillRequired>(),
      nNeeded: z.number().nullable(),
      /** K, F and C of the 90 days before, on which the need stands. */
      experience: z.custom<Funnel>(),
    }),
  }),
  records: operation({
    kind: 'query',
    about: 'The records behind a figure; `total` is the figure.',
    access: { roles: SALES, own: 'no' },
    audit: 'lists_customers',
    input: scope.extend({
      figure: z.enum([...FIGURE_KEYS, ...BREAKDOWN_KEYS, 'visitorRecording.openDaysWithoutEntry']),
      param: z.string().max(400).nullable(),
      ...page,
    }),
    output: z.object({ total: tally, rows: z.array(recordRow) }),
  }),
  breakdown: operation({
    kind: 'query',
    about:
      'Counts of the report broken down for a chart; each cell opens in `records` under the same figure and its `param`.',
    access: { roles: SALES, own: 'no' },
    audit: 'no',
    input: scope.extend({ figures: z.array(z.enum(BREAKDOWN_KEYS)).min(1).max(12) }),
    output: z.object({ cells: z.custom<Readonly<Partial<Record<BreakdownKey, readonly BreakdownCell[]>>>>() }),
  }),
}
