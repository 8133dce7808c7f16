import type { LeadRow } from '../../../../shared/contract/lead-list.ts'

/** Some leads by name, or all that match but for some: fifty thousand are chosen without being read. */
export type Selection =
  | { readonly all: false; readonly rows: ReadonlyMap<string, LeadRow> }
  | { readonly all: true; readonly except: ReadonlySet<string> }

export const NOTHING_SELECTED: Selection = { all: false, rows: new Map() }

/** As many as one request may name. */
const MOST = 500

export function isSelected(selection: Selection, leadId: string): boolean {
  return selection.all ? !selection.except.has(leadId) : selection.rows.has(leadId)
}

export function countSelected(selection: Selection, total: number): number {
  return selection.all ? Math.max(0, total - selection.except.size) : selection.rows.size
}

export function toggled(selection: Selection, row: LeadRow): Selection {
  if (selection.all) {
    const except = new Set(selection.except)
    if (!except.delete(row.leadId) && except.size < MOST) except.add(row.leadId)
    return { all: true, except }
  }
  const rows = new Map(selection.rows)
  if (!rows.delete(row.leadId) && rows.size < MOST) rows.set(row.leadId, row)
  return { all: false, rows }
}

/** From one row to another, whatever was chosen before them stays. */
export function withRows(selection: Selection, added: readonly LeadRow[]): Selection {
  if (selection.all) {
    const except = new Set(selection.except)
    for (const { leadId } of added) except.delete(leadId)
    return { all: true, except }
  }
  const rows = new Map(selection.rows)
  for (const row of added) if (rows.size < MOST) rows.set(row.leadId, row)
  return { all: false, rows }
}

export function allOrNothing(selection: Selection): Selection {
  return selection.all && selection.except.size === 0 ? NOTHING_SELECTED : { all: true, except: new Set() }
}
