import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { LeadColumn } from '../../shared/values/lead-look.ts'

export const USUAL_COLUMNS: readonly LeadColumn[] = [
  'grade',
  'customer',
  'phone',
  'model',
  'owner',
  'channel',
  'created',
  'lastDone',
  'due',
]

export type ColumnChoice = {
  readonly columns: readonly LeadColumn[]
  /** Pixels, of those that somebody has dragged. */
  readonly widths: Readonly<Partial<Record<LeadColumn, number>>>
}

const USUAL: ColumnChoice = { columns: USUAL_COLUMNS, widths: {} }

type Choices = {
  readonly byPerson: Readonly<Partial<Record<string, ColumnChoice>>>
  readonly change: (staffId: string, change: Partial<ColumnChoice>) => void
}

/** The columns each person at this PC wants to see, in their order and widths; kept in localStorage. */
export const useLeadColumns = create<Choices>()(
  persist(
    (set) => ({
      byPerson: {},
      change: (staffId, change) =>
        set(({ byPerson }) => ({
          byPerson: { ...byPerson, [staffId]: { ...(byPerson[staffId] ?? USUAL), ...change } },
        })),
    }),
    { name: 'ninepoint.lead-columns', partialize: ({ byPerson }) => ({ byPerson }) },
  ),
)

export function columnChoiceOf(choices: Pick<Choices, 'byPerson'>, staffId: string): ColumnChoice {
  return choices.byPerson[staffId] ?? USUAL
}
