import type { LeadFilter, LeadSort } from '../../../shared/contract/lead-list.ts'
import { type BusinessDate, parseBusinessDate } from '../../../shared/values/business-date.ts'
import { LEAD_STATUSES, OPEN_BUCKETS, STAGES } from '../../../shared/values/grade.ts'
import { LEAD_DUES, LEAD_SORTS } from '../../../shared/values/lead-look.ts'

export type LeadsLook = {
  readonly filter: LeadFilter
  readonly sort: LeadSort
  readonly as: 'table' | 'board'
  /** What the columns of the board are. */
  readonly by: 'stage' | 'grade'
}

export const STAGE_KEYS = ['unknown', ...STAGES] as const
export const SILENCES = ['cadence', 7, 15, 30, 60, 90] as const
const USUAL_SORT: LeadSort = { by: 'due', descending: false }
/** Of addresses from before the list was one piece. */
const PAGE_SIZE = 50

export function usualFilter(who: string): LeadFilter {
  return {
    who,
    grades: [],
    statuses: ['open'],
    stages: [],
    channels: [],
    createdFrom: null,
    createdTo: null,
    due: null,
    silent: null,
    model: '',
    text: '',
    batchId: null,
  }
}

export function usualLook(who: string): LeadsLook {
  return { filter: usualFilter(who), sort: USUAL_SORT, as: 'table', by: 'stage' }
}

/** The list that an address means; what is not understood in it asks nothing. */
export function lookOf(search: URLSearchParams, defaultWho: string): LeadsLook {
  const [by = '', direction] = (search.get('sort') ?? '').split('.')
  const sortBy = LEAD_SORTS.find((one) => one === by)
  return {
    filter: filterOf(search, defaultWho),
    sort: sortBy === undefined ? USUAL_SORT : { by: sortBy, descending: direction === 'down' },
    as: search.get('as') === 'board' ? 'board' : 'table',
    by: search.get('by') === 'grade' ? 'grade' : 'stage',
  }
}

function filterOf(search: URLSearchParams, defaultWho: string): LeadFilter {
  const who = search.get('who') ?? defaultWho
  const bucket = search.get('bucket')
  const silent = search.get('silent') ?? ''
  return {
    who: who === 'unassigned' ? 'nobody' : who,
    grades: among(OPEN_BUCKETS, bucket === null ? search.get('grade') : bucket),
    statuses: statusesOf(search.get('status') ?? bucket),
    stages: among(STAGE_KEYS, search.get('stage')),
    channels: (search.get('channel') ?? '').split(',').filter((id) => id !== ''),
    createdFrom: dateOf(search.get('from')),
    createdTo: dateOf(search.get('to')),
    due: LEAD_DUES.find((one) => one === search.get('due')) ?? null,
    silent: silent === 'cadence' ? silent : /^\d{1,4}$/.test(silent) ? Number(silent) : null,
    model: (search.get('model') ?? '').slice(0, 60),
    text: (search.get('q') ?? '').slice(0, 60),
    batchId: search.get('batch') || null,
  }
}

/** `open` unless something else is said; a grade is one of the open leads. */
function statusesOf(said: string | null): LeadFilter['statuses'] {
  if (said === 'all') return []
  const statuses = among(LEAD_STATUSES, said)
  return statuses.length === 0 ? ['open'] : statuses
}

function among<T extends string>(words: readonly T[], said: string | null): T[] {
  const wanted = (said ?? '').split(',')
  return words.filter((word) => wanted.includes(word))
}

function dateOf(said: string | null): BusinessDate | null {
  return said === null ? null : parseBusinessDate(said)
}

/** The row that an old address with a page begins at. */
export function firstRowOf(search: URLSearchParams): number {
  const page = Number(search.get('page') ?? 1)
  return Number.isInteger(page) && page > 1 ? (page - 1) * PAGE_SIZE : 0
}

/** The address of a look: only what is not usual. */
export function searchOf({ filter, sort, as, by }: LeadsLook, defaultWho: string): Record<string, string> {
  const { statuses } = filter
  const isUsualStatus = statuses.length === 1 && statuses[0] === 'open'
  const said: Readonly<Record<string, string | null>> = {
    who: filter.who === defaultWho ? null : filter.who === 'nobody' ? 'unassigned' : filter.who,
    status: isUsualStatus ? null : statuses.length === 0 ? 'all' : statuses.join(','),
    grade: filter.grades.join(','),
    stage: filter.stages.join(','),
    channel: filter.channels.join(','),
    from: filter.createdFrom,
    to: filter.createdTo,
    due: filter.due,
    silent: filter.silent === null ? null : String(filter.silent),
    model: filter.model,
    q: filter.text,
    batch: filter.batchId,
    sort: sameSort(sort, USUAL_SORT) ? null : `${sort.by}.${sort.descending ? 'down' : 'up'}`,
    as: as === 'table' ? null : as,
    by: by === 'stage' ? null : by,
  }
  return Object.fromEntries(
    Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''),
  )
}

export function sameSort(one: LeadSort, other: LeadSort): boolean {
  return one.by === other.by && one.descending === other.descending
}

/** The same leads are meant, in whatever order the words were chosen. */
export function sameFilter(one: LeadFilter, other: LeadFilter): boolean {
  const plain = (filter: LeadFilter) =>
    Object.entries(filter)
      .map(([key, value]) => `${key}=${JSON.stringify(Array.isArray(value) ? value.map(String).toSorted() : value)}`)
      .toSorted()
      .join('&')
  return plain(one) === plain(other)
}
