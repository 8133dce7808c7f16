import { funnelOf } from './cohort.ts'
import { followUpAuditOf, followUpWorkloadOf } from './follow-up-sections.ts'
import { customerTypesOf, leadAllocationOf, sellingSkillOf } from './lead-sections.ts'
import type { Tables } from './tables.ts'
import { infoCaptureOf, leadSourcesOf, targetProgressOf, visitorRecordingOf } from './visitor-sections.ts'
import { type OracleQuery, worldOf } from './world.ts'

/**
 * The report as interchange.md words it, straight from the rows of the files and with nothing of the engine: slow, and plain enough
 * to be held against the text sentence by sentence (quoted where they are followed). Money in yuan.
 */
export function oracleReport(tables: Tables, query: OracleQuery) {
  const world = worldOf(tables, query)
  return {
    period: { from: query.from, to: query.to, asOf: query.asOf },
    scope: { staffId: query.staffId },
    funnel: funnelOf(world),
    customerTypes: customerTypesOf(world),
    infoCapture: infoCaptureOf(world),
    visitorRecording: visitorRecordingOf(world),
    leadAllocation: leadAllocationOf(world),
    followUpAudit: followUpAuditOf(world),
    followUpWorkload: followUpWorkloadOf(world),
    sellingSkill: sellingSkillOf(world),
    leadSources: leadSourcesOf(world),
    targetProgress: targetProgressOf(world),
  }
}
