import type { Month } from '../../shared/values/business-date.ts'
import { eachDay, firstDayOf, lastDayOf, monthsTouching } from '../../shared/values/business-date.ts'
import type { Books } from './books.ts'
import { CHANNELS } from './line-up.ts'
import type { Day } from './moment.ts'
import { dateText, dayOf, dayOfMoment } from './moment.ts'
import { SALESPEOPLE } from './people.ts'

type TargetRow = { readonly month: Month; readonly staffId: string | null; readonly deals: number }
type CostRow = { readonly channelId: string; readonly month: Month; readonly cost: number }
type DoorRow = { readonly day: Day; readonly count: number }
type MarketRow = { readonly month: Month; readonly potential: number }

const PACE_NOW = 0.9
// Before that day of the month a single order more or less would make the target absurd.
const FIRST_JUDGED_DAY = 5

function monthsOf(books: Books): Month[] {
  return monthsTouching(dateText(books.from), dateText(books.today))
}

function ordersIn(books: Books, month: Month): number {
  const kept = books.deals.filter(({ cancelledOn }) => cancelledOn === null)
  return kept.filter(({ orderedOn }) => dateText(orderedOn).startsWith(month)).length
}

/** Whole deals for each person that add up to the whole: the remainder goes to the first, as every share is equal. */
function sharesOf(deals: number): number[] {
  const least = Math.floor(deals / SALESPEOPLE.length)
  return SALESPEOPLE.map((_, n) => least + (n < deals % SALESPEOPLE.length ? 1 : 0))
}

/** What the owner asked for: near what came of it in past months, and a little more than the pace of the running one. */
function storeTarget(books: Books, month: Month, usual: number): number {
  const orders = ordersIn(books, month)
  const last = dayOf(lastDayOf(month))
  if (last < books.today)
    return Math.max(5, Math.round((0.6 * orders + 0.4 * usual) * (1 + books.random.int(2, 12) / 100)))
  const days = eachDay(firstDayOf(month), lastDayOf(month)).length
  const elapsed = days - (last - books.today)
  if (elapsed < FIRST_JUDGED_DAY) return Math.round(usual)
  const fair = (orders / PACE_NOW) * (days / elapsed)
  return Math.round(Math.min(usual * 1.7, Math.max(usual * 0.5, fair)))
}

export function targetsOf(books: Books): TargetRow[] {
  const months = monthsOf(books)
  const past = months.slice(0, -1)
  const usual = past.reduce((sum, month) => sum + ordersIn(books, month), 0) / Math.max(1, past.length)
  return months.flatMap((month) => {
    const deals = storeTarget(books, month, usual)
    const shares = sharesOf(deals)
    return [
      { month, staffId: null, deals },
      ...SALESPEOPLE.map(({ id }, n) => ({ month, staffId: id, deals: shares[n] ?? 0 })),
    ]
  })
}

/** Monthly cost per source in yuan, a few percent up and down. */
export function costsOf(books: Books): CostRow[] {
  return monthsOf(books).flatMap((month) =>
    CHANNELS.map(({ id, cost }) => ({
      channelId: id,
      month,
      cost: Math.round((cost * books.random.int(92, 110)) / 1000) * 10,
    })),
  )
}

/** The counter at the door on most days; it sees now and then a party that nobody logged. Today's is read in the evening. */
export function doorCountsOf(books: Books): DoorRow[] {
  const logged = new Map<Day, number>()
  for (const { kind, arrivedAt } of books.visits) {
    const day = dayOfMoment(arrivedAt)
    if (kind === 'showroom') logged.set(day, (logged.get(day) ?? 0) + 1)
  }
  return [...logged]
    .filter(([day]) => day < books.today)
    .sort(([a], [b]) => a - b)
    .flatMap(([day, parties]) => {
      const missed = books.random.count(parties * 0.065)
      return books.random.chance(0.92) ? [{ day, count: parties + missed }] : []
    })
}

export function marketOf(books: Books): MarketRow[] {
  return monthsOf(books).map((month) => ({ month, potential: books.random.int(270, 345) * 10 }))
}
