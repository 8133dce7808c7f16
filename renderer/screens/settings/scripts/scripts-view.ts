import type { KeptScript, ScriptEffect } from '../../../../shared/contract/scripts.ts'
import { type Interval, wilson } from '../../../../shared/domain/measures/wilson.ts'
import { SCRIPT_PURPOSES, type ScriptPurpose } from '../../../../shared/values/vocabulary.ts'

/** Below this many uses a share is chance, and is not shown as one. */
export const FEWEST_USES = 10

export type Share = {
  readonly hits: number
  readonly trials: number
  /** Null while there are too few to say anything. */
  readonly rate: number | null
  readonly interval: Interval | null
}

function shareOf(hits: number, trials: number): Share {
  const isEnough = trials >= FEWEST_USES
  return { hits, trials, rate: isEnough ? hits / trials : null, interval: isEnough ? wilson(hits, trials) : null }
}

export function reachedShare({ reached, used }: ScriptEffect): Share {
  return shareOf(reached, used)
}

/** Of those whose days for a visit are over: who may still come is not held against a script. */
export function visitedShare({ visited, tried }: ScriptEffect): Share {
  return shareOf(visited, tried)
}

/** By purpose, in the order of a customer's way; purposes without a script are left out. */
export function groupsOf(scripts: readonly KeptScript[]): { purpose: ScriptPurpose; scripts: readonly KeptScript[] }[] {
  return SCRIPT_PURPOSES.map((purpose) => ({
    purpose,
    scripts: scripts.filter((script) => script.purpose === purpose),
  })).filter((group) => group.scripts.length > 0)
}
