import { type Cell, type ColumnKind, type Sheet, tabulate } from '../../../../shared/domain/export/sheet.ts'
import type { Words } from './export-words.ts'

/** One column of a file: the key its header stands under, what it holds, and where it comes from. */
export type KeyedField<Row> = {
  readonly key: string
  readonly kind: ColumnKind
  readonly of: (row: Row, words: Words) => Cell
}

export function field<Row>(key: string, kind: ColumnKind, of: KeyedField<Row>['of']): KeyedField<Row> {
  return { key, kind, of }
}

/** The rows under headers in the asker's language. */
export function sheetOf<Row>(
  name: string,
  fields: readonly KeyedField<Row>[],
  rows: readonly Row[],
  words: Words,
): Sheet {
  const worded = fields.map(({ key, kind, of }) => ({
    header: words.column(key),
    kind,
    of: (row: Row) => of(row, words),
  }))
  return tabulate(name, worded, rows)
}
