import { describe, expect, it } from 'vitest'
import { createWriteTurns } from '../../electron/api/write-turns.ts'

/** Everything that can go on by itself has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('who may write', () => {
  it('short writers work side by side, a long one alone, in the order they came', async () => {
    const turns = createWriteTurns()
    const order: string[] = []
    const first = Promise.withResolvers<void>()
    const short = turns.share(async () => {
      order.push('short begins')
      await first.promise
      order.push('short ends')
    })
    const beside = turns.share(() => order.push('another beside it'))
    const long = turns.take()
    const late = turns.share(() => order.push('one that came later'))
    await settled()
    expect(order).toEqual(['short begins', 'another beside it'])
    first.resolve()
    const end = await long
    order.push('long works')
    await settled()
    expect(order.slice(2)).toEqual(['short ends', 'long works'])
    end()
    await Promise.all([short, beside, late])
    expect(order.at(-1)).toBe('one that came later')
  })

  it('two long ones follow one another', async () => {
    const turns = createWriteTurns()
    const ends = await turns.take()
    let second = false
    const other = turns.take().then((end) => {
      second = true
      return end
    })
    await settled()
    expect(second).toBe(false)
    ends()
    const end = await other
    end()
    expect(await turns.share(() => 'free')).toBe('free')
  })

  it('work that fails leaves the turn to the next', async () => {
    const turns = createWriteTurns()
    const failed = turns.share(() => Promise.reject(new Error('no')))
    const long = turns.take()
    await expect(failed).rejects.toThrow('no')
    const end = await long
    end()
    expect(await turns.share(() => 1)).toBe(1)
  })
})
