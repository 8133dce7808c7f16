import type { Grade, LeadStatus } from '../../values/grade.ts'
import { wordKey } from './cell-text.ts'
import type { FlagCode, LeftOutCode, Mapping } from './fields.ts'
import type { KnownCustomer, KnownStore } from './known-store.ts'
import type {
  Flag,
  Plan,
  PlannedChannel,
  PlannedContact,
  PlannedCustomer,
  PlannedDeal,
  PlannedDrive,
  PlannedEvent,
  PlannedLead,
  PlannedPerson,
  PlannedRow,
  PlannedVisit,
  Ref,
} from './plan-records.ts'
import { parseNewChannel } from './suggest-channel.ts'
import { parseNewPerson } from './suggest-person.ts'

/** A purchase while the file is gone through, and what is known of it so far. */
export type FileLead = {
  readonly ref: Ref
  /** Made by this file: what people have decided about a lead on file is not the file's to change. */
  readonly isNew: boolean
  grade: Grade | null
  status: LeadStatus
  hasVisited: boolean
  /** Its planned contact, by place in the plan; a later row's takes its place. */
  contactNth: number | null
}

/** A customer while the file is gone through. */
export type FilePerson = {
  readonly customer: Ref
  readonly name: string
  readonly onFile: KnownCustomer | null
  /** The purchase its visits belong to. */
  lead: FileLead | null
  /** Leads on file that a sale of this file has won. */
  readonly wonIds: Set<string>
}

/** A plan in the making: the only place where its lists grow. */
export type Draft = {
  readonly mapping: Mapping
  readonly headers: readonly string[]
  readonly known: KnownStore
  /** By contact; several where a number stands for more than one person. */
  readonly persons: Map<string, FilePerson[]>
  readonly phonesOnTwoNames: Set<string>
  readonly channelRefs: Map<string, Ref>
  readonly personRefs: Map<string, Ref>
  readonly sellers: ReadonlySet<string>
  readonly people: PlannedPerson[]
  readonly channels: PlannedChannel[]
  readonly customers: PlannedCustomer[]
  readonly leads: PlannedLead[]
  readonly events: PlannedEvent[]
  readonly visits: PlannedVisit[]
  readonly drives: PlannedDrive[]
  readonly contacts: PlannedContact[]
  readonly deals: PlannedDeal[]
  readonly rows: PlannedRow[]
  readonly flags: Flag[]
}

export function newDraft(mapping: Mapping, headers: readonly string[], known: KnownStore): Draft {
  return {
    mapping,
    headers,
    known,
    persons: new Map(),
    phonesOnTwoNames: new Set(),
    channelRefs: new Map(),
    personRefs: new Map(),
    sellers: new Set(known.people.filter(({ sells }) => sells).map(({ id }) => id)),
    people: [],
    channels: [],
    customers: [],
    leads: [],
    events: [],
    visits: [],
    drives: [],
    contacts: [],
    deals: [],
    rows: [],
    flags: [],
  }
}

export function asPlan(draft: Draft, leftOut: Plan['leftOut']): Plan {
  const { people, channels, customers, leads, events, visits, drives, contacts, deals, rows, flags } = draft
  const records = { people, channels, customers, leads, events, visits, drives, contacts, deals }
  const { kind } = draft.mapping
  return { kind, records, rows, flags, leftOut, phonesOnTwoNames: draft.phonesOnTwoNames.size }
}

export function add<T>(list: T[], record: T): Ref {
  return { nth: list.push(record) - 1 }
}

export function flag({ flags }: Draft, line: number, code: FlagCode, value: string): void {
  flags.push({ line, code, value })
}

export function isLeftOut(person: FilePerson | LeftOutCode | null): person is LeftOutCode {
  return typeof person === 'string'
}

/** Two values that ask for a new channel of the same name, or of a name the store has meanwhile, mean one channel. */
export function channelOf(draft: Draft, meaning: string): Ref {
  return refOf(draft.channelRefs, meaning, () => {
    const wanted = parseNewChannel(meaning)
    return wanted === null ? { id: meaning } : named(wanted, draft.known.channels, draft.channels)
  })
}

/** Whom a meaning names; null for nobody. */
export function personOf(draft: Draft, meaning: string | null): Ref | null {
  if (meaning === null || meaning === '') return null
  return refOf(draft.personRefs, meaning, () => {
    const name = parseNewPerson(meaning)
    return name === null ? { id: meaning } : named({ name }, draft.known.people, draft.people)
  })
}

/** Reception receives but owns no leads (domain.md 2); whoever the file brings in sells. */
export function mayOwn({ sellers }: Draft, person: Ref): boolean {
  return 'nth' in person || sellers.has(person.id)
}

function refOf(refs: Map<string, Ref>, meaning: string, make: () => Ref): Ref {
  const known = refs.get(meaning)
  if (known !== undefined) return known
  const ref = make()
  refs.set(meaning, ref)
  return ref
}

function named<T extends { readonly name: string }>(
  wanted: T,
  known: readonly { readonly id: string; readonly name: string }[],
  made: T[],
): Ref {
  const key = wordKey(wanted.name)
  const there = known.find(({ name }) => wordKey(name) === key)
  if (there !== undefined) return { id: there.id }
  const nth = made.findIndex(({ name }) => wordKey(name) === key)
  return nth === -1 ? add(made, wanted) : { nth }
}
