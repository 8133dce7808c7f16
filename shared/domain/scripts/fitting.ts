import type { Grade, LeadStatus, Stage } from '../../values/grade.ts'
import type { FollowUpMethod, FollowUpOutcome, ScriptPurpose } from '../../values/vocabulary.ts'

type Aim = { readonly purpose: ScriptPurpose; readonly grade: Grade | null; readonly stage: Stage | null }

/** What decides which words fit: how far the lead is, and what came last. */
export type Moment = {
  readonly grade: Grade | null
  readonly stage: Stage | null
  readonly status: LeadStatus
  /** Since the lead was captured. */
  readonly ageDays: number
  /** The newest contact that was made; null while nobody has made one. */
  readonly lastContact: { readonly method: FollowUpMethod | null; readonly outcome: FollowUpOutcome | null } | null
}

/** Thanks for a visit are for the day of the visit and the day after. */
const FIRST_CALL_DAYS = 1

/** Whether now is the moment for a purpose; null where any moment with an open lead is. */
function isMomentFor(purpose: ScriptPurpose, { status, ageDays, lastContact }: Moment): boolean | null {
  switch (purpose) {
    case 'first_call':
      return lastContact === null && status === 'open' && ageDays <= FIRST_CALL_DAYS
    case 'confirm_visit':
      return lastContact?.outcome === 'appointment'
    case 'after_test_drive':
      return lastContact?.method === 'test_drive'
    case 'win_back':
      return status === 'lost' || status === 'dormant'
    case 'referral':
      return status === 'won'
    default:
      return null
  }
}

/** How well a script fits a lead: 0 not at all, more the closer it is meant for its moment, its grade and its stage. */
function fitOf({ purpose, grade, stage }: Aim, lead: Moment): number {
  const isMoment = isMomentFor(purpose, lead)
  const isLive = lead.status === 'open' || lead.status === 'dormant'
  const isAim = (grade === null || grade === lead.grade) && (stage === null || stage === lead.stage)
  if (!isAim || !(isMoment ?? isLive)) return 0
  return 1 + (isMoment === null ? 0 : 4) + (grade === null ? 0 : 2) + (stage === null ? 0 : 1)
}

/** Those that fit first, the closest before the general, each otherwise in the order given. */
export function orderForLead<S extends Aim>(scripts: readonly S[], lead: Moment): (S & { readonly fits: boolean })[] {
  return scripts
    .map((script) => ({ script, fit: fitOf(script, lead) }))
    .sort((a, b) => b.fit - a.fit)
    .map(({ script, fit }) => ({ ...script, fits: fit > 0 }))
}
