import { countBy, countOf } from '../counting.ts'
import type { Facts } from '../facts.ts'
import { ratio } from '../measures/ratio.ts'
import { daysWithoutEntry } from '../targets/open-days.ts'

export type VisitorRecording = {
  readonly logged: number | null
  readonly counted: number | null
  readonly completeness: number | null
  readonly lateEntries: number
  readonly visits: number
  readonly lateShare: number | null
  readonly openDaysWithoutEntry: number | null
  readonly lateByStaff: Readonly<Record<string, number>>
  readonly voided: number
}

/** Control point 3: is everybody who came written down, and at once. The door belongs to the store, never to a person. */
export function visitorRecording(facts: Facts): VisitorRecording {
  const { query, end, store, doorCounts, visitDays } = facts
  const ofStore = query.staffId === null
  const hasDoor = ofStore && doorCounts.length > 0
  const logged = hasDoor ? countOf(facts, 'visitorRecording.logged') : null
  const counted = hasDoor ? doorCounts.reduce((sum, { count }) => sum + count, 0) : null
  const visits = countOf(facts, 'visitorRecording.visits')
  const lateEntries = countOf(facts, 'visitorRecording.lateEntries')
  return {
    logged,
    counted,
    completeness: ratio(logged, counted),
    lateEntries,
    visits,
    lateShare: ratio(lateEntries, visits),
    openDaysWithoutEntry: ofStore ? daysWithoutEntry(query.from, end, store.openWeekdays, visitDays).length : null,
    lateByStaff: countBy(facts, 'visitorRecording.lateByStaff'),
    voided: countOf(facts, 'visitorRecording.voided'),
  }
}
