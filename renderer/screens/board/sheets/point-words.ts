import type { Cell, ColumnKind } from '../../../../shared/domain/export/sheet.ts'
import { RATIO_FIGURES } from '../../../../shared/domain/ratio-figures.ts'

/** What the screen's language calls the parts of a page. */
export type PointWords = {
  /** A figure by its path in the report; null when it has no name of its own. */
  readonly figure: (path: string) => { readonly name: string; readonly about: string } | null
  readonly header: (key: PointHeader) => string
  readonly dimension: (dimension: string) => string
  /** The name of a table of figures cut by this. */
  readonly cutBy: (what: string) => string
  readonly value: (dimension: string, value: string) => string
  readonly light: (light: string) => string
}
export type PointHeader =
  | 'figures'
  | 'figure'
  | 'count'
  | 'ratio'
  | 'about'
  | 'people'
  | 'person'
  | 'light'
  | 'headline'
  | 'channels'
  | 'channel'
  | 'group'
  | 'low'
  | 'high'

/** Ratios that have no list of their own; money of the report is in yuan. */
const MORE_RATIOS = ['customerTypes.stockCoverage', 'leadSources.roi', 'leadSources.reach']
const MONEY = /^leadSources\..*\b(?:cost\w*|grossProfit)$/
const NO_RATIO = ['leadAllocation.medianMinutes', 'sellingSkill.medianDaysToDeal']
const FEN_PER_YUAN = 100

/** What a figure of the report is, by its path. */
export function kindOf(path: string): ColumnKind {
  const isRatio = (path in RATIO_FIGURES && !NO_RATIO.includes(path)) || MORE_RATIOS.some((end) => isLike(path, end))
  if (isRatio) return 'ratio'
  return MONEY.test(path) ? 'money' : 'decimal'
}

/** `leadSources.byChannel.roi` is like `leadSources.roi`. */
function isLike(path: string, figure: string): boolean {
  return (
    path === figure ||
    (path.startsWith(figure.slice(0, figure.indexOf('.') + 1)) && path.split('.').at(-1) === figure.split('.')[1])
  )
}

/** The figure as a cell; money goes into a file in fen. */
export function cellOf(path: string, value: number | null): Cell {
  return value !== null && kindOf(path) === 'money' ? Math.round(value * FEN_PER_YUAN) : value
}
