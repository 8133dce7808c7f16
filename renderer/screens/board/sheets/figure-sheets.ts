import type { ControlPointKey } from '../../../../shared/domain/control-points/keys.ts'
import { type Field, type Sheet, tabulate } from '../../../../shared/domain/export/sheet.ts'
import type { PointData } from '../point-data.ts'
import { cellOf, kindOf, type PointWords } from './point-words.ts'

/** A number of a report under its path. */
type Figured = { readonly path: string; readonly name: string; readonly about: string; readonly value: number | null }

/** The figures of the page one under another: counts in one column, ratios in the next. */
export function figuresSheet(key: ControlPointKey, data: PointData, words: PointWords): Sheet {
  const { header } = words
  const isRatio = ({ path }: Figured) => kindOf(path) === 'ratio'
  const fields: readonly Field<Figured>[] = [
    { header: header('figure'), kind: 'text', of: ({ name }) => name },
    { header: header('count'), kind: 'decimal', of: (row) => (isRatio(row) ? null : row.value) },
    { header: header('ratio'), kind: 'ratio', of: (row) => (isRatio(row) ? row.value : null) },
    { header: header('about'), kind: 'text', of: ({ about }) => about },
  ]
  const rows = [
    ...numbersUnder(data.report.funnel, 'funnel', words),
    ...numbersUnder(data.report[key], key, words),
    ...beside(key, data, words),
  ]
  return tabulate(header('figures'), fields, rows)
}

/** Every number that stands at a path, those of the interval as its two ends. */
function numbersUnder(report: object, path: string, words: PointWords): Figured[] {
  return Object.entries(report).flatMap(([name, value]: [string, unknown]) => {
    const at = `${path}.${name}`
    const named = words.figure(at)
    if (Array.isArray(value) && named !== null) return ends(at, named, value as number[], words)
    if (named !== null && (value === null || typeof value === 'number')) return [{ path: at, ...named, value }]
    // The rules that raise a question have names one by one.
    return name === 'suspectByRule' ? numbersUnder(value as object, at, words) : []
  })
}

type Named = { readonly name: string; readonly about: string }

function ends(path: string, { name, about }: Named, [low, high]: readonly number[], { header }: PointWords): Figured[] {
  return [
    { path: 'funnel.C', name: `${name} ${header('low')}`, about, value: low ?? null },
    { path: 'funnel.C', name: `${name} ${header('high')}`, about, value: high ?? null },
  ].map((end) => ({ ...end, path: path === 'sellingSkill.interval' ? end.path : path }))
}

/** What stands on two of the pages beside the report. */
function beside(key: ControlPointKey, { nNeeded, forecast, stillRequired }: PointData, words: PointWords): Figured[] {
  const figured = (path: string, value: number | null): Figured[] => {
    const named = words.figure(path)
    return named === null ? [] : [{ path, ...named, value }]
  }
  if (key === 'leadSources') return figured('leadSources.need', nNeeded)
  if (key !== 'targetProgress') return []
  const interval = words.figure('targetProgress.forecastInterval')
  return [
    ...figured('targetProgress.forecast', forecast?.deals ?? null),
    ...(interval === null || forecast === null
      ? []
      : ends('targetProgress.forecastInterval', interval, [forecast.low, forecast.high], words)),
    ...figured('targetProgress.fromStock', stillRequired.fromStock),
    ...figured('targetProgress.fromNew', stillRequired.fromNew),
    ...figured('targetProgress.requiredWorked', stillRequired.worked),
    ...figured('targetProgress.requiredCaptured', stillRequired.captured),
    ...figured('targetProgress.requiredN', stillRequired.N),
  ]
}

/** Everyone's own figures of this control point, as their report gives them. */
export function peopleSheet(key: ControlPointKey, { people }: PointData, words: PointWords): Sheet {
  const { header, light } = words
  const first = people[0]
  const figures =
    first === undefined ? [] : numbersUnder(first.report[key], key, words).map(({ path, name }) => ({ path, name }))
  type Person = (typeof people)[number]
  const numbersOf = new Map(
    people.map((person) => [
      person.staffId,
      new Map(numbersUnder(person.report[key], key, words).map(({ name, value }) => [name, value])),
    ]),
  )
  const fields: readonly Field<Person>[] = [
    { header: header('person'), kind: 'text', of: ({ name }) => name },
    { header: header('light'), kind: 'text', of: (person) => light(person.light) },
    { header: header('headline'), kind: 'ratio', of: ({ headline }) => headline },
    ...figures.map(
      ({ path, name }): Field<Person> => ({
        header: name,
        kind: kindOf(path),
        of: ({ staffId }) => cellOf(path, numbersOf.get(staffId)?.get(name) ?? null),
      }),
    ),
  ]
  return tabulate(header('people'), fields, people)
}

/** The sources one under another, where the control point looks at them; null where it does not. */
export function channelsSheet(key: ControlPointKey, { report, channels }: PointData, words: PointWords): Sheet | null {
  if (key !== 'infoCapture' && key !== 'leadSources') return null
  const { header, value } = words
  const figures = new Map<string, object>(Object.entries(report[key].byChannel))
  const names = key === 'infoCapture' ? ['N', 'captured'] : Object.keys(report.leadSources.byGroup.walk_in)
  const fields: readonly Field<(typeof channels)[number]>[] = [
    { header: header('channel'), kind: 'text', of: ({ name }) => name },
    { header: header('group'), kind: 'text', of: ({ group }) => value('channelGroup', group) },
    ...names.map((name): Field<(typeof channels)[number]> => {
      const path = `${key}.byChannel.${name}`
      const named = words.figure(path) ?? words.figure(`${key}.${name}`) ?? words.figure(`funnel.${name}`)
      const countOf = (id: string) => {
        const found = Object.entries(figures.get(id) ?? {}).find(([at]) => at === name)?.[1] as
          | number
          | null
          | undefined
        // A source nobody came by has no entry where only counts stand.
        return found === undefined ? 0 : found
      }
      return { header: named?.name ?? name, kind: kindOf(path), of: ({ id }) => cellOf(path, countOf(id)) }
    }),
  ]
  return tabulate(header('channels'), fields, channels)
}
