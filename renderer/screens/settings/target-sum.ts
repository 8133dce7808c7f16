export type Share = { readonly staffId: string; readonly name: string; readonly deals: number | null }

export type Balance =
  | { readonly state: 'none'; readonly sum: number }
  | { readonly state: 'balanced'; readonly sum: number }
  | { readonly state: 'short'; readonly sum: number; readonly by: number }
  | { readonly state: 'over'; readonly sum: number; readonly by: number }

/** Whether the people's shares add up to the showroom's target; no share at all is right too (domain.md 5, target breakdown). */
export function balanceOf(deals: number | null, people: readonly Share[]): Balance {
  const given = people.flatMap((share) => (share.deals === null ? [] : [share.deals]))
  const sum = given.reduce((total, share) => total + share, 0)
  if (given.length === 0) return { state: 'none', sum }
  const missing = (deals ?? 0) - sum
  if (missing === 0) return { state: 'balanced', sum }
  return missing > 0 ? { state: 'short', sum, by: missing } : { state: 'over', sum, by: -missing }
}

type Shared = Pick<Share, 'staffId' | 'deals'>

/** Targets as they are typed, a field each: another person's share that changes meanwhile is a field of its own. */
type TargetsSaid = Readonly<Record<string, number | null>> & {
  readonly deals: number | null
  readonly potential: number | null
}

const shareOf = (staffId: string) => `share ${staffId}`

export function sharesSaid(people: readonly Shared[]): Readonly<Record<string, number | null>> {
  return Object.fromEntries(people.map(({ staffId, deals }) => [shareOf(staffId), deals]))
}

type Targets = { readonly deals: number | null; readonly potential: number | null; readonly people: readonly Share[] }

export function targetsSaid({ deals, potential, people }: Targets): TargetsSaid {
  return { ...sharesSaid(people), deals, potential }
}

/** The people's shares as they are typed. */
export function toTargets(people: readonly Share[], said: TargetsSaid): Targets & { people: Share[] } {
  const { deals, potential } = said
  return {
    deals,
    potential,
    people: people.map((share) => ({ ...share, deals: said[shareOf(share.staffId)] ?? null })),
  }
}
