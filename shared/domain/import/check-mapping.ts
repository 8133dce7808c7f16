import { GRADES } from '../../values/grade.ts'
import { distinctValues } from './distinct-values.ts'
import type { ImportRow, Mapping, ValueField } from './fields.ts'
import { MOST_VALUES, meaningOf, VALUE_FIELDS } from './fields.ts'
import { YEAR_END } from './read-horizon.ts'
import type { Vocabulary } from './suggest.ts'
import { parseNewChannel } from './suggest-channel.ts'

export type MappingFault = {
  readonly path: string
  readonly code: 'required' | 'no_meaning' | 'unknown_meaning' | 'too_many_values' | 'no_such_column'
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
  if (mapping.columns.channel === undefined) faults.push(...checkDefaultChannel(mapping, store))
  return [...faults, ...VALUE_FIELDS.flatMap((field) => checkValues(data, mapping, field, store))]
}

function checkDefaultChannel({ defaultChannel }: Mapping, store: Vocabulary): MappingFault[] {
  if (defaultChannel === null) return [{ path: 'defaultChannel', code: 'required' }]
  return means('channel', defaultChannel, store) ? [] : [{ path: 'defaultChannel', code: 'unknown_meaning' }]
}

function checkValues(
  data: readonly ImportRow[],
  mapping: Mapping,
  field: ValueField,
  store: Vocabulary,
): MappingFault[] {
  const column = mapping.columns[field]
  if (column === undefined) return []
  const values = distinctValues(data, column)
  if (values.length > MOST_VALUES) return [{ path: `columns.${field}`, code: 'too_many_values' }]
  return values.flatMap(({ value }): MappingFault[] => {
    const meaning = meaningOf(mapping.values, field, value)
    if (meaning === null) return [{ path: `values.${field}.${value}`, code: 'no_meaning' }]
    return means(field, meaning, store) ? [] : [{ path: `values.${field}.${value}`, code: 'unknown_meaning' }]
  })
}

/** Whether the store and the format have what a meaning names. Only a channel cannot be left out: every visit has one. */
function means(field: ValueField, meaning: string, { channels, people }: Vocabulary): boolean {
  switch (field) {
    case 'channel':
      return parseNewChannel(meaning) !== null || channels.some(({ id }) => id === meaning)
    case 'receivedBy':
      return meaning === '' || people.some(({ id }) => id === meaning)
    case 'grade':
      return meaning === '' || GRADES.some((slot) => slot === meaning)
    case 'firstVisit':
      return meaning === 'first' || meaning === 'again'
    case 'kind':
      return meaning === 'showroom' || meaning === 'phone'
    case 'testDrive':
      return meaning === '' || meaning === 'done'
    case 'horizon':
      return meaning === '' || meaning === YEAR_END || /^\d{1,3}$/.test(meaning)
  }
}
