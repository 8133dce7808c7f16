import { describe, expect, it } from 'vitest'
import { actionsOf } from '../../renderer/screens/leads/lead-actions.ts'

describe('what may be done with a lead', () => {
  const request = { id: 'r', reason: 'price', competitor: null, note: null, byName: '王芳' }
  it.each([
    ['a colleague’s', false, 'open', null, false, []],
    ['one’s own', true, 'open', null, false, ['testDrive', 'order', 'lose']],
    ['one’s own with a request that waits', true, 'open', request, false, ['testDrive', 'order']],
    ['dormant', true, 'dormant', null, false, ['testDrive', 'order', 'lose', 'reopen']],
    ['lost', true, 'lost', null, false, ['reopen']],
    ['won', true, 'won', null, false, []],
    ['any, by a manager', true, 'open', request, true, ['testDrive', 'order', 'lose', 'assign']],
  ] as const)('%s', (_, isMine, status, lossRequest, manages, actions) => {
    expect(actionsOf({ isMine, status, lossRequest }, manages)).toEqual(actions)
  })
})
