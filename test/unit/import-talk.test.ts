import { describe, expect, test } from 'vitest'
import { describeNotes } from '../../shared/domain/import/describe-notes.ts'
import type { Mapping } from '../../shared/domain/import/fields.ts'
import { readTalk } from '../../shared/domain/import/read-talk.ts'

describe('a remark', () => {
  test.each([
    '已订',
    '已订轩逸一台',
    '已交定金 5000',
    '已下定',
    '今天下定了',
    '交了订金',
    '付定金2000',
    '订金已付',
    '已成交',
    '成交',
    '3月8日提车',
    '已提车',
    '已交车',
    '签了合同',
    '谈好价格，已订',
    '差点战败，最后成交了',
    'Ordered yesterday',
    'bought a GTX Pro',
    'deposit paid',
    'Sold',
  ])('"%s" speaks of an order', (text) => expect(readTalk(text)).toBe('deal'))

  test.each([
    '战败',
    '战败-买了竞品',
    '已买别的品牌',
    '买了别家',
    '已在隔壁订车',
    '已订其他品牌',
    '不买了',
    '没买了',
    '放弃购车',
    '已交定金，后来退订',
    '客户流失',
    'lost to a competitor',
    'Bought elsewhere',
    'no longer interested',
  ])('"%s" speaks of a loss', (text) => expect(readTalk(text)).toBe('loss'))

  test.each([
    '',
    '没订',
    '未成交',
    '还没交定金',
    '暂未下定',
    '差点战败',
    '不是战败',
    '想订白色',
    '准备周六下定',
    '打算月底提车',
    '预计下月成交',
    '希望尽快交车',
    '约周六签合同',
    '成交价太高',
    '有成交机会',
    '交车时间太长',
    '问定期保养',
    '下定决心再说',
    '已付定金吗？',
    '价格谈不拢,去了隔壁丰田',
    'has not ordered yet',
    'almost lost',
    'wants to know if it is sold',
    '已加微信',
    '带老人',
  ])('"%s" speaks of neither', (text) => expect(readTalk(text)).toBeNull())
})

test('the remarks of a file are counted, with some of them word by word', () => {
  const mapping = { kind: 'visits', columns: { followUp: 0, note: 1 }, values: {} } as unknown as Mapping
  const rows = [
    ['已交定金', '带老人'],
    ['', '战败'],
    ['没订', ''],
    ['', '战败'],
  ].map((cells, index) => ({ line: index + 1, cells }))
  expect(describeNotes(rows, mapping)).toEqual({ deals: 1, losses: 2, examples: ['已交定金；带老人', '战败'] })
  expect(describeNotes(rows, { ...mapping, kind: 'sales' })).toEqual({ deals: 0, losses: 0, examples: [] })
})
