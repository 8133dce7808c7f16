import type { Grade } from '../../values/grade.ts'
import { wordKey } from './cell-text.ts'
import type { Mapping } from './fields.ts'
import type { KnownStore } from './known-store.ts'
import type {
  Flag,
  Plan,
  PlannedChannel,
  PlannedCustomer,
  PlannedDrive,
  PlannedEvent,
  PlannedLead,
  PlannedRow,
  PlannedVisit,
  Ref,
} from './plan-records.ts'
import { parseNewChannel } from './suggest-channel.ts'

/** A contact while the file is gone through: the purchase its rows belong to and what is known of it so far. */
export type FilePerson = {
  readonly lead: Ref
  readonly name: string
  /** Its lead is made by this file. */
  readonly isNew: boolean
  grade: Grade | null
  hasVisited: boolean
}

/** A plan in the making: the only place where its lists grow. */
export type Draft = {
  readonly mapping: Mapping
  readonly headers: readonly string[]
  readonly known: KnownStore
  readonly sellers: ReadonlySet<string>
  /** By contact. */
  readonly persons: Map<string, FilePerson>
  readonly channels: PlannedChannel[]
  readonly customers: PlannedCustomer[]
  readonly leads: PlannedLead[]
  readonly events: PlannedEvent[]
  readonly visits: PlannedVisit[]
  readonly drives: PlannedDrive[]
  readonly rows: PlannedRow[]
  readonly flags: Flag[]
}

export function newDraft(mapping: Mapping, headers: readonly string[], known: KnownStore): Draft {
  return {
    mapping,
    headers,
    known,
    sellers: new Set(known.people.filter(({ sells }) => sells).map(({ id }) => id)),
    persons: new Map(),
    channels: [],
    customers: [],
    leads: [],
    events: [],
    visits: [],
    drives: [],
    rows: [],
    flags: [],
  }
}

export function asPlan(draft: Draft, leftOut: Plan['leftOut']): Plan {
  const { channels, customers, leads, events, visits, drives, rows, flags } = draft
  return { records: { channels, customers, leads, events, visits, drives }, rows, flags, leftOut }
}

export function add<T>(list: T[], record: T): Ref {
  return { nth: list.push(record) - 1 }
}

/** Two values that ask for a new channel of the same name, or of a name the store has meanwhile, mean one channel. */
export function channelOf({ known, channels }: Draft, meaning: string): Ref {
  const wanted = parseNewChannel(meaning)
  if (wanted === null) return { id: meaning }
  const isWanted = ({ name }: { readonly name: string }) => wordKey(name) === wordKey(wanted.name)
  const there = known.channels.find(isWanted)
  if (there !== undefined) return { id: there.id }
  const nth = channels.findIndex(isWanted)
  return nth === -1 ? add(channels, wanted) : { nth }
}
