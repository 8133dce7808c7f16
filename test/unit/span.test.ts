import { describe, expect, it } from 'vitest'
import { spanOf } from '../../renderer/components/floor/span.ts'

describe('a length of time', () => {
  it.each([
    [0, 'minutes', 0],
    [119, 'minutes', 119],
    [120, 'hours', 2],
    [2879, 'hours', 47],
    [2880, 'days', 2],
  ])('%i minutes', (minutes, unit, count) => {
    expect(spanOf(minutes)).toEqual({ unit, count })
  })
})
