import { z } from 'zod'
import { count, date, id, optionalId, page } from './fields.ts'
import { SALES, operation } from './operation.ts'
import type { Report } from '../domain/report.ts'

export const CONTROL_POINT_KEYS = [
  'customerTypes',
  'infoCapture',
  'visitorRecording',
  'leadAllocation',
  'followUpAudit',
  'followUpWorkload',
  'sellingSkill',
  'leadSources',
  'targetProgress',
] as const
export type ControlPointKey = (typeof CONTROL_POINT_KEYS)[number]

export const light = z.enum(['red', 'amber', 'green', 'unknown'])

/** The period a board is about; a salesperson always gets their own. */
export const scope = z.object({ from: date, to: date, asOf: date.nullable(), staffId: optionalId })

/** What to do about it: the sentence stands in the dictionaries under `advice.<code>`. */
export const advice = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })

export const tile = z.object({
  key: z.enum(CONTROL_POINT_KEYS),
  headline: z.number().nullable(),
  light,
  trend: z.array(z.object({ from: date, to: date, headline: z.number().nullable() })),
  advice,
})
export type Tile = z.infer<typeof tile>

/** The report exactly as interchange.md lays it out, and more keys beside. */
const report = z.custom<Report>()

export const forecast = z.object({
  deals: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  requiredDeals: z.number().nullable(),
  fromStock: z.number().nullable(),
  requiredWorked: z.number().nullable(),
  requiredCaptured: z.number().nullable(),
  requiredN: z.number().nullable(),
})

export const recordRow = z.object({
  kind: z.enum(['visit', 'lead', 'followUp', 'deal', 'day']),
  id: z.string(),
  leadId: id.nullable(),
  customerName: z.string().nullable(),
  phone: z.string().nullable(),
  staffName: z.string().nullable(),
  date: z.string().nullable(),
  /** A short code of what makes it count (a move, a grade, an outcome); `detail.<code>` where it is a word. */
  code: z.string().nullable(),
  note: z.string().nullable(),
})
export type RecordRow = z.infer<typeof recordRow>

export const board = {
  show: operation({
    kind: 'query',
    about: 'All nine tiles: headline, light, the last 12 periods, and what to do next.',
    access: { roles: SALES, own: 'no' },
    input: scope,
    output: z.object({ asOf: date, tiles: z.array(tile).length(9), report, nNeeded: z.number().nullable() }),
  }),
  point: operation({
    kind: 'query',
    about: 'One control point’s page: the report of the scope and of each person.',
    access: { roles: SALES, own: 'no' },
    input: scope.extend({ key: z.enum(CONTROL_POINT_KEYS) }),
    output: z.object({
      asOf: date,
      tile,
      report,
      people: z.array(
        z.object({
          staffId: id,
          name: z.string(),
          active: z.boolean(),
          headline: z.number().nullable(),
          light,
          report,
        }),
      ),
      forecast,
      nNeeded: z.number().nullable(),
    }),
  }),
  records: operation({
    kind: 'query',
    about: 'The records behind a figure; `total` is the figure.',
    access: { roles: SALES, own: 'no' },
    input: scope.extend({ figure: z.string().max(80), param: z.string().max(200).nullable(), ...page }),
    output: z.object({ total: count, rows: z.array(recordRow) }),
  }),
}
