import { stringify } from 'csv-stringify/sync'
import { guard } from '../../../../shared/domain/export/guard.ts'
import type { Cell, ColumnKind, Sheet } from '../../../../shared/domain/export/sheet.ts'

const FEN_PER_YUAN = 100

/** One sheet as CSV: a byte order mark, or a spreadsheet would read Chinese as something else; CRLF; every text quoted and guarded. */
export function writeCsv({ columns, rows }: Sheet): Buffer {
  const lines = [
    columns.map(({ header }) => guard(header)),
    ...rows.map((row) => row.map((cell, i) => written(cell, columns[i]?.kind ?? 'text'))),
  ]
  return Buffer.from(stringify(lines, { bom: true, record_delimiter: '\r\n', quoted_string: true }), 'utf8')
}

function written(cell: Cell, kind: ColumnKind): Cell {
  if (typeof cell === 'string') return guard(cell.toWellFormed())
  if (cell === null || !Number.isFinite(cell)) return null
  return kind === 'money' ? cell / FEN_PER_YUAN : cell
}
