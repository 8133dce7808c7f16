import type { ControlPointKey } from '../../../shared/domain/control-points/keys.ts'
import type { Report } from '../../../shared/domain/report.ts'
import type { zh } from '../../i18n/zh.ts'

/** Why a figure is not known: the sentence stands under `board.why`. */
export type Why = keyof typeof zh.board.why

/** Why a headline is a dash, as the report knows it. */
export function whyUnknown(key: ControlPointKey, { targetProgress, scope }: Report): Why {
  switch (key) {
    case 'customerTypes':
      return targetProgress.remaining === null ? 'noTarget' : 'targetReached'
    case 'infoCapture':
      return 'noVisitors'
    case 'visitorRecording':
      return scope.staffId === null ? 'noDoorCount' : 'storeOnly'
    case 'leadAllocation':
      return 'noNewLeads'
    case 'followUpAudit':
      return 'noneDone'
    case 'followUpWorkload':
      return 'noneCaptured'
    case 'sellingSkill':
      return 'noneWorked'
    case 'leadSources':
      return targetProgress.target === null ? 'noTarget' : 'noExperience'
    case 'targetProgress':
      return 'noTarget'
  }
}
