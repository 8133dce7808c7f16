import { create } from 'zustand'

export const PERIOD_PRESETS = ['month', 'lastMonth', 'week', 'quarter', 'custom'] as const
export type PeriodPreset = (typeof PERIOD_PRESETS)[number]

type Choice = {
  /** A preset follows the calendar; `custom` is what stands in from and to. */
  readonly preset: PeriodPreset
  readonly from: string | null
  readonly to: string | null
  /** Null: the earlier of the period's end and today. */
  readonly asOf: string | null
  /** Null: the whole store. A salesperson always sees their own, whatever stands here. */
  readonly staffId: string | null
}

type BoardPeriod = Choice & {
  readonly choosePreset: (preset: PeriodPreset) => void
  readonly chooseDays: (from: string, to: string) => void
  readonly chooseAsOf: (asOf: string | null) => void
  readonly choosePerson: (staffId: string | null) => void
}

/** The period and person chosen at the top of the board: kept while the program is open, shared by the nine pages. */
export const useBoardPeriod = create<BoardPeriod>()((set) => ({
  preset: 'month',
  from: null,
  to: null,
  asOf: null,
  staffId: null,
  choosePreset: (preset) => set({ preset, asOf: null }),
  chooseDays: (from, to) => set({ preset: 'custom', from, to, asOf: null }),
  chooseAsOf: (asOf) => set({ asOf }),
  choosePerson: (staffId) => set({ staffId }),
}))
