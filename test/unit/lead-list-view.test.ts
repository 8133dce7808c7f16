import { describe, expect, it } from 'vitest'
import { filterOf, listInputOf, searchOf } from '../../renderer/screens/leads/lead-list-view.ts'

describe('the address of a list', () => {
  it('says only what is not usual, and is read back', () => {
    const filter = { who: 'unassigned', bucket: 'A', text: '王', page: 3 } as const
    expect(filterOf(new URLSearchParams(searchOf(filter, 'mine')), 'mine')).toEqual(filter)
    expect(searchOf({ who: 'mine', bucket: 'open', text: '', page: 1 }, 'mine')).toEqual({})
  })

  it('is not led astray by what somebody typed there', () => {
    const filter = filterOf(new URLSearchParams('bucket=none&page=-2'), 'all')
    expect(filter).toEqual({ who: 'all', bucket: 'open', text: '', page: 1 })
  })

  it.each([
    ['mine', { ownerId: 'me', unassigned: false }],
    ['all', { ownerId: null, unassigned: false }],
    ['unassigned', { ownerId: null, unassigned: true }],
    ['s7', { ownerId: 's7', unassigned: false }],
  ])('asks for %s', (who, asked) => {
    expect(listInputOf({ who, bucket: 'open', text: '', page: 2 }, 'me')).toMatchObject({ ...asked, offset: 50 })
  })
})
