import { describe, expect, test } from 'vitest'
import { formatsFor } from '../../renderer/i18n/formats.ts'

const shanghai = formatsFor('zh', 'Asia/Shanghai')
const english = formatsFor('en', 'Asia/Shanghai')
/** 2026-05-03 00:30 in Shanghai, still the 2nd in UTC. */
const HALF_PAST_MIDNIGHT = Date.UTC(2026, 4, 2, 16, 30)

test('an instant is shown on the showroom’s day and clock, wherever the PC is', () => {
  expect(shanghai.dayOf(HALF_PAST_MIDNIGHT)).toBe('2026-05-03')
  expect(shanghai.clock(HALF_PAST_MIDNIGHT)).toBe('00:30')
  expect(english.dateTime(HALF_PAST_MIDNIGHT)).toBe('3 May 00:30')
})

test('a business date is shown as it is', () => {
  expect(shanghai.date('2026-05-03')).toBe('2026年5月3日')
  expect(formatsFor('en', 'America/Los_Angeles').date('2026-05-03')).toBe('3 May 2026')
})

describe('figures', () => {
  test.each([
    [0, '¥0'],
    [1_234_500, '¥12,345'],
    [1_234_567, '¥12,345.67'],
    [-50, '-¥0.50'],
  ])('%i fen', (fen, shown) => {
    expect(shanghai.money(fen)).toBe(shown)
  })

  test('a ratio of one half is 50.0%, none is a dash and never 0', () => {
    expect(shanghai.ratio(0.5)).toBe('50.0%')
    expect([shanghai.ratio(null), shanghai.count(null), shanghai.money(null), shanghai.date(null)]).toEqual(
      Array(4).fill('–'),
    )
  })
})
