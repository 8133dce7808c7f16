import { describe, expect, it } from 'vitest'
import { en } from '../../shared/messages/en.ts'
import { FAULT_CODES } from '../../shared/messages/fault.ts'
import { faultLine, messagesFor, sentence } from '../../shared/messages/messages.ts'
import { type MessageKey, zh } from '../../shared/messages/zh.ts'

const keys = Object.keys(zh) as MessageKey[]
const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)).toSorted()

describe('the dictionaries', () => {
  it.each(keys)('%s says the same in both languages', (key) => {
    expect(en[key].trim()).not.toBe('')
    expect(namesIn(en[key])).toEqual(namesIn(zh[key]))
  })

  it('have one sentence for each fault', () => {
    const faults = keys.filter((key) => key.startsWith('fault.'))
    expect(faults.toSorted()).toEqual(FAULT_CODES.map((code) => `fault.${code}`).toSorted())
  })

  it.each([
    ['en_GB.UTF-8', en],
    ['en', en],
    ['zh_CN.UTF-8', zh],
    ['C', zh],
    [undefined, zh],
  ])('the locale %s', (locale, messages) => {
    expect(messagesFor(locale)).toBe(messages)
  })
})

describe('a sentence', () => {
  it('takes values as they are, also those that look like a place for one', () => {
    expect(sentence(en, 'cli.bad_date', { option: '$&', value: '{option}' })).toBe(
      '$& must be a real date, YYYY-MM-DD: {option}',
    )
  })

  it('of a fault stays on one line, however the value looks', () => {
    const value = `a\nb\u0085c\u2028d\u001b[31m${'x'.repeat(500)}`
    const line = faultLine(zh, { file: 'visits.csv', line: 12, column: 'note', value, code: 'bad_date', params: {} })
    expect(line).toMatch(/^visits\.csv:12: note: a\\nb\\u0085c\\u2028d\\u001b\[31mx+… — 应为存在的日期/)
    expect(line.length).toBeLessThan(300)
  })
})
