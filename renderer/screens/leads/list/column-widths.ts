import type { LeadColumn } from '../../../../shared/values/lead-look.ts'
import type { ColumnChoice } from '../../../stores/lead-columns.ts'

/** Pixels at the usual text size: no narrower than what usually stands in it. */
const USUAL_WIDTH: Readonly<Record<LeadColumn, number>> = {
  grade: 60,
  customer: 88,
  phone: 118,
  wechat: 112,
  model: 96,
  stage: 84,
  status: 76,
  owner: 80,
  channel: 88,
  created: 92,
  lastDone: 96,
  silence: 72,
  due: 108,
}
const NARROWEST = 48
const WIDEST = 480
const CHECKBOX = 40

/** Larger text takes more room; a width somebody has dragged is theirs. */
function remOf(column: LeadColumn): number {
  return USUAL_WIDTH[column] / 16
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))
}

/** A CSS grid and how narrow it may get: columns that nobody has dragged share what is left of the width. */
export function gridOf(choice: ColumnChoice, selects: boolean): { gridTemplateColumns: string; minWidth: string } {
  const px = choice.columns.reduce((sum, column) => sum + (choice.widths[column] ?? 0), selects ? CHECKBOX : 0)
  const undragged = choice.columns.filter((column) => choice.widths[column] === undefined)
  const rem = undragged.reduce((sum, column) => sum + remOf(column), 0)
  return { gridTemplateColumns: templateOf(choice, selects), minWidth: `calc(${px}px + ${rem}rem)` }
}

function templateOf({ columns, widths }: ColumnChoice, selects: boolean): string {
  const cells = columns.map((column) => {
    const width = widths[column]
    if (width !== undefined) return `${width}px`
    return `minmax(${remOf(column)}rem, ${USUAL_WIDTH[column]}fr)`
  })
  return [...(selects ? [`${CHECKBOX}px`] : []), ...cells].join(' ')
}
