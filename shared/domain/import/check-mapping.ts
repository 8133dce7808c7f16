import { GRADES, LEAD_STATUSES } from '../../values/grade.ts'
import { LOSS_REASONS } from '../../values/vocabulary.ts'
import { distinctValues } from './distinct-values.ts'
import {
  FIELDS_OF,
  type ImportRow,
  type Mapping,
  MOST_VALUES,
  meaningOf,
  VALUE_FIELDS,
  type ValueField,
} from './fields.ts'
import { YEAR_END } from './read-horizon.ts'
import type { Vocabulary } from './suggest.ts'
import { parseNewChannel } from './suggest-channel.ts'
import { parseNewPerson } from './suggest-person.ts'

export type MappingFault = {
  readonly path: string
  readonly code: 'required' | 'no_meaning' | 'unknown_meaning' | 'too_many_values' | 'no_such_column' | 'owner_only'
}

/** What still keeps a mapping from being carried out; empty when a plan can be made of it. */
export function checkMapping(
  data: readonly ImportRow[],
  mapping: Mapping,
  width: number,
  store: Vocabulary,
): MappingFault[] {
  const faults: MappingFault[] = []
  if (mapping.columns.date === undefined) faults.push({ path: 'columns.date', code: 'required' })
  for (const [field, column] of Object.entries(mapping.columns)) {
    if (column >= width) faults.push({ path: `columns.${field}`, code: 'no_such_column' })
  }
  if (mapping.blankDate === 'on_day' && mapping.blankOn === null) faults.push({ path: 'blankOn', code: 'required' })
  if (mapping.columns.channel === undefined) faults.push(...checkDefaultChannel(mapping, store))
  faults.push(...checkDefaultPerson(mapping, store))
  return [...faults, ...fieldsAsked(mapping).flatMap((field) => checkValues(data, mapping, field, store))]
}

/** The fields of this kind of file whose values need a meaning. */
export function fieldsAsked({ kind }: Pick<Mapping, 'kind'>): ValueField[] {
  return VALUE_FIELDS.filter((field) => FIELDS_OF[kind].includes(field))
}

function checkDefaultChannel({ defaultChannel }: Mapping, store: Vocabulary): MappingFault[] {
  if (defaultChannel === null) return [{ path: 'defaultChannel', code: 'required' }]
  return checkMeaning('channel', defaultChannel, store, 'defaultChannel')
}

function checkDefaultPerson({ defaultPerson }: Mapping, store: Vocabulary): MappingFault[] {
  return defaultPerson === null ? [] : checkMeaning('receivedBy', defaultPerson, store, 'defaultPerson')
}

function checkValues(
  data: readonly ImportRow[],
  mapping: Mapping,
  field: ValueField,
  store: Vocabulary,
): MappingFault[] {
  const column = mapping.columns[field]
  // A model nobody has said anything about is the model it says.
  if (column === undefined || field === 'model') return []
  const values = distinctValues(data, column)
  if (values.length > MOST_VALUES) return [{ path: `columns.${field}`, code: 'too_many_values' }]
  return values.flatMap(({ value }): MappingFault[] => {
    const path = `values.${field}.${value}`
    const meaning = meaningOf(mapping.values, field, value)
    return meaning === null ? [{ path, code: 'no_meaning' }] : checkMeaning(field, meaning, store, path)
  })
}

function checkMeaning(field: ValueField, meaning: string, store: Vocabulary, path: string): MappingFault[] {
  if (field === 'receivedBy' && !store.mayAddPeople && parseNewPerson(meaning) !== null) {
    return [{ path, code: 'owner_only' }]
  }
  return means(field, meaning, store) ? [] : [{ path, code: 'unknown_meaning' }]
}

/** Whether the store and the format have what a meaning names. Only a channel cannot be left out: every visit and lead has one. */
function means(field: ValueField, meaning: string, { channels, people }: Vocabulary): boolean {
  switch (field) {
    case 'channel':
      return parseNewChannel(meaning) !== null || channels.some(({ id }) => id === meaning)
    case 'receivedBy':
      return meaning === '' || parseNewPerson(meaning) !== null || people.some(({ id }) => id === meaning)
    case 'status':
      return LEAD_STATUSES.some((status) => status === meaning)
    case 'lossReason':
      return meaning === '' || LOSS_REASONS.some((reason) => reason === meaning)
    case 'grade':
      return meaning === '' || GRADES.some((slot) => slot === meaning)
    case 'firstVisit':
      return meaning === 'first' || meaning === 'again'
    case 'kind':
      return meaning === 'showroom' || meaning === 'phone'
    case 'testDrive':
      return meaning === '' || meaning === 'done'
    case 'gender':
      return meaning === '' || meaning === 'm' || meaning === 'f'
    case 'horizon':
      return meaning === '' || meaning === YEAR_END || /^\d{1,3}$/.test(meaning)
    case 'model':
      return true
  }
}
