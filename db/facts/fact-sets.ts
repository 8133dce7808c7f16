import type { CountedSetName } from '../../shared/domain/facts.ts'
import { dealSet } from './deal-set.ts'
import type { FactSet } from './fact-set.ts'
import { doneSet, dueSet } from './follow-up-sets.ts'
import { closingSet, createdSet, moveSet, openingSet, openSet } from './lead-sets.ts'
import { passageSet } from './passage-set.ts'
import { suspectSet } from './suspect-set.ts'
import { cohortSet, visitSet, voidedSet } from './visit-sets.ts'

/** Every set of the engine by the name the figures use. */
export const FACT_SETS: Readonly<Record<CountedSetName, FactSet>> = {
  visits: visitSet,
  voided: voidedSet,
  cohort: cohortSet,
  moves: moveSet,
  passages: passageSet,
  opening: openingSet,
  closing: closingSet,
  created: createdSet,
  open: openSet,
  done: doneSet,
  suspects: suspectSet,
  due: dueSet,
  deals: dealSet,
}
