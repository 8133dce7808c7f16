import type { Tile } from '../../../../shared/contract/board.ts'
import {
  isDefault,
  LIGHT_KEYS,
  type LightKey,
  type Limits,
  limitFaults,
  type Thresholds,
} from '../../../../shared/domain/lights.ts'

/** Limits while they are edited: an emptied field is null. */
export type LimitsDraft = { readonly amberFrom: number | null; readonly greenFrom: number | null }
export type ThresholdsDraft = Readonly<Record<LightKey, LimitsDraft>>

export function draftOf(thresholds: Thresholds): ThresholdsDraft {
  const of = (key: LightKey): LimitsDraft => {
    const { amberFrom, greenFrom } = thresholds[key]
    return { amberFrom, greenFrom }
  }
  return Object.fromEntries(LIGHT_KEYS.map((key) => [key, of(key)])) as Record<LightKey, LimitsDraft>
}

/** The limits to save; null while one is missing or does not hold. */
export function limitsOf(draft: ThresholdsDraft): Readonly<Record<LightKey, Limits>> | null {
  const all = LIGHT_KEYS.flatMap((key) => {
    const limits = complete(draft[key])
    return limits === null || limitFaults(key, limits).length > 0 ? [] : [[key, limits] as const]
  })
  return all.length < LIGHT_KEYS.length ? null : (Object.fromEntries(all) as Record<LightKey, Limits>)
}

export function complete({ amberFrom, greenFrom }: LimitsDraft): Limits | null {
  return amberFrom === null || greenFrom === null ? null : { amberFrom, greenFrom }
}

export function isSame(one: ThresholdsDraft, other: ThresholdsDraft): boolean {
  return LIGHT_KEYS.every(
    (key) => one[key].amberFrom === other[key].amberFrom && one[key].greenFrom === other[key].greenFrom,
  )
}

/** What the store really did, per light: the headlines of its board, and compliance, which stands beside F. */
export function figuresOf(tiles: readonly Tile[]): Readonly<Partial<Record<LightKey, number | null>>> {
  const headlines = tiles.map(({ key, headline }) => [key, headline] as const)
  const compliance = tiles.find(({ key }) => key === 'followUpWorkload')?.beside?.headline ?? null
  return { ...Object.fromEntries(headlines), compliance }
}

/** Who says so, as the draft stands: where it equals the default, the default's own source. */
export function sourceOf(key: LightKey, draft: LimitsDraft, defaults: Thresholds): Thresholds[LightKey]['source'] {
  const limits = complete(draft)
  return limits !== null && isDefault(key, limits) ? defaults[key].source : 'store'
}
