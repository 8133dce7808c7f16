import { formatInstant, type Instant } from '../../values/business-date.ts'

/**
 * What a column holds, and how its cells come: `text` and `phone` as text, `count` and `decimal` as numbers, `ratio` as a number
 * (0.4 is 40%), `money` in whole fen, `date` as `YYYY-MM-DD`, `dateTime` as `YYYY-MM-DD HH:MM` of the showroom's clock.
 * What is not known is null, never 0 and never a dash.
 */
export const COLUMN_KINDS = ['text', 'phone', 'count', 'decimal', 'ratio', 'money', 'date', 'dateTime'] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]

export type Column = { readonly header: string; readonly kind: ColumnKind }
export type Cell = string | number | null

/** One table, ready to be written in any form. */
export type Sheet = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A moment as a cell of kind `dateTime`. */
export function dateTimeCell(at: Instant, timeZone: string): string {
  return formatInstant(at, timeZone).slice(0, 16).replace('T', ' ')
}

/** A column together with where its cells come from. */
export type Field<Row> = Column & { readonly of: (row: Row) => Cell }

/** Rows of anything as a sheet. */
export function tabulate<Row>(name: string, fields: readonly Field<Row>[], rows: readonly Row[]): Sheet {
  return {
    name,
    columns: fields.map(({ header, kind }) => ({ header, kind })),
    rows: rows.map((row) => fields.map(({ of }) => of(row))),
  }
}
