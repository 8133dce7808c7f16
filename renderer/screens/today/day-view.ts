import type { OutputOf } from '../../../shared/contract/contract.ts'
import type { DayItem, PersonDay } from '../../../shared/contract/follow-ups.ts'
import { type BusinessDate, daysBetween } from '../../../shared/values/business-date.ts'

export const SECTIONS = ['overdue', 'due', 'fresh', 'noNextDate'] as const
export type SectionKey = (typeof SECTIONS)[number]
export type Section = { readonly key: SectionKey; readonly items: readonly DayItem[] }

type Day = OutputOf<'followUps.today'>

/** The day in the order it is worked; a section without anybody is left out. */
export function sectionsOf(day: Pick<Day, SectionKey>): Section[] {
  return SECTIONS.map((key) => ({ key, items: day[key] })).filter(({ items }) => items.length > 0)
}

export function itemsOf(sections: readonly Section[]): DayItem[] {
  return sections.flatMap(({ items }) => items)
}

/** Whom to open beside `leadId`: `step` 1 is the next, -1 the one before; at either end it stays. */
export function neighbour(items: readonly DayItem[], leadId: string | null, step: 1 | -1): string | null {
  const at = items.findIndex((item) => item.leadId === leadId)
  if (at < 0) return items[0]?.leadId ?? null
  return items[Math.min(Math.max(at + step, 0), items.length - 1)]?.leadId ?? null
}

/** Who follows once `leadId` is done and gone from the list: the next, or at its end the one before. */
export function following(items: readonly DayItem[], leadId: string): string | null {
  const at = items.findIndex((item) => item.leadId === leadId)
  return items[at + 1]?.leadId ?? items[at - 1]?.leadId ?? null
}

export type Progress = { readonly done: number; readonly remaining: number; readonly share: number }

/** How much of the day is done: of what was due. New leads, and contacts nobody had planned, are no duty of today. */
export function progressOf(day: Pick<Day, 'doneToday' | 'dueDone' | 'overdue' | 'due'>): Progress {
  const remaining = day.overdue.length + day.due.length
  const all = day.dueDone + remaining
  return { done: day.doneToday, remaining, share: all === 0 ? 1 : day.dueDone / all }
}

/** Whole days past the due date; 0 when it is not overdue. */
export function lateDays(item: Pick<DayItem, 'dueOn'>, today: BusinessDate): number {
  return item.dueOn === null ? 0 : Math.max(0, daysBetween(item.dueOn as BusinessDate, today))
}

/** True when the date was moved: the first due date is the one that counts (domain.md 4, traps). */
export function wasMoved(item: Pick<DayItem, 'dueOn' | 'firstDueOn'>): boolean {
  return item.firstDueOn !== null && item.dueOn !== null && item.firstDueOn < item.dueOn
}

/** How far a person is with what was due; null when nothing was. */
export function dutyShare(person: Pick<PersonDay, 'due' | 'dueDone'>): number | null {
  return person.due === 0 ? null : person.dueDone / person.due
}

export function isOverCapacity(person: Pick<PersonDay, 'due' | 'dailyCapacity'>): boolean {
  return person.dailyCapacity !== null && person.due > person.dailyCapacity
}
