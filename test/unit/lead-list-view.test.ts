import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_VIEWS, builtInLook } from '../../renderer/screens/leads/built-in-views.ts'
import {
  firstRowOf,
  type LeadsLook,
  lookOf,
  sameFilter,
  searchOf,
  usualFilter,
  usualLook,
} from '../../renderer/screens/leads/lead-list-view.ts'
import { addDays, type BusinessDate } from '../../shared/values/business-date.ts'
import { LEAD_STATUSES, OPEN_BUCKETS, STAGES } from '../../shared/values/grade.ts'
import { LEAD_DUES, LEAD_SORTS } from '../../shared/values/lead-look.ts'

const some = <T>(words: readonly T[]) => fc.subarray([...words])
const day = fc.option(
  fc.nat(4000).map((days) => addDays('2020-01-01' as BusinessDate, days)),
  { nil: null },
)
const text = fc.constantFrom('', '王', 'wxy', '138 0013', 'a&b=c')
const look: fc.Arbitrary<LeadsLook> = fc.record({
  filter: fc.record({
    who: fc.constantFrom('mine', 'all', 'nobody', 's7'),
    grades: some(OPEN_BUCKETS),
    statuses: some(LEAD_STATUSES),
    stages: some(['unknown' as const, ...STAGES]),
    channels: some(['c1', 'c2']),
    createdFrom: day,
    createdTo: day,
    due: fc.option(fc.constantFrom(...LEAD_DUES), { nil: null }),
    silent: fc.option(fc.oneof(fc.constant('cadence' as const), fc.nat(400)), { nil: null }),
    model: text,
    text,
    batchId: fc.constantFrom(null, 'b1'),
  }),
  sort: fc.record({ by: fc.constantFrom(...LEAD_SORTS), descending: fc.boolean() }),
  as: fc.constantFrom('table', 'board'),
  by: fc.constantFrom('stage', 'grade'),
})

describe('the address of a list', () => {
  it('says all of a look, and is read back', () => {
    fc.assert(
      fc.property(look, fc.constantFrom('mine', 'all'), (one, defaultWho) => {
        expect(lookOf(new URLSearchParams(searchOf(one, defaultWho)), defaultWho)).toEqual(one)
      }),
    )
  })

  it('says nothing of what is usual', () => {
    expect(searchOf(usualLook('mine'), 'mine')).toEqual({})
    expect(searchOf({ ...usualLook('all'), filter: usualFilter('nobody') }, 'all')).toEqual({ who: 'unassigned' })
  })

  it('is not led astray by what somebody typed there', () => {
    const search = new URLSearchParams(
      'status=none&grade=Z&due=never&silent=-3&from=2026-02-30&sort=moon.up&as=x&page=-2',
    )
    expect(lookOf(search, 'all')).toEqual(usualLook('all'))
    expect(firstRowOf(search)).toBe(0)
  })

  it.each([
    ['bucket=A', { grades: ['A'], statuses: ['open'] }],
    ['bucket=ungraded', { grades: ['ungraded'], statuses: ['open'] }],
    ['bucket=won', { grades: [], statuses: ['won'] }],
    ['bucket=all', { grades: [], statuses: [] }],
    ['who=unassigned', { who: 'nobody' }],
    ['who=s7&q=王', { who: 's7', text: '王' }],
  ])('of before still means what it did: %s', (address, meant) => {
    expect(lookOf(new URLSearchParams(address), 'mine').filter).toMatchObject(meant)
  })

  it('of a page begins at its first row', () => {
    expect(firstRowOf(new URLSearchParams('page=3'))).toBe(100)
  })
})

describe('two filters', () => {
  it('are the same in whatever order their words were chosen', () => {
    const filter = { ...usualFilter('all'), grades: ['A' as const, 'B' as const] }
    expect(sameFilter(filter, { ...filter, grades: ['B', 'A'] })).toBe(true)
    expect(sameFilter(filter, { ...filter, grades: ['B'] })).toBe(false)
  })

  it('of two built-in views are never the same', () => {
    const looks = BUILT_IN_VIEWS.map((view) => builtInLook(view, 'all', '2026-05-20').filter)
    const pairs = looks.flatMap((one, nth) => looks.slice(nth + 1).map((other) => sameFilter(one, other)))
    expect(pairs).not.toContain(true)
  })
})
