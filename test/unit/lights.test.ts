import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  complete,
  draftOf,
  figuresOf,
  isSame,
  limitsOf,
  sourceOf,
} from '../../renderer/screens/settings/rules/thresholds-view.ts'
import type { Tile } from '../../shared/contract/board.ts'
import {
  DEFAULT_THRESHOLDS,
  LIGHT_KEYS,
  type LightKey,
  lightOf,
  limitFaults,
  mostOf,
  thresholdsWith,
} from '../../shared/domain/lights.ts'

const key = fc.constantFrom(...LIGHT_KEYS)
const percent = fc.integer({ min: 0, max: 100 }).map((whole) => whole / 100)

describe('limits', () => {
  it('there is one pair for every light', () => {
    expect([...LIGHT_KEYS].sort()).toEqual(Object.keys(DEFAULT_THRESHOLDS).sort())
  })

  it('are the store’s only where they differ from the default', () => {
    const own = thresholdsWith({
      infoCapture: { amberFrom: 0.35, greenFrom: 0.45 },
      sellingSkill: { amberFrom: 0.15, greenFrom: 0.2 },
    })
    expect(own.infoCapture).toEqual({ amberFrom: 0.35, greenFrom: 0.45, source: 'store' })
    expect(own.sellingSkill).toEqual(DEFAULT_THRESHOLDS.sellingSkill)
    expect(thresholdsWith({})).toEqual(DEFAULT_THRESHOLDS)
  })

  it.each<[LightKey, number, number, string[]]>([
    ['infoCapture', 0.3, 0.4, []],
    ['infoCapture', 0, 0, []],
    ['infoCapture', 0.4, 0.4, []],
    ['infoCapture', 0.5, 0.4, ['amberFrom amber_above_green']],
    ['infoCapture', 0.5, 1.1, ['greenFrom limit_out_of_range']],
    ['leadSources', 0.5, 1.1, []],
    ['leadSources', -0.1, 3.1, ['amberFrom limit_out_of_range', 'greenFrom limit_out_of_range']],
    ['compliance', Number.NaN, 0.5, ['amberFrom limit_out_of_range']],
  ])('%s from %s and %s', (of, amberFrom, greenFrom, faults) => {
    expect(limitFaults(of, { amberFrom, greenFrom }).map(({ field, code }) => `${field} ${code}`)).toEqual(faults)
  })

  it('every light follows the two lines, wherever they are', () => {
    fc.assert(
      fc.property(key, percent, percent, percent, (of, one, other, figure) => {
        const limits = { amberFrom: Math.min(one, other), greenFrom: Math.max(one, other) }
        expect(limitFaults(of, limits)).toEqual([])
        const light = lightOf(of, figure, thresholdsWith({ [of]: limits }))
        expect(light).toBe(figure >= limits.greenFrom ? 'green' : figure >= limits.amberFrom ? 'amber' : 'red')
        expect(mostOf(of)).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

describe('limits while they are edited', () => {
  const draft = draftOf(DEFAULT_THRESHOLDS)

  it('are saved as they stand, and not at all while one is missing or wrong', () => {
    expect(limitsOf(draft)?.infoCapture).toEqual({ amberFrom: 0.3, greenFrom: 0.4 })
    expect(limitsOf({ ...draft, infoCapture: { amberFrom: null, greenFrom: 0.4 } })).toBeNull()
    expect(limitsOf({ ...draft, infoCapture: { amberFrom: 0.6, greenFrom: 0.4 } })).toBeNull()
    expect(complete({ amberFrom: 0.1, greenFrom: null })).toBeNull()
  })

  it('know whose they are', () => {
    expect(isSame(draft, draftOf(thresholdsWith({})))).toBe(true)
    const moved = { ...draft, compliance: { amberFrom: 0.7, greenFrom: 0.9 } }
    expect(isSame(draft, moved)).toBe(false)
    expect(sourceOf('compliance', moved.compliance, DEFAULT_THRESHOLDS)).toBe('store')
    expect(sourceOf('compliance', draft.compliance, DEFAULT_THRESHOLDS)).toBe('ours')
    expect(sourceOf('infoCapture', draft.infoCapture, DEFAULT_THRESHOLDS)).toBe('method')
  })

  it('stand beside what the board says', () => {
    const tiles = [
      { key: 'infoCapture', headline: 0.4, beside: null },
      { key: 'followUpWorkload', headline: null, beside: { headline: 0.8 } },
    ] as unknown as Tile[]
    expect(figuresOf(tiles)).toEqual({ infoCapture: 0.4, followUpWorkload: null, compliance: 0.8 })
  })
})
