/** The nine control points in their order (domain.md 5). */
export const CONTROL_POINTS = [
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
export type ControlPointKey = (typeof CONTROL_POINTS)[number]
