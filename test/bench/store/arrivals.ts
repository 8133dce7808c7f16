import { personAt } from '../../../electron/demo/customers.ts'
import { MODELS, type Model } from '../../../electron/demo/line-up.ts'
import type { Random } from '../../../electron/demo/random.ts'
import { factsFor } from '../../../electron/demo/screening-facts.ts'
import type { Instant } from '../../../shared/values/business-date.ts'
import type { Grade } from '../../../shared/values/grade.ts'
import { CLOSES, crowdOn, type Day, dateText, instantAt, LAST_DAY, OPENS } from './calendar.ts'
import { liveThrough } from './lead-life.ts'
import { type Channel, type Desk, holderOf, type LineUp, newId, type Showroom } from './line-up.ts'
import type { Cell, RowBook } from './rows.ts'

/** What a showroom sees on an ordinary day. */
const FIRST_VISITS = 38
const CALLS = 6
const OTHERS = 9
const RETURNING_CUSTOMERS = 0.015
const FIRST_GRADES = [
  ['A', 16],
  ['B', 22],
  ['C', 32],
  ['D', 22],
  [null, 8],
] as const
const REASONS = [
  ['just_looking', 34],
  ['in_a_hurry', 18],
  ['refused', 20],
  ['not_asked', 16],
  ['companion', 9],
  ['other', 3],
] as const

type Known = { readonly customerId: string; readonly closedOn: Day; readonly title: string }

/** Lets people come in, day by day. */
export type Door = { readonly open: (day: Day, showroom: Showroom) => void }

export function createDoor({ channels }: LineUp, book: RowBook, random: Random): Door {
  let people = 0
  const former: Known[] = []
  const byShare = channels.map((channel) => [channel, channel.share] as const)

  const customerOf = (at: Instant, day: Day): { id: string; title: string } => {
    const old = former.length > 50 && random.chance(RETURNING_CUSTOMERS) ? random.pick(former) : null
    if (old !== null && old.closedOn < day) return { id: old.customerId, title: old.title }
    const id = newId(random)
    const { name, title, gender, city } = personAt(people, random)
    // A mobile number begins with 13 to 19: these are nobody's. Every number comes once.
    const phone = random.chance(0.04)
      ? null
      : `10${people % 10}${String((people * 48_271 + 12_345) % 100_000_000).padStart(8, '0')}`
    const wechat = phone === null || random.chance(0.3) ? `bench_wx_${people}` : null
    people += 1
    book.add('customers', at, [id, name, at, phone, phone, wechat, gender, city])
    return { id, title }
  }

  const bearLead = (at: Instant, day: Day, desk: Desk, showroom: Showroom, channel: Channel): string => {
    const { id: customerId, title } = customerOf(at, day)
    const id = newId(random)
    const model = random.weighted(MODELS.map((one) => [one, one.demand] as const))
    const subject = { title, model: model.name, trims: model.trims }
    const grade = random.weighted(FIRST_GRADES)
    const fate = liveThrough({ id, createdAt: at, desk, showroom, channel, subject, model, grade }, book, random)
    if (fate.closedOn !== null && random.chance(0.05)) former.push({ customerId, closedOn: fate.closedOn, title })
    book.add('leads', at, leadCells(id, customerId, channel.id, at, model, fate.grade, random))
    book.addLead({ leadId: id, createdAt: at, events: fate.events })
    return id
  }

  const visit = (day: Day, showroom: Showroom, kind: 'showroom' | 'phone', purpose: 'purchase' | 'other'): void => {
    const desk = random.pick(showroom.desks)
    const channel = random.weighted(byShare)
    const at = instantAt(day, OPENS + (CLOSES - OPENS) * random.next())
    const rate = kind === 'phone' ? 0.42 : desk.captures * channel.captures
    const leadId = purpose === 'purchase' && random.chance(rate) ? bearLead(at, day, desk, showroom, channel) : null
    const isVoided = leadId === null && random.chance(0.01)
    const logged = at + (random.chance(0.08) ? random.int(61, 600) : random.int(2, 45)) * 60_000
    book.add('visits', at, [
      newId(random),
      at,
      dateText(day),
      logged,
      channel.id,
      kind,
      purpose,
      purpose === 'purchase' || random.chance(0.5) ? 1 : 0,
      kind === 'phone' ? null : random.int(1, 4),
      holderOf(desk, day),
      leadId,
      leadId === null && purpose === 'purchase' ? random.weighted(REASONS) : null,
      null,
      ...(isVoided ? [logged + 60_000, showroom.managerId, '重复录入'] : [null, null, null]),
    ])
  }

  return {
    open: (day, showroom) => {
      const crowd = crowdOn(day)
      for (let n = random.count(FIRST_VISITS * crowd); n > 0; n -= 1) visit(day, showroom, 'showroom', 'purchase')
      for (let n = random.count(CALLS * crowd); n > 0; n -= 1) visit(day, showroom, 'phone', 'purchase')
      for (let n = random.count(OTHERS * crowd); n > 0; n -= 1) visit(day, showroom, 'showroom', 'other')
    },
  }
}

function leadCells(
  id: string,
  customerId: string,
  channelId: string,
  at: Instant,
  model: Model,
  grade: Grade | null,
  random: Random,
): Cell[] {
  const facts = grade === null ? null : factsFor(grade, model, random)
  const bit = (value: boolean | null | undefined): Cell =>
    value === null || value === undefined ? null : value ? 1 : 0
  return [
    id,
    customerId,
    channelId,
    at,
    dateText(Math.min(LAST_DAY, Math.floor((at + 28_800_000) / 86_400_000))),
    model.name,
    facts?.budget ?? null,
    facts?.horizonMonths ?? null,
    bit(facts?.selectionStarted),
    facts?.waitingFor ?? null,
    bit(facts?.wantsNewCar),
    bit(facts?.contentWithCurrent),
    facts?.stage ?? null,
    facts?.competitor ?? null,
  ]
}
