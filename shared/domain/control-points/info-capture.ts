import { countBy } from '../counting.ts'
import type { Facts } from '../facts.ts'
import type { CountedFigureKey } from '../figures.ts'
import type { Funnel } from '../funnel.ts'

export type CaptureCount = { readonly N: number; readonly captured: number }
export type InfoCapture = {
  readonly N: number
  readonly captured: number
  readonly K: number | null
  readonly byStaff: Readonly<Record<string, CaptureCount>>
  readonly byChannel: Readonly<Record<string, CaptureCount>>
  /** Of the visits without a lead, by reason; '' when none was given. */
  readonly notCapturedReasons: Readonly<Record<string, number>>
}

/** Control point 2: how many of those who came left a contact. */
export function infoCapture(facts: Facts, funnel: Funnel): InfoCapture {
  return {
    N: funnel.N,
    captured: funnel.captured,
    K: funnel.K,
    byStaff: captureBy(facts, 'infoCapture.byStaff.N', 'infoCapture.byStaff.captured'),
    byChannel: captureBy(facts, 'infoCapture.byChannel.N', 'infoCapture.byChannel.captured'),
    notCapturedReasons: countBy(facts, 'infoCapture.notCapturedReasons'),
  }
}

function captureBy(facts: Facts, all: CountedFigureKey, part: CountedFigureKey): Record<string, CaptureCount> {
  const captured = new Map(Object.entries(countBy(facts, part)))
  return Object.fromEntries(
    Object.entries(countBy(facts, all)).map(([id, N]) => [id, { N, captured: captured.get(id) ?? 0 }]),
  )
}
