import { DRAFT_STEPS, type DraftStep, type FileDraft } from '../../stores/import-draft.ts'
import { openValues, type ValueGroup, valueGroups } from './meaning-view.ts'
import { type Question, questionsOf } from './question-view.ts'

/** What a file still asks for, and where each of it is asked. */
export type OpenThings = {
  readonly groups: readonly ValueGroup[]
  readonly questions: readonly Question[]
  readonly lacksDate: boolean
  readonly openQuestions: number
  readonly openValues: number
  readonly total: number
}

export function openThings(draft: FileDraft, storeHasCustomers: boolean): OpenThings {
  const groups = valueGroups(draft.reading, draft.mapping, draft.accepted)
  const questions = questionsOf(draft, storeHasCustomers)
  const lacksDate = draft.mapping.columns.date === undefined
  const ofQuestions = questions.filter(({ isOpen }) => isOpen).length
  const ofValues = openValues(groups)
  const total = ofQuestions + ofValues + (lacksDate ? 1 : 0)
  return { groups, questions, lacksDate, openQuestions: ofQuestions, openValues: ofValues, total }
}

/** Where the first thing that is still missing is asked. */
export function stepOfFirstOpen(open: OpenThings): DraftStep {
  if (open.lacksDate) return 'columns'
  return open.openQuestions > 0 ? 'questions' : 'values'
}

/** The step after this one; steps that have nothing to ask are passed over. */
export function stepAfter(step: DraftStep, { questions, groups }: OpenThings): DraftStep {
  const later = DRAFT_STEPS.slice(DRAFT_STEPS.indexOf(step) + 1)
  return later.find((one) => has(one, questions.length, groups.length)) ?? 'preview'
}

/** The step before this one; null at the first, before which the file is chosen. */
export function stepBefore(step: DraftStep, { questions, groups }: OpenThings): DraftStep | null {
  const earlier = DRAFT_STEPS.slice(0, DRAFT_STEPS.indexOf(step))
  return earlier.findLast((one) => has(one, questions.length, groups.length)) ?? null
}

function has(step: DraftStep, questions: number, groups: number): boolean {
  if (step === 'questions') return questions > 0
  return step !== 'values' || groups > 0
}
