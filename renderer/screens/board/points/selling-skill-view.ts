import type { BreakdownCell, BreakdownKey, FigureKey } from '../../../../shared/domain/breakdowns.ts'
import { type Spread, spreadOf } from '../../../../shared/domain/measures/spread.ts'
import type { Report } from '../../../../shared/domain/report.ts'
import { GRADES, type Grade } from '../../../../shared/values/grade.ts'
import { type SampleRate, sampleRate } from '../../../components/charts/sample-rate.ts'

export const CHAIN_BREAKDOWNS = [
  'sellingSkill.contactDays',
  'sellingSkill.driveDays',
  'sellingSkill.workedByWay',
  'sellingSkill.wonByWay',
  'sellingSkill.orderDays',
] as const satisfies readonly BreakdownKey[]

export const CARRIED_BREAKDOWNS = [
  'sellingSkill.carriedLastMonth',
  'sellingSkill.carriedLastMonthWon',
  'sellingSkill.carriedLast90',
  'sellingSkill.carriedLast90Won',
] as const satisfies readonly BreakdownKey[]

export type Cells = Readonly<Partial<Record<BreakdownKey, readonly BreakdownCell[]>>>
type Behind = { readonly figure: FigureKey; readonly param: string | null }

export type StepKey = 'captured' | 'worked' | 'testDriven' | 'wonDriven' | 'wonDirect'
export type ChainStep = {
  readonly key: StepKey
  readonly count: number
  /** Of the step before it: who went on. Null for the first. */
  readonly rate: SampleRate | null
  readonly whole: number | null
  /** Days from the step before it, of those whose days are known. */
  readonly days: Spread | null
  readonly behind: Behind
}

/**
 * captured -> worked, and from there two ways to an order: by way of a test drive and without one. An order without a test drive
 * is measured against those who had none, so that no step is counted as part of one it did not pass through.
 */
export function chainSteps({ funnel, sellingSkill }: Report, cells: Cells): readonly ChainStep[] {
  const { owned, worked } = funnel
  const { testDrives } = sellingSkill
  const step = (key: StepKey, count: number, whole: number, days: Spread | null, behind: Behind): ChainStep => ({
    key,
    count,
    whole,
    rate: sampleRate(count, whole),
    days,
    behind,
  })
  const won = (way: string) => countOf(cells['sellingSkill.wonByWay'], way)
  const orderDays = (way: string) => daysOf(cells['sellingSkill.orderDays']?.filter(({ by }) => by[0] === way))
  const direct = countOf(cells['sellingSkill.workedByWay'], 'direct')
  return [
    {
      key: 'captured',
      count: owned,
      whole: null,
      rate: null,
      days: null,
      behind: { figure: 'funnel.owned', param: null },
    },
    step('worked', worked, owned, daysOf(cells['sellingSkill.contactDays']), { figure: 'funnel.worked', param: null }),
    step('testDriven', testDrives, worked, daysOf(cells['sellingSkill.driveDays']), {
      figure: 'sellingSkill.testDrives',
      param: null,
    }),
    step('wonDriven', won('testDrive'), testDrives, orderDays('testDrive'), {
      figure: 'sellingSkill.wonByWay',
      param: 'testDrive',
    }),
    step('wonDirect', won('direct'), direct, orderDays('direct'), { figure: 'sellingSkill.wonByWay', param: 'direct' }),
  ]
}

function countOf(cells: readonly BreakdownCell[] = [], param: string): number {
  return cells.find((cell) => cell.param === param)?.count ?? 0
}

/** The last value of a cell is its days; empty where they are not known. */
function daysOf(cells: readonly BreakdownCell[] = []): Spread | null {
  return spreadOf(cells.flatMap(({ by, count }) => (by.at(-1) === '' ? [] : [{ value: Number(by.at(-1)), count }])))
}

export type ClosingKey = 'captures' | 'lastMonth' | 'last90'
export type ClosingRow = {
  readonly key: ClosingKey
  readonly won: number
  readonly whole: number
  readonly rate: SampleRate | null
  readonly wonBehind: Behind
  readonly wholeBehind: Behind
}

/** The closing rate three ways, never one mixed number (domain.md 4, traps): orders over customers, by when they were captured. */
export function closingThreeWays({ funnel }: Report, cells: Cells): readonly ClosingRow[] {
  const carried = (key: ClosingKey, name: 'LastMonth' | 'Last90'): ClosingRow => {
    const [whole, won] = [`sellingSkill.carried${name}`, `sellingSkill.carried${name}Won`] as const
    const row = { won: countOf(cells[won], '1>1'), whole: countOf(cells[whole], '1') }
    return {
      key,
      ...row,
      rate: sampleRate(row.won, row.whole),
      wonBehind: { figure: won, param: '1>1' },
      wholeBehind: { figure: whole, param: '1' },
    }
  }
  return [
    {
      key: 'captures',
      won: funnel.won,
      whole: funnel.owned,
      rate: sampleRate(funnel.won, funnel.owned),
      wonBehind: { figure: 'funnel.won', param: null },
      wholeBehind: { figure: 'funnel.owned', param: null },
    },
    carried('lastMonth', 'LastMonth'),
    carried('last90', 'Last90'),
  ]
}

export type GradeRow = { readonly grade: Grade; readonly rate: SampleRate | null }

export function closingByGrade({ customerTypes }: Report): readonly GradeRow[] {
  const { wonByGrade, workedByGrade } = customerTypes
  return GRADES.map((grade) => ({ grade, rate: sampleRate(wonByGrade[grade], workedByGrade[grade]) }))
}

type Person = { readonly staffId: string; readonly name: string; readonly report: Report }
export type PersonRow = { readonly staffId: string; readonly name: string; readonly rate: SampleRate | null }

/** The best first; who has worked nobody has no rate and stands last. */
export function closingByPerson(people: readonly Person[]): readonly PersonRow[] {
  return people
    .map(({ staffId, name, report }) => ({ staffId, name, rate: sampleRate(report.funnel.won, report.funnel.worked) }))
    .sort((a, b) => (b.rate?.rate ?? -1) - (a.rate?.rate ?? -1) || (b.rate?.trials ?? 0) - (a.rate?.trials ?? 0))
}
