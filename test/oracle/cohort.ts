import type { Life } from './lead-life.ts'
import { ratio } from './numbers.ts'
import { field } from './tables.ts'
import type { Visit, World } from './world.ts'

/** A lead of the cohort with the visit that captured it. */
export type Member = { readonly life: Life; readonly visit: Visit; readonly isWorked: boolean; readonly isWon: boolean }

/** "N = visits in the period with purpose purchase, kind showroom, first_visit" of the whole store. */
export function firstVisits(world: World): readonly Visit[] {
  return world.visits.filter(
    ({ row, arrivedOn }) =>
      world.isInPeriod(arrivedOn) &&
      field(row, 'purpose') === 'purchase' &&
      field(row, 'kind') === 'showroom' &&
      field(row, 'first_visit') === 'true',
  )
}

/** "A person: by received_by: N, captured, K ..." */
export function receivedFirstVisits(world: World): readonly Visit[] {
  return firstVisits(world).filter(({ row }) => world.isPersonInScope(field(row, 'received_by')))
}

/** "Cohort = the leads of the store's captured visits of the period that are in scope" */
export function cohortOf(world: World): readonly Member[] {
  const members: Member[] = []
  for (const visit of firstVisits(world)) {
    const { life } = visit
    if (life === null || !world.isLeadInScope(life)) continue
    // "worked = cohort leads with a done follow-up (anyone's) by asOf, or won at asOf"
    const isWon = life.status === 'won'
    const isFollowed = world.followUps.some((one) => one.life === life && one.doneAt !== null)
    members.push({ life, visit, isWon, isWorked: isFollowed || isWon })
  }
  return members
}

export function funnelOf(world: World) {
  const visits = receivedFirstVisits(world)
  const members = cohortOf(world)
  const N = visits.length
  const captured = visits.filter((visit) => visit.life !== null).length
  const owned = members.length
  const worked = members.filter((member) => member.isWorked).length
  const won = members.filter((member) => member.isWon).length
  return {
    N,
    captured,
    K: ratio(captured, N),
    owned,
    worked,
    won,
    F: ratio(worked, owned),
    C: ratio(won, worked),
  }
}
