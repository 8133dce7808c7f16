import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTROL_POINTS } from '../../shared/domain/control-points/keys.ts'
import { expectDeals, stillRequired } from '../../shared/domain/forecast.ts'
import { DEFAULT_THRESHOLDS, headlines, type LightKey, lightOf, neededVisitors } from '../../shared/domain/lights.ts'
import { median } from '../../shared/domain/measures/median.ts'
import { negativeBinomialQuantile } from '../../shared/domain/measures/negative-binomial.ts'
import { chain, ratio, sumKnown } from '../../shared/domain/measures/ratio.ts'
import { wilson } from '../../shared/domain/measures/wilson.ts'
import type { Report } from '../../shared/domain/report.ts'

describe('ratio, chain, sumKnown', () => {
  it('is null, never 0, without a whole', () => {
    expect([ratio(0, 0), ratio(1, null), ratio(null, 2), ratio(0, 4), ratio(1, 4)]).toEqual([null, null, null, 0, 0.25])
  })
  it('the chain of the worked example gives its deals (domain.md 1)', () => {
    expect(chain(2000, 0.4, 0.5, 0.25)).toBe(100)
    expect(chain(2000, null, 0.5)).toBeNull()
  })
  it('a sum with an unknown term is unknown', () => {
    expect([sumKnown([1, 2]), sumKnown([1, null]), sumKnown([])]).toEqual([3, null, 0])
  })
})

describe('median', () => {
  it('equals the middle of the values written out', () => {
    const counted = fc.array(fc.record({ value: fc.nat(20), count: fc.integer({ min: 1, max: 4 }) }), { maxLength: 8 })
    fc.assert(
      fc.property(counted, (values) => {
        const all = values.flatMap(({ value, count }) => Array<number>(count).fill(value)).sort((a, b) => a - b)
        const [low, high] = [all[Math.floor((all.length - 1) / 2)], all[Math.floor(all.length / 2)]]
        expect(median(values)).toBe(low === undefined || high === undefined ? null : (low + high) / 2)
      }),
    )
  })
})

describe('wilson', () => {
  it.each([
    [0, 10, 0, 0.27753279986],
    [10, 10, 0.72246720014, 1],
    [5, 10, 0.23659309051, 0.76340690949],
  ])('%d of %d', (hits, trials, low, high) => {
    const interval = wilson(hits, trials)
    expect(interval?.[0]).toBeCloseTo(low, 6)
    expect(interval?.[1]).toBeCloseTo(high, 6)
  })
  it('is unknown without a trial', () => expect(wilson(0, 0)).toBeNull())
})

describe('negativeBinomialQuantile', () => {
  it.each([
    // Shape 1 is geometric: P(X <= k) = 1 - 0.5^(k + 1).
    [0.5, 1, 0.5, 0],
    [0.75, 1, 0.5, 1],
    [0.9, 1, 0.5, 3],
    [0.9, 5, 1, 0],
  ])('%d of shape %d, chance %d is %d', (probability, shape, success, k) => {
    expect(negativeBinomialQuantile(probability, shape, success)).toBe(k)
  })
  it('does not lose itself where the first term underflows', () => {
    const quantile = negativeBinomialQuantile(0.5, 5000, 0.5)
    expect(Math.abs(quantile - 5000)).toBeLessThan(5)
  })
})

describe('expectDeals', () => {
  it('is the example of its docstring', () => {
    expect(expectDeals(8, 30, 60, 10)).toEqual({ deals: 13, low: 10, high: 16 })
  })
  it('knows a finished period exactly', () => {
    expect(expectDeals(8, 30, 60, 0)).toEqual({ deals: 8, low: 8, high: 8 })
  })
  it('the interval holds the forecast and never undoes a deal', () => {
    const days = fc.integer({ min: 1, max: 120 })
    fc.assert(
      fc.property(fc.nat(80), fc.nat(300), days, fc.nat(31), (actual, earlier, pastDays, left) => {
        const { deals, low, high } = expectDeals(actual, actual + earlier, pastDays, left)
        expect(low).toBeGreaterThanOrEqual(actual)
        expect(deals).toBeGreaterThanOrEqual(low)
        expect(deals).toBeLessThanOrEqual(high)
      }),
      // One deal in a fortnight and one day left: 0.07 to come, whose 90% quantile is 0.
      { examples: [[0, 1, 14, 1]] },
    )
  })
})

/** Only what the functions under test read. */
function reportWith(
  funnel: Partial<Report['funnel']>,
  progress: Partial<Report['targetProgress']>,
  stockValue = 0,
): Report {
  return { funnel, targetProgress: progress, customerTypes: { stockValue } } as unknown as Report
}

describe('stillRequired', () => {
  const before = reportWith({ K: 0.4, F: 0.5, C: 0.25 }, {})
  it('goes backwards from deals to visitors', () => {
    expect(stillRequired(reportWith({}, { remaining: 20 }, 8), before)).toEqual({
      deals: 20,
      fromStock: 8,
      fromNew: 12,
      worked: 48,
      captured: 96,
      N: 240,
    })
  })
  it('needs nobody when the stock is enough', () => {
    expect(stillRequired(reportWith({}, { remaining: 5 }, 8), before)).toMatchObject({ fromNew: 0, worked: 0, N: 0 })
  })
  it('does not know without a rate', () => {
    const unknown = reportWith({ K: 0.4, F: 0, C: 0.5 }, {})
    expect(stillRequired(reportWith({}, { remaining: 5 }), unknown)).toMatchObject({
      worked: 10,
      captured: null,
      N: null,
    })
  })
})

describe('lightOf', () => {
  it.each<[LightKey, number | null, string]>([
    ['infoCapture', 0.2999, 'red'],
    ['infoCapture', 0.3, 'amber'],
    ['infoCapture', 0.3999, 'amber'],
    ['infoCapture', 0.4, 'green'],
    ['targetProgress', 0.85, 'amber'],
    ['compliance', 0.69, 'red'],
    ['sellingSkill', null, 'unknown'],
  ])('%s at %s is %s', (key, headline, light) => {
    expect(lightOf(key, headline, DEFAULT_THRESHOLDS)).toBe(light)
  })
})

describe('headlines', () => {
  it('N against need: the target by now over K x F x C of the days before', () => {
    const report = {
      funnel: { N: 90, F: 0.5 },
      customerTypes: { stockCoverage: 0.9 },
      infoCapture: { K: 0.4 },
      visitorRecording: { completeness: null },
      leadAllocation: { withinResponse: 0.7 },
      followUpAudit: { coverage: 0.2 },
      sellingSkill: { C: 0.1 },
      targetProgress: { pace: 1.1, expectedByNow: 5 },
    } as unknown as Report
    const need = neededVisitors(report, reportWith({ K: 0.4, F: 0.5, C: 0.25 }, {}))
    expect(need).toBe(100)
    const all = headlines(report, need)
    expect(Object.keys(all)).toEqual(CONTROL_POINTS)
    expect(Object.values(all)).toEqual([0.9, 0.4, null, 0.7, 0.2, 0.5, 0.1, 0.9, 1.1])
  })
  it('is unknown when nobody bought', () => {
    expect(neededVisitors(reportWith({}, { expectedByNow: 5 }), reportWith({ K: 0.4, F: 0.5, C: 0 }, {}))).toBeNull()
  })
})
