import fc from 'fast-check'
import type { Db } from '../../db/connection.ts'
import type { FileReading } from '../../shared/contract/imports.ts'
import type { Mapping, ValueField } from '../../shared/domain/import/fields.ts'
import { type Caller, STAFF } from './desk.ts'
import { dumpStore as dumpAll } from './dump.ts'

export const REGISTER_HEADER =
  '来店日期,到店时间,来店/来电,客户姓名,联系电话,微信号,人数,首次/再次,信息来源,意向车型,级别,预购时间,试驾,接待顾问,备注'

/** Few phones and names, so that the same people come again, under the same and under other names. */
const phone = fc.constantFrom(
  '',
  '',
  '13800138000',
  '138-0013-8001',
  '+86 13800138002',
  '１３８００１３８００３',
  '1380013',
  '13800138004(微信同号)',
)
const row = fc.tuple(
  fc.constantFrom('2026-03-01', '2026/3/2', '2026.03.02', '3月3日', '2026-03-01 09:30', '', '2026-02-30', '2031-01-01'),
  fc.constantFrom('', '09:55', '09:55', '下午3点', '18:20', '未知'),
  fc.constantFrom('', '来店', '来店', '来电'),
  fc.constantFrom('', '王先生', '王涛', '李女士', '"张, 磊"'),
  phone,
  fc.constantFrom('', '', 'lin_8866'),
  fc.constantFrom('', '2', '2大1小', '一家三口', '很多'),
  fc.constantFrom('', '首次', '再次'),
  fc.constantFrom('', '自然到店', '转介绍', '抖音直播', '易车'),
  fc.constantFrom('', '轩逸', '奇骏'),
  fc.constantFrom('', 'A', 'B级', 'c', 'H', 'D'),
  fc.constantFrom('', '一周内', '年底', '半年'),
  fc.constantFrom('', '√', '约周六'),
  fc.constantFrom('', '林小雨', '王大力', '前台小周', '小赵'),
  fc.constantFrom('', '已交定金 5000', '战败-买了竞品', '"换行\n在此"'),
)
const line = fc.oneof(
  { weight: 12, arbitrary: row.map((cells) => cells.join(',')) },
  { weight: 1, arbitrary: fc.constantFrom('小计,,3', ',,,', REGISTER_HEADER, '合计：') },
)

/** The text of a register as people keep them: with titles, subtotals, repetitions, gaps and mistakes. */
export const registerText = fc
  .array(line, { minLength: 1, maxLength: 30 })
  .map((lines) => ['某展厅 2026年3月登记表', REGISTER_HEADER, ...lines].join('\n'))

/** Answers what nobody can guess: unknown sources are new, unknown people nobody. */
export function answered(reading: FileReading): Mapping {
  const rest: Partial<Record<ValueField, string>> = {
    channel: 'new:walk_in:未注明来源',
    receivedBy: '',
    grade: '',
    firstVisit: 'first',
    kind: 'showroom',
    horizon: '',
    testDrive: '',
  }
  const values: Partial<Record<ValueField, Record<string, string>>> = {}
  for (const [field, distinct] of Object.entries(reading.distinct) as [ValueField, { value: string }[]][]) {
    const known = reading.mapping.values[field] ?? {}
    values[field] = Object.fromEntries(distinct.map(({ value }) => [value, known[value] ?? rest[field] ?? '']))
  }
  const { mapping } = reading
  const defaultChannel = mapping.defaultChannel ?? 'new:walk_in:未注明来源'
  // A visitor may be nobody's; an order is somebody's.
  const defaultPerson = mapping.defaultPerson ?? (mapping.kind === 'sales' ? STAFF.lin : null)
  return { ...mapping, values, defaultChannel, defaultPerson }
}

let jobs = 0
/** The name of a job, made up by who asks. */
export function job(): { jobId: string } {
  jobs += 1
  return { jobId: `job-${jobs}` }
}

export function readText(caller: Caller, text: string | Buffer, fileName = '登记表.csv'): Promise<FileReading> {
  return caller.call('imports.read', { ...job(), fileName, contentBase64: Buffer.from(text).toString('base64') })
}

/** Every row of the store but the traces that an undone import keeps on purpose. */
export function dumpStore(db: Db): Record<string, unknown> {
  const { import_batches: _batches, audit_trail: _trail, ...rest } = dumpAll(db)
  return rest
}
