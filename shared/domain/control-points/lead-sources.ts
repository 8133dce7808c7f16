import { daysBetween, eachDay, firstDayOf, lastDayOf, monthsTouching } from '../../values/business-date.ts'
import { CHANNEL_GROUPS, type ChannelGroup } from '../../values/vocabulary.ts'
import { countBy } from '../counting.ts'
import type { Facts } from '../facts.ts'
import type { CountedFigureKey } from '../figures.ts'
import { ratio, sumKnown } from '../measures/ratio.ts'

const FEN_PER_YUAN = 100

/** Money in yuan. */
export type SourceFigures = {
  readonly N: number
  readonly captured: number
  readonly won: number
  readonly deals: number
  readonly cost: number | null
  readonly grossProfit: number
  readonly roi: number | null
  readonly costPerVisit: number | null
  readonly costPerCaptured: number | null
  readonly costPerDeal: number | null
}
export type LeadSources = {
  readonly byChannel: Readonly<Record<string, SourceFigures>>
  readonly byGroup: Readonly<Record<ChannelGroup, SourceFigures>>
}

type Sums = Pick<SourceFigures, 'N' | 'captured' | 'won' | 'deals'> & {
  readonly costFen: number | null
  readonly grossProfitFen: number
}

/** Control point 8: where customers come from and what they cost. */
export function leadSources(facts: Facts): LeadSources {
  const ofStore = facts.query.staffId === null
  const per = (key: CountedFigureKey) => new Map(Object.entries(countBy(facts, key)))
  const N = per('leadSources.byChannel.N')
  const captured = per('leadSources.byChannel.captured')
  const won = per('leadSources.byChannel.won')
  const deals = per('leadSources.byChannel.deals')
  const sums = facts.channels.map(({ id, group }) => ({
    id,
    group,
    N: N.get(id) ?? 0,
    captured: captured.get(id) ?? 0,
    won: won.get(id) ?? 0,
    deals: deals.get(id) ?? 0,
    costFen: ofStore ? costFenOf(facts, id) : null,
    grossProfitFen: facts.sets.deals
      .filter((deal) => deal.channelId === id && deal.cancelled === 0)
      .reduce((sum, deal) => sum + deal.grossProfitFen, 0),
  }))
  return {
    byChannel: Object.fromEntries(sums.map((channel) => [channel.id, figuresOf(channel)])),
    byGroup: Object.fromEntries(
      CHANNEL_GROUPS.map((group) => [
        group,
        figuresOf(
          total(
            sums.filter((sum) => sum.group === group),
            ofStore,
          ),
        ),
      ]),
    ) as Record<ChannelGroup, SourceFigures>,
  }
}

/** Each month's cost by the share of its days inside the period; null when a month is missing. */
function costFenOf(facts: Facts, channelId: string): number | null {
  const { query, end, costs } = facts
  return sumKnown(
    monthsTouching(query.from, end).map((month) => {
      const cost = costs.find((row) => row.channelId === channelId && row.month === month)
      if (cost === undefined) return null
      const [first, last] = [firstDayOf(month), lastDayOf(month)]
      const inside = eachDay(first > query.from ? first : query.from, last < end ? last : end).length
      return (cost.costFen * inside) / (daysBetween(first, last) + 1)
    }),
  )
}

function total(channels: readonly Sums[], ofStore: boolean): Sums {
  const sum = (value: (channel: Sums) => number) => channels.reduce((all, channel) => all + value(channel), 0)
  return {
    N: sum((channel) => channel.N),
    captured: sum((channel) => channel.captured),
    won: sum((channel) => channel.won),
    deals: sum((channel) => channel.deals),
    costFen: ofStore ? sumKnown(channels.map((channel) => channel.costFen)) : null,
    grossProfitFen: sum((channel) => channel.grossProfitFen),
  }
}

function figuresOf({ N, captured, won, deals, costFen, grossProfitFen }: Sums): SourceFigures {
  const cost = costFen === null ? null : costFen / FEN_PER_YUAN
  return {
    N,
    captured,
    won,
    deals,
    cost,
    grossProfit: grossProfitFen / FEN_PER_YUAN,
    roi: costFen === null ? null : ratio(grossProfitFen - costFen, costFen),
    costPerVisit: ratio(cost, N),
    costPerCaptured: ratio(cost, captured),
    costPerDeal: ratio(cost, won),
  }
}
