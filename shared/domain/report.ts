import { type CustomerTypes, customerTypes } from './control-points/customer-types.ts'
import { type FollowUpAudit, followUpAudit } from './control-points/follow-up-audit.ts'
import { type FollowUpWorkload, followUpWorkload } from './control-points/follow-up-workload.ts'
import { type InfoCapture, infoCapture } from './control-points/info-capture.ts'
import { type LeadAllocation, leadAllocation } from './control-points/lead-allocation.ts'
import { type LeadSources, leadSources } from './control-points/lead-sources.ts'
import { type SellingSkill, sellingSkill } from './control-points/selling-skill.ts'
import { type TargetProgress, targetProgress } from './control-points/target-progress.ts'
import { type VisitorRecording, visitorRecording } from './control-points/visitor-recording.ts'
import type { Facts, ReportQuery } from './facts.ts'
import { type Funnel, funnelOf } from './funnel.ts'

/** The report of interchange.md, with further keys beside those it names. */
export type Report = {
  readonly period: Pick<ReportQuery, 'from' | 'to' | 'asOf'>
  readonly scope: Pick<ReportQuery, 'staffId'>
  readonly funnel: Funnel
  readonly customerTypes: CustomerTypes
  readonly infoCapture: InfoCapture
  readonly visitorRecording: VisitorRecording
  readonly leadAllocation: LeadAllocation
  readonly followUpAudit: FollowUpAudit
  readonly followUpWorkload: FollowUpWorkload
  readonly sellingSkill: SellingSkill
  readonly leadSources: LeadSources
  readonly targetProgress: TargetProgress
}

/** Counts into figures: the one place where a number of the report comes from. */
export function buildReport(facts: Facts): Report {
  const { from, to, asOf, staffId } = facts.query
  const funnel = funnelOf(facts)
  const progress = targetProgress(facts)
  return {
    period: { from, to, asOf },
    scope: { staffId },
    funnel,
    customerTypes: customerTypes(facts, progress.remaining),
    infoCapture: infoCapture(facts, funnel),
    visitorRecording: visitorRecording(facts),
    leadAllocation: leadAllocation(facts),
    followUpAudit: followUpAudit(facts),
    followUpWorkload: followUpWorkload(facts),
    sellingSkill: sellingSkill(facts, funnel),
    leadSources: leadSources(facts),
    targetProgress: progress,
  }
}
