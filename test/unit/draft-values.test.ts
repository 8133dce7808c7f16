import { describe, expect, it } from 'vitest'
import {
  changedFrom,
  type DraftParts,
  excerptOf,
  isSame,
  layOver,
  partsOf,
  toContent,
} from '../../renderer/components/drafts/draft-values.ts'
import { draftable, isDraftContent } from '../../shared/values/draft-content.ts'

const parts = (values: DraftParts['values'], base: DraftParts['base'] = null): DraftParts => ({
  values,
  base,
  about: null,
  path: null,
})

describe('whether two answers say the same', () => {
  it.each([
    ['', undefined, true],
    [{}, undefined, true],
    [{ reason: '' }, undefined, true],
    [null, undefined, false],
    [null, '', false],
    [0, '', false],
    [false, '', false],
    ['', [], false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [{ a: 1, b: '' }, { a: 1 }, true],
    [{ a: 1 }, { a: 2 }, false],
    ['1', 1, false],
  ])('%j and %j: %s', (one, other, is) => {
    expect([isSame(one, other), isSame(other, one)]).toEqual([is, is])
  })
})

describe('what is kept of a form', () => {
  it('is what differs from how it stood at first', () => {
    expect(changedFrom({ method: 'call' }, { method: 'call', note: '', nextDueOn: null })).toEqual({ nextDueOn: null })
    expect(changedFrom({ name: '王', note: '旧' }, { name: '王', note: '' })).toEqual({ note: '' })
    expect(changedFrom({ receivedBy: 'lin' }, {})).toEqual({ receivedBy: null })
  })

  it('is never a secret, however deep, nor what cannot be written down', () => {
    const values = {
      owner: { name: '何总', password: 'correct horse', repeat: 'correct horse' },
      people: [{ name: '林', pin: '246810' }, undefined],
      secret: '246810',
      recoveryCode: 'AAAA-BBBB',
      picked: new Date(0),
      missing: undefined,
      count: Number.NaN,
    }
    const kept = draftable(values)
    expect(kept).toEqual({ owner: { name: '何总' }, people: [{ name: '林' }, null] })
    expect([isDraftContent(kept), isDraftContent(values)]).toEqual([true, false])
  })

  it('is read back as it was written, and nothing is believed that was not', () => {
    const all = { values: { note: 'x' }, base: { note: null }, about: '孙先生', path: '/leads/1' }
    expect(partsOf(toContent(all))).toEqual(all)
    expect(partsOf({ values: [], base: 1, about: {}, path: 'https://elsewhere' })).toEqual(parts({}))
  })

  it('is recognised by its longest text', () => {
    expect(excerptOf({ method: 'call', note: ' 客户周末来 ', more: { reason: '很长很长的一个理由' } })).toBe(
      '很长很长的一个理由',
    )
    expect(excerptOf({ count: 3, gone: null, empty: ' ' })).toBeNull()
  })
})

describe('what comes back into a form', () => {
  it('is everything where there was nothing before', () => {
    expect(layOver(parts({ note: '聊了', method: 'sms' }), { method: 'call' })).toEqual({
      fresh: { note: '聊了', method: 'sms' },
      stale: {},
    })
  })

  it('is not laid over what others have changed since, and is not asked about where it says the same', () => {
    const kept = parts(
      { phone: '138', note: '我写的', city: '苏州', wechat: 'w' },
      {
        phone: '137',
        note: null,
        city: null,
        wechat: 'old',
      },
    )
    const now = { phone: '139', note: '', city: '苏州', wechat: 'old', name: '王' }
    expect(layOver(kept, now)).toEqual({ fresh: { note: '我写的', wechat: 'w' }, stale: { phone: '138' } })
  })
})
