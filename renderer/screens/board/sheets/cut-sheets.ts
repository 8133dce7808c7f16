import type { OutputOf } from '../../../../shared/contract/contract.ts'
import { BREAKDOWN_KEYS, BREAKDOWNS, type BreakdownKey } from '../../../../shared/domain/breakdowns.ts'
import type { ControlPointKey } from '../../../../shared/domain/control-points/keys.ts'
import { type Cell, type Field, type Sheet, tabulate } from '../../../../shared/domain/export/sheet.ts'
import { FIGURES } from '../../../../shared/domain/figures.ts'
import type { PointData } from '../point-data.ts'
import { kindOf, type PointWords } from './point-words.ts'

type Cells = OutputOf<'board.breakdown'>['cells']

/** Figures of a page cut by the same dimensions: they stand in one table. Some are in its report, some are read for its charts. */
export type Cut = {
  readonly by: readonly string[]
  readonly ofReport: readonly string[]
  readonly breakdowns: readonly BreakdownKey[]
}

/** Every way in which the figures of a page are cut: by grade, by reason, by day and person... */
export function cutsOf(key: ControlPointKey, report: PointData['report']): readonly Cut[] {
  const cuts = new Map<string, { by: readonly string[]; ofReport: string[]; breakdowns: BreakdownKey[] }>()
  const cutBy = (by: readonly string[]) => {
    const cut = cuts.get(by.join()) ?? { by, ofReport: [], breakdowns: [] }
    cuts.set(by.join(), cut)
    return cut
  }
  for (const [name, value] of Object.entries<unknown>(report[key])) {
    if (isCounts(name, value)) cutBy(dimensionsOf(`${key}.${name}`)).ofReport.push(name)
  }
  for (const breakdown of BREAKDOWN_KEYS) {
    if (breakdown.startsWith(`${key}.`)) cutBy(BREAKDOWNS[breakdown].by).breakdowns.push(breakdown)
  }
  return [...cuts.values()]
}

type Counts = Readonly<Record<string, number | null>>

/** People and sources have tables of their own; the rules that raise a question stand among the figures. */
function isCounts(name: string, value: unknown): value is Counts {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isRecord && !/^by|ByStaff$|^suspectByRule$/.test(name)
}

/** Different grades of one lead (the first, at the deal, before and after a move) are listed beside each other. */
function dimensionsOf(path: string): readonly string[] {
  const by: readonly string[] = Object.entries(FIGURES).find(([figure]) => figure === path)?.[1].by ?? ['bucket']
  return by.length > 1 || by.includes('reason') || by.includes('notCapturedReason') ? by : ['bucket']
}

const PART_SIGN = '\u0000'

type Part = { readonly path: string; readonly counts: ReadonlyMap<string, number | null> }

function partsOf(key: ControlPointKey, { by, ofReport, breakdowns }: Cut, data: PointData, cells: Cells): Part[] {
  const report = new Map(Object.entries<unknown>(data.report[key]))
  const placeOf = (code: string) => (by.length > 1 ? code.split('>').join(PART_SIGN) : code)
  return [
    ...ofReport.map((name) => {
      const counts = Object.entries((report.get(name) ?? {}) as Counts)
      return { path: `${key}.${name}`, counts: new Map(counts.map(([code, count]) => [placeOf(code), count])) }
    }),
    ...breakdowns.map((path) => ({
      path,
      counts: new Map((cells[path] ?? []).map((cell) => [cell.by.join(PART_SIGN), cell.count])),
    })),
  ]
}

export function cutName({ by }: Cut, words: PointWords): string {
  return words.cutBy(by.map(words.dimension).join(' × '))
}

/** A cut as a table: its dimensions, then one column for each figure. */
export function cutSheet(key: ControlPointKey, cut: Cut, data: PointData, cells: Cells, words: PointWords): Sheet {
  const { by } = cut
  const parts = partsOf(key, cut, data, cells)
  const places = [...new Set(parts.flatMap(({ counts }) => [...counts.keys()]))].map((at) => ({
    at,
    values: at.split(PART_SIGN),
  }))
  type Place = (typeof places)[number]
  const fields: readonly Field<Place>[] = [
    ...by.map(
      (dimension, i): Field<Place> => ({
        header: words.dimension(dimension),
        kind: isDay(dimension) ? 'date' : isDays(dimension) ? 'decimal' : 'text',
        of: ({ values }) => dimensionCell(dimension, values[i] ?? '', words),
      }),
    ),
    ...parts.map(
      ({ path, counts }): Field<Place> => ({
        header: words.figure(path)?.name ?? path,
        kind: kindOf(path),
        // A place where nothing was counted is 0; a ratio that cannot be formed is unknown.
        of: ({ at }) => counts.get(at) ?? (kindOf(path) === 'ratio' ? null : 0),
      }),
    ),
  ]
  return tabulate(
    cutName(cut, words),
    fields,
    places.toSorted((a, b) => compare(a.values, b.values)),
  )
}

const isDay = (dimension: string) => dimension === 'date' || dimension === 'week'
const isDays = (dimension: string) => dimension.endsWith('Days')

function dimensionCell(dimension: string, value: string, words: PointWords): Cell {
  if (isDay(dimension)) return value
  if (isDays(dimension) && /^\d+$/.test(value)) return Number(value)
  return words.value(dimension, value)
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  if (at === -1) return 0
  const [left = '', right = ''] = [a[at], b[at]]
  const difference = Number(left) - Number(right)
  if (Number.isFinite(difference) && left !== '' && right !== '') return difference
  return left < right ? -1 : 1
}
