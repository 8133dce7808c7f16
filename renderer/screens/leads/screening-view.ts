import type { InputOf } from '../../../shared/contract/contract.ts'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import { expectedDay, sameFacts } from '../../../shared/domain/screening/answers.ts'
import { decideGrade, type GradeAnswer } from '../../../shared/domain/screening/decide-grade.ts'
import { monthsUntil } from '../../../shared/domain/screening/facts.ts'
import type { RuleSet } from '../../../shared/domain/screening/rule-set.ts'
import { type Screening, screen } from '../../../shared/domain/screening/screen.ts'
import type { BusinessDate } from '../../../shared/values/business-date.ts'
import type { Grade, Stage } from '../../../shared/values/grade.ts'
import type { Cadence } from '../../components/floor/next-dates.ts'

type YesNo = 'yes' | 'no' | 'unknown'

/** The questions as they are answered on screen. */
export type ScreeningDraft = {
  readonly horizonMonths: number | null
  readonly selectionStarted: YesNo
  readonly wantsNewCar: YesNo
  readonly contentWithCurrent: YesNo
  readonly stage: Stage | 'unknown'
  readonly waitingFor: string
  readonly model: string
  readonly budget: string
  readonly decider: string
  readonly competitor: string
}

type LeadFacts = LeadProfile['facts']
type SentFacts = InputOf<'leads.screen'>['facts']

const yesNoOf = (value: boolean | null): YesNo => (value === null ? 'unknown' : value ? 'yes' : 'no')
const booleanOf = (value: YesNo): boolean | null => (value === 'unknown' ? null : value === 'yes')
const textOf = (value: string | undefined): string | null => {
  const text = value?.trim() ?? ''
  return text === '' ? null : text
}

/** What is known, laid out for answering; the horizon as it stands today, not as it was said then. */
export function draftOf(facts: LeadFacts, today: BusinessDate): ScreeningDraft {
  return {
    horizonMonths: facts.expectedOn === null ? facts.horizonMonths : monthsUntil(today, facts.expectedOn),
    selectionStarted: yesNoOf(facts.selectionStarted),
    wantsNewCar: yesNoOf(facts.wantsNewCar),
    contentWithCurrent: yesNoOf(facts.contentWithCurrent),
    stage: facts.stage ?? 'unknown',
    waitingFor: facts.waitingFor ?? '',
    model: facts.model ?? '',
    budget: facts.budget ?? '',
    decider: facts.decider ?? '',
    competitor: facts.competitor ?? '',
  }
}

export function factsOf(draft: ScreeningDraft): SentFacts {
  return {
    horizonMonths: draft.horizonMonths,
    selectionStarted: booleanOf(draft.selectionStarted),
    wantsNewCar: booleanOf(draft.wantsNewCar),
    contentWithCurrent: booleanOf(draft.contentWithCurrent),
    stage: draft.stage === 'unknown' ? null : draft.stage,
    waitingFor: textOf(draft.waitingFor),
    model: textOf(draft.model),
    budget: textOf(draft.budget),
    decider: textOf(draft.decider),
    competitor: textOf(draft.competitor),
  }
}

export type Verdict = {
  readonly screening: Screening
  readonly expectedOn: BusinessDate | null
  /** What saving now would write. Not ok: another grade was chosen and nobody has said why. */
  readonly decision: GradeAnswer
}

type Question = {
  readonly draft: ScreeningDraft
  readonly lead: Pick<LeadProfile, 'facts' | 'grade' | 'overrideReason'>
  readonly chosen: Grade | null
  readonly reason: string
  readonly today: BusinessDate
  readonly cadence: Cadence
  readonly ruleSet: RuleSet
}

/** The grade that the answers on screen lead to, by the same rules that will save it. */
export function verdictOf({ draft, lead, chosen, reason, today, cadence, ruleSet }: Question): Verdict {
  const expectedOn = expectedDay(today, draft.horizonMonths, lead.facts.expectedOn)
  const { model: _, ...answered } = factsOf(draft)
  const facts = { ...answered, expectedOn } as Parameters<typeof screen>[0]
  const screening = screen(facts, ruleSet, { today, ...cadence })
  const isOverridden = lead.overrideReason !== null
  const current = {
    grade: lead.grade,
    reason: lead.overrideReason,
    source: isOverridden ? 'override' : 'rules',
  } as const
  const decision = decideGrade({
    proposed: screening.grade,
    current: current.grade === null ? null : { ...current, grade: current.grade },
    factsChanged: !sameFacts(facts, lead.facts),
    ...(chosen === null ? {} : { override: { grade: chosen, reason } }),
  })
  return { screening, expectedOn, decision }
}

/** The answers that differ between what is on screen and what somebody else has saved meanwhile. */
export function differences(draft: ScreeningDraft, theirs: ScreeningDraft): (keyof ScreeningDraft)[] {
  const names = Object.keys(draft) as (keyof ScreeningDraft)[]
  return names.filter((name) => (draft[name] ?? '') !== (theirs[name] ?? ''))
}
