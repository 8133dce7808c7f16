/** What a screen can be asked to open as soon as it is there (`?open=`, use-open-request.ts), by the palette or a key. */
export const VISIT_ASKS = ['visit', 'anonymous'] as const
export const LEAD_ASKS = ['followUp', 'testDrive', 'plan', 'order', 'loss', 'assign'] as const
export type VisitAsk = (typeof VISIT_ASKS)[number]
export type LeadAsk = (typeof LEAD_ASKS)[number]

/** The address of a screen with what it is to open. */
export function asking(path: string, ask: VisitAsk | LeadAsk, subject?: string): string {
  return `${path}?open=${ask}${subject === undefined ? '' : `:${encodeURIComponent(subject)}`}`
}
