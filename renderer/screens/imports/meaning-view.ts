import type { FileReading } from '../../../shared/contract/imports.ts'
import {
  FIELDS_OF,
  IMPORT_FIELDS,
  type ImportField,
  type ImportKind,
  type Mapping,
  MOST_VALUES,
  meaningOf,
  VALUE_FIELDS,
  type ValueField,
} from '../../../shared/domain/import/fields.ts'

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

/** What somebody has agreed to without changing it. */
export function acceptedKey(field: ValueField, value: string): string {
  return `${field}:${value}`
}

/** The values of every mapped column with what they mean now. Only a guess that nobody has changed or accepted asks for a look. */
export function valueGroups(reading: FileReading, mapping: Mapping, accepted: readonly string[]): ValueGroup[] {
  const seen = new Set(accepted)
  return VALUE_FIELDS.flatMap((field) => {
    const distinct = reading.distinct[field]
    if (mapping.columns[field] === undefined || distinct === undefined || distinct.length === 0) return []
    const rows = distinct.map(({ value, rows: count, suggestion, isSure }): ValueRow => {
      const meaning = meaningOf(mapping.values, field, value)
      const isGuess = meaning === suggestion && !isSure && !seen.has(acceptedKey(field, value))
      return { value, rows: count, meaning, state: stateOf(meaning, isGuess) }
    })
    const open = rows.filter(({ state }) => state === 'open').length
    const guesses = rows.filter(({ state }) => state === 'guess').length
    return [{ field, rows, open, guesses, hasTooMany: distinct.length > MOST_VALUES }]
  })
}

function stateOf(meaning: string | null, isGuess: boolean): ValueState {
  if (meaning === null) return 'open'
  if (isGuess) return 'guess'
  return meaning.startsWith('new:') ? 'new' : 'sure'
}

/** The rows of a group that a person has to answer or should look at; what is to be made anew stays in sight. */
export function rowsToLookAt({ rows }: ValueGroup): ValueRow[] {
  return rows.filter(({ state }) => state !== 'sure')
}

/** How many values still need an answer before anything can be previewed. */
export function openValues(groups: readonly ValueGroup[]): number {
  return groups.reduce((sum, { open, hasTooMany }) => sum + (hasTooMany ? 1 : open), 0)
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

export function withMeanings(
  mapping: Mapping,
  field: ValueField,
  meanings: readonly (readonly [value: string, meaning: string])[],
): Mapping {
  const values = { ...mapping.values, [field]: { ...mapping.values[field], ...Object.fromEntries(meanings) } }
  return { ...mapping, values }
}

/** Which field a column is read in as. */
export function fieldOf(mapping: Mapping, column: number): ImportField | null {
  return FIELDS_OF[mapping.kind].find((field) => mapping.columns[field] === column) ?? null
}

/** Fields whose name depends on what the file is a list of. */
export function fieldLabelKey(kind: ImportKind, field: ImportField) {
  if (field === 'date') return `imports.fieldOf.${kind}.date` as const
  if (field === 'receivedBy') return `imports.fieldOf.${kind}.receivedBy` as const
  return `imports.field.${field}` as const
}

/** Whether rows can be told apart by who they are about; visits need not be. */
export function namesSomebody({ kind, columns }: Mapping): boolean {
  if (kind === 'visits') return true
  return [columns.name, columns.phone, columns.wechat, columns.number].some((place) => place !== undefined)
}
