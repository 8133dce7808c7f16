import type { TimelineEntry } from '../../../shared/contract/leads.ts'

export const TIMELINE_KINDS = ['all', 'follow_up', 'visit', 'grade', 'status', 'owner'] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** Whether an entry belongs to a kind chosen above the timeline; a request for a loss is about the status. */
export function isShown(entry: Pick<TimelineEntry, 'kind'>, kind: TimelineKind): boolean {
  if (kind === 'all') return true
  return (entry.kind === 'loss_request' ? 'status' : entry.kind) === kind
}
