import type { FaultCode } from '../../shared/messages/fault.ts'
import { businessDateOf } from '../../shared/values/business-date.ts'
import type { Cell, Kind } from './column-kinds.ts'

/** A column of an exchange file; `db` is its name in the database, `empty` what the database keeps for an empty cell. */
export type Column = {
  readonly name: string
  readonly db: string
  readonly required: boolean
  readonly kind: Kind
  readonly empty: Cell
}

/** A row by database column. */
export type Row = Readonly<Record<string, Cell>>

/** At most one row for each value of `column` may meet `applies`; a partial unique index of the schema says the same. */
export type AtMostOne = {
  readonly column: string
  readonly code: FaultCode
  readonly applies: (row: Row) => boolean
}

/**
 * One file of the exchange format (interchange.md) and the table behind it. `key` names columns of the file; `orderBy` is SQL.
 * Import and export are both derived from this, and a test holds it against the schema.
 */
export type ExchangeTable = {
  readonly name: string
  readonly key: readonly string[]
  readonly columns: readonly Column[]
  readonly orderBy: string
  /** Columns that are only there together. */
  readonly pair?: readonly [string, string]
  readonly atMostOne?: AtMostOne
  /** Database columns that follow from a row and the store's time zone; never exchanged. */
  readonly derive?: (row: Row, timeZone: string) => Row
}

export const text: Kind = { type: 'text' }
export const money: Kind = { type: 'money' }
export const boolean: Kind = { type: 'boolean' }
export const instant: Kind = { type: 'instant' }
export const date: Kind = { type: 'date' }
export const month: Kind = { type: 'month' }
export const integer = (min: number): Kind => ({ type: 'integer', min })
export const oneOf = (words: readonly string[]): Kind => ({ type: 'one-of', words })
export const referTo = (table: string): Kind => ({ type: 'reference', table })

export const needed = (name: string, kind: Kind, db = name): Column => ({ name, db, required: true, kind, empty: null })
export const optional = (name: string, kind: Kind, db = name): Column => ({
  name,
  db,
  required: false,
  kind,
  empty: null,
})
export const id = needed('id', text)
export const batch = optional('batch_id', referTo('import_batches'))

export function fileOf(table: ExchangeTable): string {
  return `${table.name}.csv`
}

/** The business date of a row's instant, null when the row has none. */
export function dayOf(at: Cell | undefined, timeZone: string): Cell {
  return typeof at === 'number' ? businessDateOf(at, timeZone) : null
}
