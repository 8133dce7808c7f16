import { CONTROL_POINTS, type ControlPointKey } from '../../../shared/domain/control-points/keys.ts'

/** The factor of N x K x F x C each control point works on (domain.md 5); null is all of them. */
export const LETTERS: Readonly<Record<ControlPointKey, string | null>> = {
  customerTypes: 'P',
  infoCapture: 'K',
  visitorRecording: 'K',
  leadAllocation: 'K',
  followUpAudit: 'F',
  followUpWorkload: 'F',
  sellingSkill: 'C',
  leadSources: 'N',
  targetProgress: null,
}

/** 1 to 9. */
export function numberOf(key: ControlPointKey): number {
  return CONTROL_POINTS.indexOf(key) + 1
}

export function isControlPoint(text: string | undefined): text is ControlPointKey {
  return (CONTROL_POINTS as readonly string[]).includes(text ?? '')
}

/** Shares of something that cannot exceed it are read to a decimal; coverage, pace and the like may pass 100% and are not. */
export function headlinePlaces(key: ControlPointKey): 0 | 1 {
  return key === 'customerTypes' || key === 'leadSources' || key === 'targetProgress' ? 0 : 1
}
