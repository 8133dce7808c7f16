import type { ControlPointKey } from '../control-points/keys.ts'
import type { ChannelFact, StaffFact } from '../facts.ts'
import type { Thresholds } from '../lights.ts'
import type { Report } from '../report.ts'
import { aboutCustomerTypes, aboutLeadAllocation, aboutTargetProgress } from './about-stock.ts'
import { aboutInfoCapture, aboutLeadSources, aboutVisitorRecording } from './about-visitors.ts'
import { aboutFollowUpAudit, aboutFollowUpWorkload, aboutSellingSkill } from './about-work.ts'
import type { Advice } from './advice-codes.ts'

/** What a sentence may draw on: the report, the N the target needs by now, the limits of the lights, and who is who. */
export type AdviceGround = {
  readonly report: Report
  readonly need: number | null
  readonly thresholds: Thresholds
  readonly staff: readonly Pick<StaffFact, 'id' | 'name'>[]
  readonly channels: readonly Pick<ChannelFact, 'id' | 'name'>[]
}

/** One sentence per control point: the most useful thing to do next that its figures support (domain.md 5). */
export function adviseOn(key: ControlPointKey, ground: AdviceGround): Advice {
  switch (key) {
    case 'customerTypes':
      return aboutCustomerTypes(ground)
    case 'infoCapture':
      return aboutInfoCapture(ground)
    case 'visitorRecording':
      return aboutVisitorRecording(ground)
    case 'leadAllocation':
      return aboutLeadAllocation(ground)
    case 'followUpAudit':
      return aboutFollowUpAudit(ground)
    case 'followUpWorkload':
      return aboutFollowUpWorkload(ground)
    case 'sellingSkill':
      return aboutSellingSkill(ground)
    case 'leadSources':
      return aboutLeadSources(ground)
    case 'targetProgress':
      return aboutTargetProgress(ground)
  }
}
