import type { ImportPlan } from '../../../shared/contract/imports.ts'
import type { ImportKind, Mapping } from '../../../shared/domain/import/fields.ts'

/** A figure of a plan as a tile shows it. */
export const TILES = {
  visits: ['visits', 'firstVisits', 'captured', 'anonymous', 'newLeads', 'returning', 'graded', 'testDrives'],
  leads: ['newLeads', 'open', 'won', 'lost', 'winRate', 'people'],
  sales: ['deals', 'revenue', 'newCustomers', 'sellers', 'phonesOnTwoNames'],
} as const satisfies Record<ImportKind, readonly string[]>
export type Tile = (typeof TILES)[ImportKind][number]

/** How many of its own kind a plan makes: what the button and the result page count. */
export function mainCount(plan: ImportPlan): number {
  switch (plan.kind) {
    case 'visits':
      return plan.visits
    case 'leads':
      return plan.newLeads
    case 'sales':
      return plan.deals
  }
}

/** The list of the leads a batch made, whatever has become of them. */
export function leadsOfBatch(batchId: string): string {
  return `/leads?${new URLSearchParams({ who: 'all', status: 'all', batch: batchId }).toString()}`
}

/** Whether a run would write anything at all. */
export function makesNothing(plan: ImportPlan): boolean {
  return plan.visits + plan.newCustomers + plan.newLeads + plan.deals === 0
}

export function leftOutCount({ leftOut }: Pick<ImportPlan, 'leftOut'>): number {
  return Object.values(leftOut).reduce((sum, count) => sum + count, 0)
}

/** Every row of the file, by where it goes: into the store, out, or into the names of the columns. */
export function rowSum(plan: ImportPlan, rowCount: number, { headerRow, headerLines }: Mapping) {
  const header = headerRow < 0 ? 0 : headerLines
  const out = leftOutCount(plan)
  return { total: rowCount, inside: rowCount - header - out, out, header }
}
