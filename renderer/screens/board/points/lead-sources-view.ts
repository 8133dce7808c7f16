import type { SourceFigures } from '../../../../shared/domain/control-points/lead-sources.ts'
import type { Report } from '../../../../shared/domain/report.ts'
import { CHANNEL_GROUPS, type ChannelGroup } from '../../../../shared/values/vocabulary.ts'
import { type SampleRate, sampleRate } from '../../../components/charts/sample-rate.ts'

export type SourceRow = {
  readonly id: string
  readonly name: string
  readonly group: ChannelGroup
  readonly figures: SourceFigures
  /** Contacts of the first visits, and deals of the contacts. */
  readonly K: SampleRate | null
  readonly closing: SampleRate | null
}

type Channel = { readonly id: string; readonly name: string; readonly group: ChannelGroup }

/** Every channel that brought anything or cost anything: group by group, the one with most visits first. */
export function sourceRows(channels: readonly Channel[], { leadSources }: Report): readonly SourceRow[] {
  const byChannel = new Map(Object.entries(leadSources.byChannel))
  return channels
    .flatMap(({ id, name, group }): SourceRow[] => {
      const figures = byChannel.get(id)
      if (figures === undefined || isIdle(figures)) return []
      const { N, captured, won } = figures
      return [{ id, name, group, figures, K: sampleRate(captured, N), closing: sampleRate(won, captured) }]
    })
    .sort((a, b) => CHANNEL_GROUPS.indexOf(a.group) - CHANNEL_GROUPS.indexOf(b.group) || b.figures.N - a.figures.N)
}

function isIdle({ N, captured, won, deals, cost }: SourceFigures): boolean {
  return N === 0 && captured === 0 && won === 0 && deals === 0 && (cost === null || cost === 0)
}

export const PRICES = ['costPerDeal', 'costPerCaptured', 'costPerVisit', 'roi'] as const
export type Price = (typeof PRICES)[number]
/** Why a price is not known. */
export type NoPrice = 'noCost' | 'storeOnly' | 'freeOfCost' | 'noneWon' | 'noneCaptured' | 'noVisitors'

export type PriceRow = {
  readonly source: SourceRow
  readonly value: number | null
  readonly why: NoPrice | null
}

/** What a channel's results cost, the best first; what is not known stands last and says why. */
export function priceRows(rows: readonly SourceRow[], price: Price, isStore: boolean): readonly PriceRow[] {
  const priced = rows.map((source) => {
    const value = source.figures[price]
    return { source, value, why: value === null ? whyNot(source.figures, price, isStore) : null }
  })
  const worst = Number.POSITIVE_INFINITY
  const rank = ({ value }: PriceRow) => (value === null ? worst : price === 'roi' ? -value : value)
  return priced.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
}

function whyNot({ cost }: SourceFigures, price: Price, isStore: boolean): NoPrice {
  if (!isStore) return 'storeOnly'
  if (cost === null) return 'noCost'
  if (cost === 0 || price === 'roi') return 'freeOfCost'
  switch (price) {
    case 'costPerDeal':
      return 'noneWon'
    case 'costPerCaptured':
      return 'noneCaptured'
    case 'costPerVisit':
      return 'noVisitors'
  }
}
