import fc from 'fast-check'
import type { ImportKind, Mapping } from '../../shared/domain/import/fields.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import { registerText } from './registers.ts'

const maybe = (...words: string[]) => fc.constantFrom('', ...words)
const name = maybe('王先生', '王涛', '李女士', 'Cancity', 'cancity ', '张磊')
const phone = maybe('', '13800138000', '138-0013-8001', '+86 13800138002', '8264678', '1380013')
const person = maybe('林小雨', '王大力', '前台小周', '赵小红', 'Moses Frase')
const source = maybe('自然到店', '转介绍', '抖音直播')
const day = fc.constantFrom(
  '2026-03-01',
  '2026/3/2',
  '13/04/2026',
  '3月3日',
  '2026-05-20',
  '',
  '2026-02-30',
  '2031-01-01',
)
const note = maybe('已交定金', '没订', '战败，买了别的品牌', '带老人', '差点战败')

const tableOf = (title: string, header: string, row: fc.Arbitrary<string[]>) => {
  const quoted = row.map((cells) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','))
  const line = fc.oneof(
    { weight: 12, arbitrary: quoted },
    { weight: 1, arbitrary: fc.constantFrom('合计,,3', ',,,', header, title) },
  )
  return fc.array(line, { minLength: 1, maxLength: 25 }).map((lines) => [title, header, ...lines].join('\n'))
}

const leadRow = fc.tuple(
  maybe('L1', 'L2', 'L3', 'L4'),
  day,
  name,
  phone,
  source,
  maybe('轩逸', 'GTX Pro', 'GTXPro'),
  maybe('A', 'B级', 'c'),
  person,
  maybe('成交', '战败', '跟进中', 'Won', '休眠', '未成交'),
  maybe('2026-04-01', '2026-02-01', '不详', '2026/5/20', '2030-01-01'),
  maybe('价格', '买了竞品', '搬家'),
  maybe('128000', '12.8万', '面议', '0'),
  maybe('2026-05-25', '2026-01-01', '2026-03-05'),
  note,
)

const saleRow = fc.tuple(
  maybe('D1', 'D2', 'D3'),
  day,
  name,
  phone,
  maybe('男', '女'),
  source,
  maybe('日产'),
  maybe('轩逸', '奇骏'),
  person,
  maybe('¥128,000.00', '12.8', '面议'),
  maybe('3500', '-200'),
  maybe('2026-05-01', '2026-01-01'),
  note,
)

/** The text of a file of each kind as people keep them, with gaps, repetitions and mistakes. */
export const FOREIGN_TEXT: Readonly<Record<ImportKind, fc.Arbitrary<string>>> = {
  visits: registerText,
  leads: tableOf(
    '某展厅 潜客台账',
    '线索编号,建档日期,客户姓名,联系电话,来源,意向车型,级别,负责人,状态,成交/战败日期,战败原因,成交价,下次跟进日期,备注',
    leadRow,
  ),
  sales: tableOf(
    '某展厅 销售台账',
    '订单号,订单日期,客户姓名,联系电话,性别,来源,品牌,车型,销售顾问,成交价(万),毛利,交车日期,备注',
    saleRow,
  ),
}

/** What somebody may decide about a file besides its columns and values. */
export const decisions: fc.Arbitrary<Partial<Mapping>> = fc.record({
  year: fc.constantFrom(null, 2026),
  dateOrder: fc.constantFrom('mdy' as const, 'dmy' as const),
  blankDate: fc.constantFrom('leave_out' as const, 'as_above' as const, 'on_day' as const),
  blankOn: fc.constant('2026-04-02' as BusinessDate),
  defaultPerson: fc.constantFrom(null, 'wang', 'new:钱小芳'),
  knownPhone: fc.constantFrom('same_person' as const, 'skip' as const),
  otherName: fc.constantFrom('same_person' as const, 'another_person' as const, 'skip' as const),
  notesSayingDeal: fc.constantFrom('keep' as const, 'as_deal' as const),
  notesSayingLoss: fc.constantFrom('keep' as const, 'as_loss' as const),
})
