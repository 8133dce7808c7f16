import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SMALL_SAMPLE, sampleRate } from '../../renderer/components/charts/sample-rate.ts'

describe('a rate that knows how much it means', () => {
  it('is not known without a trial', () => {
    expect(sampleRate(0, 0)).toBeNull()
  })

  it('says of a small sample that it is one', () => {
    expect(sampleRate(1, SMALL_SAMPLE - 1)?.isSmall).toBe(true)
    expect(sampleRate(1, SMALL_SAMPLE)?.isSmall).toBe(false)
  })

  it('lies within its interval, which narrows with more of the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (trials, seed) => {
        const hits = seed % (trials + 1)
        const [few, many] = [sampleRate(hits, trials), sampleRate(hits * 4, trials * 4)]
        expect(few?.low).toBeLessThanOrEqual((few?.rate ?? 0) + 1e-12)
        expect(few?.high).toBeGreaterThanOrEqual((few?.rate ?? 0) - 1e-12)
        expect((many?.high ?? 1) - (many?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 1))
      }),
    )
  })
})
