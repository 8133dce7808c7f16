import { personAt } from '../../../electron/demo/customers.ts'
import { CHANNELS } from '../../../electron/demo/line-up.ts'
import type { Random } from '../../../electron/demo/random.ts'
import { type Day, dateText, LAST_DAY } from './calendar.ts'
import type { Cell, TableName } from './rows.ts'
import type { StoreSize } from './sizes.ts'

/** A place on the floor, and who holds it: two in each showroom have changed hands, and their leads with them. */
export type Desk = {
  readonly staffId: string
  readonly before: { readonly staffId: string; readonly until: Day } | null
  /** Share of first visitors who leave a contact; of plans kept in time; factor on the chance to close. */
  readonly captures: number
  readonly keeps: number
  readonly closes: number
  /** Writes up the day's work in one go at closing time, with the same few sentences. */
  readonly writesInBursts: boolean
}

export type Channel = {
  readonly id: string
  readonly closes: number
  readonly captures: number
  readonly share: number
}
export type Showroom = { readonly desks: readonly Desk[]; readonly managerId: string }
export type LineUp = {
  readonly showrooms: readonly Showroom[]
  readonly channels: readonly Channel[]
  readonly staffRows: readonly (readonly Cell[])[]
  readonly channelRows: readonly (readonly Cell[])[]
}

const DESKS = 12

export function holderOf(desk: Desk, day: Day): string {
  return desk.before !== null && day <= desk.before.until ? desk.before.staffId : desk.staffId
}

/** An id as the program makes them, but from the seed. */
export function newId(random: Random): string {
  const four = () =>
    Math.floor(random.next() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0')
  const hex = four() + four() + four() + four()
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

export function lineUp(size: StoreSize, random: Random): LineUp {
  const staffRows: Cell[][] = []
  const person = (role: string, active: 0 | 1, capacity: number | null) => {
    const id = newId(random)
    staffRows.push([id, personAt(staffRows.length, random).name, role, active, capacity])
    return id
  }
  const channels = CHANNELS.map(({ name, group, share, captures, closes }) => ({
    id: newId(random),
    name,
    group,
    share,
    captures,
    closes,
  }))
  person('owner', 1, null)
  person('reception', 1, null)
  const showrooms = Array.from({ length: size.showrooms }, () => {
    const managerId = person('manager', 1, null)
    return { managerId, desks: Array.from({ length: DESKS }, (_, n) => deskAt(n, size, random, person)) }
  })
  return { showrooms, channels, staffRows, channelRows: channels.map(({ id, group, name }) => [id, group, name]) }
}

type AddPerson = (role: string, active: 0 | 1, capacity: number | null) => string

function deskAt(n: number, size: StoreSize, random: Random, person: AddPerson): Desk {
  const hasChanged = n < 2
  const until = LAST_DAY - Math.floor(size.days * (0.3 + 0.3 * n))
  return {
    before: hasChanged ? { staffId: person('salesperson', 0, null), until } : null,
    staffId: person('salesperson', 1, 20),
    captures: 0.56 + 0.26 * random.next(),
    keeps: 0.62 + 0.3 * random.next(),
    closes: 0.75 + 0.5 * random.next(),
    writesInBursts: n % 6 === 5,
  }
}

/** What the owner has said about each month: targets, costs, the market; and what the door counted on each day. */
export function planRows(size: StoreSize, line: LineUp, random: Random): (readonly [TableName, Cell[][]])[] {
  const days = Array.from({ length: size.days }, (_, n) => LAST_DAY - size.days + 1 + n)
  const months = [...new Set(days.map((day) => dateText(day).slice(0, 7)))]
  const sellers = line.staffRows.filter(([, , role, active]) => role === 'salesperson' && active === 1)
  const count = line.showrooms.length
  const targets = months.flatMap((month) => [
    [month, '', 105 * count],
    ...sellers.map(([id]) => [month, id ?? null, random.int(7, 10)]),
  ])
  const costs = months.flatMap((month) =>
    line.channels.map(({ id, share }) => [id, month, share * count * random.int(30_000, 45_000)]),
  )
  const counted = days.filter(() => random.chance(0.85))
  return [
    ['targets', targets],
    ['channel_costs', costs],
    ['market', months.map((month) => [month, count * random.int(800, 1000)])],
    ['door_counts', counted.map((day) => [dateText(day), Math.round(count * random.int(36, 52))])],
  ]
}
