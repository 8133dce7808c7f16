import { describe, expect, it } from 'vitest'
import { priceRows, sourceRows } from '../../renderer/screens/board/points/lead-sources-view.ts'
import type { SourceFigures } from '../../shared/domain/control-points/lead-sources.ts'
import type { Report } from '../../shared/domain/report.ts'

const figures = (change: Partial<SourceFigures>): SourceFigures => ({
  N: 10,
  captured: 5,
  won: 2,
  deals: 2,
  cost: 1000,
  grossProfit: 3000,
  roi: 2,
  costPerVisit: 100,
  costPerCaptured: 200,
  costPerDeal: 500,
  ...change,
})
const channels = [
  { id: 'video', name: 'Video', group: 'outbound' },
  { id: 'walk', name: 'Walk', group: 'walk_in' },
  { id: 'expo', name: 'Expo', group: 'walk_in' },
  { id: 'old', name: 'Old', group: 'walk_in' },
] as const
const byChannel = {
  walk: figures({ N: 20, cost: null, roi: null, costPerVisit: null, costPerCaptured: null, costPerDeal: null }),
  expo: figures({ N: 30, won: 0, deals: 0, grossProfit: 0, roi: -1, costPerDeal: null }),
  video: figures({}),
  old: figures({ N: 0, captured: 0, won: 0, deals: 0, cost: null, grossProfit: 0, roi: null }),
}
const rows = sourceRows(channels, { leadSources: { byChannel } } as unknown as Report)
const ids = (priced: ReturnType<typeof priceRows>) => priced.map(({ source, why }) => [source.id, why])

describe('the rows of channels', () => {
  it('stand group by group, the most visited first, without a channel that did and cost nothing', () => {
    expect(rows.map(({ id }) => id)).toEqual(['expo', 'walk', 'video'])
  })

  it('know their rates only where somebody came', () => {
    expect(rows[0]?.closing).toMatchObject({ rate: 0, hits: 0, trials: 5, isSmall: true })
    expect(
      sourceRows(channels, { leadSources: { byChannel: { walk: figures({ N: 0, captured: 0 }) } } } as never),
    ).toMatchObject([{ id: 'walk', K: null, closing: null }])
  })
})

describe('prices', () => {
  it('put the cheapest first, and say last why one is not known', () => {
    expect(ids(priceRows(rows, 'costPerDeal', true))).toEqual([
      ['video', null],
      ['expo', 'noneWon'],
      ['walk', 'noCost'],
    ])
  })

  it('put the best return first; without a deal it is -100%', () => {
    const priced = priceRows(rows, 'roi', true)
    expect(ids(priced)).toEqual([
      ['video', null],
      ['expo', null],
      ['walk', 'noCost'],
    ])
    expect(priced[1]?.value).toBe(-1)
  })

  it('are the whole store’s', () => {
    const own = rows.map((row) => ({ ...row, figures: { ...row.figures, cost: null, costPerVisit: null } }))
    expect(new Set(priceRows(own, 'costPerVisit', false).map(({ why }) => why))).toEqual(new Set(['storeOnly']))
  })

  it('are nothing where nothing was spent, and then there is no return to speak of', () => {
    const free = rows.slice(2).map((row) => ({ ...row, figures: figures({ cost: 0, roi: null, costPerVisit: 0 }) }))
    expect(priceRows(free, 'costPerVisit', true)).toMatchObject([{ value: 0, why: null }])
    expect(ids(priceRows(free, 'roi', true))).toEqual([['video', 'freeOfCost']])
  })
})
