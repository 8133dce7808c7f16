import { describe, expect, it } from 'vitest'
import { CHANNELS, STAFF, testDesk } from '../support/desk.ts'
import { anonymous, someone } from '../support/visitors.ts'

// What somebody may type, and whom it finds.

const PEOPLE = [
  { name: '林小雨', phone: '138-0013-1234', wechat: 'lin_rain-88', model: '凯美瑞 2.5L 双擎' },
  { name: '单于飞', phone: '+86 139 0000 5678', wechat: null, model: 'ES 200' },
  { name: '王小雨', phone: '13799905678', wechat: null, model: null },
  { name: '欧阳娜娜', phone: '021-6543210', wechat: null, model: '途观L' },
  { name: '吕长乐', phone: null, wechat: 'WX_Le2026', model: null },
  { name: 'John Smith', phone: '+49 30 901820', wechat: null, model: 'Model Y' },
  { name: 'Zoë Müller', phone: '13600001234', wechat: null, model: '汉EV' },
] as const

const { as } = testDesk()
for (const person of PEOPLE) {
  await as(STAFF.lin).call('visits.log', {
    ...anonymous,
    channelId: CHANNELS.walkIn,
    contact: { ...someone, ...person },
  })
}
const find = async (text: string, who: string = STAFF.manager) => {
  const { rows, total } = await as(who).call('leads.list', {
    filter: { text },
    sort: { by: 'name', descending: false },
    limit: 50,
    offset: 0,
  })
  expect(rows).toHaveLength(total)
  return rows.map(({ customerName }) => customerName)
}

describe('a search finds', () => {
  it.each<readonly [what: string, typed: string, found: readonly string[]]>([
    ['a family name', '王', ['王小雨']],
    ['a given name, whoever has it', '小雨', ['林小雨', '王小雨']],
    ['the last character', '雨', ['林小雨', '王小雨']],
    ['the whole name', '林小雨', ['林小雨']],
    ['not characters that are apart', '林雨', []],
    ['initials', 'lxy', ['林小雨']],
    ['initials of the given name', 'xy', ['林小雨', '王小雨']],
    ['initials in capitals, full-width', 'ＬＸＹ', ['林小雨']],
    ['pinyin of the whole name', 'wangxiaoyu', ['王小雨']],
    ['pinyin that is not finished', 'wangxiaoy', ['王小雨']],
    ['pinyin in two words, one of them initials', 'wang xy', ['王小雨']],
    ['pinyin of a part', 'nana', ['欧阳娜娜']],
    ['a family name of two characters', 'ouyang', ['欧阳娜娜']],
    ['its initials', 'oynn', ['欧阳娜娜']],
    ['a family name in its own reading', 'shan', ['单于飞']],
    ['its initial', 'syf', ['单于飞']],
    ['the reading somebody might think it has', 'dan', ['单于飞']],
    ['lü as it is typed', 'lvchangle', ['吕长乐']],
    ['lü as in a passport', 'lyu', ['吕长乐']],
    ['lü with its dots', 'lü', ['吕长乐']],
    ['a character of two readings, the one', 'changle', ['吕长乐']],
    ['a character of two readings, the other', 'changyue', ['吕长乐']],
    ['a Latin first name', 'john', ['John Smith']],
    ['a Latin family name', 'smi', ['John Smith']],
    ['a Latin name in two words', 'smith john', ['John Smith']],
    ['a name without its accents', 'zoe mull', ['Zoë Müller']],
    ['a name with its accents', 'müller', ['Zoë Müller']],
    ['the last four digits', '1234', ['林小雨', 'Zoë Müller']],
    ['digits in the middle', '0013', ['林小雨']],
    ['the same digits wherever they are', '5678', ['单于飞', '王小雨']],
    ['a whole number', '13800131234', ['林小雨']],
    ['a whole number in groups', '138 0013 1234', ['林小雨']],
    ['a whole number with dashes', '138-0013-1234', ['林小雨']],
    ['a whole number with its country', '+86 138 0013 1234', ['林小雨']],
    ['a whole number with zeros for a plus', '0086 13800131234', ['林小雨']],
    ['a land line', '021 6543', ['欧阳娜娜']],
    ['a number from abroad', '4930901820', ['John Smith']],
    ['the beginning of a number', '136', ['Zoë Müller']],
    ['a WeChat id', 'lin_rain-88', ['林小雨']],
    ['a WeChat id from its middle', 'rain', ['林小雨']],
    ['a WeChat id in small letters', 'wx_le', ['吕长乐']],
    ['a model', '凯美瑞', ['林小雨']],
    ['a part of a model', '双擎', ['林小雨']],
    ['a model written together', 'es200', ['单于飞']],
    ['a model written with a dash', 'ES-200', ['单于飞']],
    ['a letter after a character', '汉ev', ['Zoë Müller']],
    ['two words that both fit', '小雨 1234', ['林小雨']],
    ['nobody when one word does not fit', '林小雨 5678', []],
    ['nobody by what nobody has', 'qqq', []],
    ['nobody by signs', '*"()-', []],
    ['nobody by a word of the index’s own language', 'AND OR NOT', []],
    [
      'everybody by nothing',
      '  ',
      ['林小雨', '吕长乐', '欧阳娜娜', '单于飞', '王小雨', 'John Smith', 'Zoë Müller'].toSorted(),
    ],
  ])('%s: %s', async (_what, typed, found) => {
    expect((await find(typed)).toSorted()).toEqual(found.toSorted())
  })

  it('names in the order of a Chinese phone book', async () => {
    expect(await find('')).toEqual(['John Smith', '林小雨', '吕长乐', '欧阳娜娜', '单于飞', '王小雨', 'Zoë Müller'])
  })
})

describe('a colleague, who sees their contacts masked, finds', () => {
  it.each<readonly [what: string, typed: string, found: readonly string[]]>([
    ['names', 'lxy', ['林小雨']],
    ['models', '凯美瑞', ['林小雨']],
    ['the digits that the mask shows', '1234', ['林小雨', 'Zoë Müller']],
    ['a whole number', '+86 138-0013-1234', ['林小雨']],
    ['a whole land line', '021-6543210', ['欧阳娜娜']],
    ['a whole WeChat id', 'lin_rain-88', ['林小雨']],
    ['nobody by the digits that the mask hides', '0013', []],
    ['nobody by a number that goes on', '1380013', []],
    ['nobody by a number but its last digit', '1380013123', []],
    ['nobody by a part of a land line', '021 6543', []],
    ['nobody by a part of a WeChat id', 'rain', []],
    ['nobody by the beginning of a WeChat id', 'lin_r', []],
    ['nobody by a name and hidden digits', '林小雨 0013', []],
  ])('%s: %s', async (_what, typed, found) => {
    expect((await find(typed, STAFF.wang)).toSorted()).toEqual(found.toSorted())
    // Of their own customers everything.
    expect((await find(typed, STAFF.lin)).toSorted()).toEqual((await find(typed)).toSorted())
  })

  it('and takes no more of them along in a file', async () => {
    const words = { app: '', title: '潜客', columns: {}, codes: {} }
    const asked = { sort: { by: 'name', descending: false }, format: 'csv', words } as const
    const file = await as(STAFF.wang).call('exports.leads', { filter: { text: '0013' }, ...asked })
    expect(file.rows).toBe(0)
  })
})
