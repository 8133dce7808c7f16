import type { ControlPointKey } from './control-points/keys.ts'
import { chain, ratio } from './measures/ratio.ts'
import type { Report } from './report.ts'

export type Light = 'red' | 'amber' | 'green' | 'unknown'
/** The nine headlines, and compliance, which stands beside F. */
export type LightKey = ControlPointKey | 'compliance'
/** Red below `amberFrom`, amber below `greenFrom`, green from there on. */
export type Threshold = {
  readonly amberFrom: number
  readonly greenFrom: number
  /** 'method' comes from the method itself, 'ours' is our own (domain.md 4), 'store' the store's; the screen says which. */
  readonly source: 'method' | 'ours' | 'store'
}
export type Thresholds = Readonly<Record<LightKey, Threshold>>
export type Limits = Pick<Threshold, 'amberFrom' | 'greenFrom'>

/** The defaults of domain.md 4; a store may set its own. */
export const DEFAULT_THRESHOLDS: Thresholds = {
  customerTypes: { amberFrom: 0.7, greenFrom: 1, source: 'ours' },
  infoCapture: { amberFrom: 0.3, greenFrom: 0.4, source: 'method' },
  visitorRecording: { amberFrom: 0.8, greenFrom: 0.9, source: 'ours' },
  leadAllocation: { amberFrom: 0.6, greenFrom: 0.8, source: 'ours' },
  followUpAudit: { amberFrom: 0.1, greenFrom: 0.3, source: 'ours' },
  followUpWorkload: { amberFrom: 0.4, greenFrom: 0.6, source: 'method' },
  sellingSkill: { amberFrom: 0.15, greenFrom: 0.2, source: 'method' },
  leadSources: { amberFrom: 0.8, greenFrom: 1, source: 'ours' },
  targetProgress: { amberFrom: 0.85, greenFrom: 1, source: 'ours' },
  compliance: { amberFrom: 0.7, greenFrom: 0.85, source: 'ours' },
}

/** In the order of the nine, compliance after F, beside which it stands. */
export const LIGHT_KEYS = [
  'customerTypes',
  'infoCapture',
  'visitorRecording',
  'leadAllocation',
  'followUpAudit',
  'followUpWorkload',
  'compliance',
  'sellingSkill',
  'leadSources',
  'targetProgress',
] as const satisfies readonly LightKey[]

/** The most a limit can sensibly be: a share is never over 100%, a comparison with what is needed can be. */
export function mostOf(key: LightKey): number {
  return key === 'customerTypes' || key === 'leadSources' || key === 'targetProgress' ? 3 : 1
}

/** The defaults, and where the store has limits of its own, those. Own limits that equal the default are the default. */
export function thresholdsWith(own: Readonly<Partial<Record<LightKey, Limits>>>): Thresholds {
  const of = (key: LightKey): Threshold => {
    const limits = own[key]
    return limits === undefined || isDefault(key, limits) ? DEFAULT_THRESHOLDS[key] : { ...limits, source: 'store' }
  }
  const all = LIGHT_KEYS.map((key) => [key, of(key)] as const)
  return Object.fromEntries(all) as Record<LightKey, Threshold>
}

export function isDefault(key: LightKey, { amberFrom, greenFrom }: Limits): boolean {
  return amberFrom === DEFAULT_THRESHOLDS[key].amberFrom && greenFrom === DEFAULT_THRESHOLDS[key].greenFrom
}

/** What speaks against limits, as a code per limit; nothing when they can be saved. */
export function limitFaults(key: LightKey, { amberFrom, greenFrom }: Limits): readonly LimitFault[] {
  const isOut = (limit: number) => !(limit >= 0 && limit <= mostOf(key))
  const out = (['amberFrom', 'greenFrom'] as const).filter((field) => isOut({ amberFrom, greenFrom }[field]))
  if (out.length > 0) return out.map((field) => ({ field, code: 'limit_out_of_range' }))
  return amberFrom > greenFrom ? [{ field: 'amberFrom', code: 'amber_above_green' }] : []
}
export type LimitFault = {
  readonly field: keyof Limits
  readonly code: 'limit_out_of_range' | 'amber_above_green'
}

/** The light of a headline; what is not known is never red. */
export function lightOf(key: LightKey, headline: number | null, thresholds: Thresholds): Light {
  if (headline === null) return 'unknown'
  const { amberFrom, greenFrom } = thresholds[key]
  if (headline < amberFrom) return 'red'
  return headline < greenFrom ? 'amber' : 'green'
}

/**
 * The one figure on each tile, in the order of the nine (domain.md 4). `need` is the N the target needs by now (neededVisitors),
 * null when that is not known.
 */
export function headlines(report: Report, need: number | null): Readonly<Record<ControlPointKey, number | null>> {
  return {
    customerTypes: report.customerTypes.stockCoverage,
    infoCapture: report.infoCapture.K,
    visitorRecording: report.visitorRecording.completeness,
    leadAllocation: report.leadAllocation.withinResponse,
    followUpAudit: report.followUpAudit.coverage,
    followUpWorkload: report.funnel.F,
    sellingSkill: report.sellingSkill.C,
    leadSources: ratio(report.funnel.N, need),
    targetProgress: report.targetProgress.pace,
  }
}

/**
 * N needed by now = target by open days so far / (K x F x C of the 90 days before the period), `before` being the report of
 * daysBefore(query). Null without a target, or when nobody who came in those days bought.
 */
export function neededVisitors(report: Report, before: Report): number | null {
  return ratio(report.targetProgress.expectedByNow, chain(before.funnel.K, before.funnel.F, before.funnel.C))
}
