/** What can be said about each control point; the sentences stand in the dictionaries under `board.advice`. */
export const ADVICE_CODES = [
  'customerTypes.noStock',
  'customerTypes.leakFromB',
  'customerTypes.ungraded',
  'customerTypes.thinStock',
  'customerTypes.noTarget',
  'customerTypes.holding',
  'infoCapture.noVisitors',
  'infoCapture.personBehind',
  'infoCapture.topReason',
  'infoCapture.noReason',
  'infoCapture.holding',
  'visitorRecording.nothingLogged',
  'visitorRecording.daysWithoutEntry',
  'visitorRecording.missingArrivals',
  'visitorRecording.lateEntries',
  'visitorRecording.noDoorCount',
  'visitorRecording.holding',
  'leadAllocation.noLeads',
  'leadAllocation.unassigned',
  'leadAllocation.orphaned',
  'leadAllocation.slow',
  'leadAllocation.idle',
  'leadAllocation.idleOwn',
  'leadAllocation.unbalanced',
  'leadAllocation.holding',
  'followUpAudit.noneDone',
  'followUpAudit.askAbout',
  'followUpAudit.reviewMore',
  'followUpAudit.holding',
  'followUpWorkload.nothingDue',
  'followUpWorkload.missed',
  'followUpWorkload.missedOwn',
  'followUpWorkload.unworked',
  'followUpWorkload.late',
  'followUpWorkload.holding',
  'sellingSkill.noneWorked',
  'sellingSkill.smallSample',
  'sellingSkill.gradeBehind',
  'sellingSkill.personBehind',
  'sellingSkill.lossReason',
  'sellingSkill.holding',
  'leadSources.noChannels',
  'leadSources.costWithoutDeal',
  'leadSources.negativeRoi',
  'leadSources.shortOfNeed',
  'leadSources.noCosts',
  'leadSources.holding',
  'targetProgress.noTarget',
  'targetProgress.reached',
  'targetProgress.short',
  'targetProgress.perDay',
] as const
export type AdviceCode = (typeof ADVICE_CODES)[number]

/**
 * What the sentence says in numbers and names. A name that ends in `Rate` is a ratio, one in `Yuan` money; `name` is a person,
 * `channel` a channel, `reason` a code of the vocabulary.
 */
export type AdviceParams = Readonly<Record<string, string | number>>
export type Advice = { readonly code: AdviceCode; readonly params: AdviceParams }

export function say(code: AdviceCode, params: AdviceParams = {}): Advice {
  return { code, params }
}
