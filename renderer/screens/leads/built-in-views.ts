import type { LeadFilter, LeadSort } from '../../../shared/contract/lead-list.ts'
import { usualFilter, usualLook } from './lead-list-view.ts'

export const BUILT_IN_VIEWS = ['open', 'myOverdue', 'dueToday', 'nobody', 'silent', 'newThisMonth'] as const
export type BuiltInView = (typeof BUILT_IN_VIEWS)[number]

/** The looks that everybody needs, without saving them. */
export function builtInLook(
  view: BuiltInView,
  defaultWho: string,
  today: string,
): { readonly filter: LeadFilter; readonly sort: LeadSort } {
  const { filter, sort } = usualLook(defaultWho)
  switch (view) {
    case 'open':
      return { filter, sort }
    case 'myOverdue':
      return { filter: { ...usualFilter('mine'), due: 'overdue' }, sort }
    case 'dueToday':
      return { filter: { ...filter, due: 'today' }, sort }
    case 'nobody':
      return { filter: usualFilter('nobody'), sort: { by: 'created', descending: true } }
    case 'silent':
      return { filter: { ...filter, silent: 'cadence' }, sort: { by: 'silence', descending: false } }
    case 'newThisMonth': {
      const createdFrom = `${today.slice(0, 7)}-01` as NonNullable<LeadFilter['createdFrom']>
      return { filter: { ...filter, statuses: [], createdFrom }, sort: { by: 'created', descending: true } }
    }
  }
}
