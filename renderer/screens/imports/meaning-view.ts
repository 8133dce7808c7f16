import type { FileReading } from '../../../shared/contract/imports.ts'
import {
  IMPORT_FIELDS,
  type ImportField,
  type Mapping,
  MOST_VALUES,
  meaningOf,
  VALUE_FIELDS,
  type ValueField,
} from '../../../shared/domain/import/fields.ts'
import { parseNewChannel } from '../../../shared/domain/import/suggest-channel.ts'

export type ValueState = 'open' | 'guess' | 'new' | 'sure'

export type ValueRow = {
  readonly value: string
  readonly rows: number
  readonly meaning: string | null
  readonly state: ValueState
}

export type ValueGroup = {
  readonly field: ValueField
  readonly rows: readonly ValueRow[]
  readonly open: number
  readonly guesses: number
  readonly hasTooMany: boolean
}

/** The values of every mapped column with what they mean now. Only a guess that nobody has changed asks for a look. */
export function valueGroups(reading: FileReading, mapping: Mapping): ValueGroup[] {
  return VALUE_FIELDS.flatMap((field) => {
    const distinct = reading.distinct[field]
    if (mapping.columns[field] === undefined || distinct === undefined) return []
    const rows = distinct.map(({ value, rows: count, suggestion, isSure }): ValueRow => {
      const meaning = meaningOf(mapping.values, field, value)
      return { value, rows: count, meaning, state: stateOf(meaning, meaning === suggestion && !isSure) }
    })
    const open = rows.filter(({ state }) => state === 'open').length
    const guesses = rows.filter(({ state }) => state === 'guess').length
    return [{ field, rows, open, guesses, hasTooMany: distinct.length > MOST_VALUES }]
  })
}

function stateOf(meaning: string | null, isGuess: boolean): ValueState {
  if (meaning === null) return 'open'
  if (parseNewChannel(meaning) !== null) return 'new'
  return isGuess ? 'guess' : 'sure'
}

/** How many answers are still missing before anything can be previewed. */
export function openAnswers(groups: readonly ValueGroup[], mapping: Mapping): number {
  const channel = mapping.columns.channel === undefined && mapping.defaultChannel === null ? 1 : 0
  return groups.reduce((sum, { open, hasTooMany }) => sum + open + (hasTooMany ? 1 : 0), channel)
}

/** The mapping after a column was given a field, or taken out of the import with null. A field has one column. */
export function withColumn(mapping: Mapping, column: number, field: ImportField | null): Mapping {
  const columns: Partial<Record<ImportField, number>> = {}
  for (const name of IMPORT_FIELDS) {
    const place = mapping.columns[name]
    if (place !== undefined && place !== column && name !== field) columns[name] = place
  }
  if (field !== null) columns[field] = column
  return { ...mapping, columns }
}

export function withMeaning(mapping: Mapping, field: ValueField, value: string, meaning: string): Mapping {
  const values = { ...mapping.values, [field]: { ...mapping.values[field], [value]: meaning } }
  return { ...mapping, values }
}

/** Which field a column is read in as. */
export function fieldOf(mapping: Mapping, column: number): ImportField | null {
  return IMPORT_FIELDS.find((field) => mapping.columns[field] === column) ?? null
}
