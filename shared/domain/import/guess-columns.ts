import { wordKey } from './cell-text.ts'
import { IMPORT_FIELDS, type ImportField } from './fields.ts'

type Words = {
  /** The header is one of these: as good as certain. */
  readonly is: readonly string[]
  /** The header has this in it, and none of `not`. */
  readonly has: RegExp
  readonly not?: RegExp
}

const WORDS: Readonly<Record<ImportField, Words>> = {
  date: {
    is: [
      '来店日期',
      '到店日期',
      '进店日期',
      '接待日期',
      '来访日期',
      '登记日期',
      '日期',
      'date',
      'visitdate',
      'arrivaldate',
    ],
    has: /日期|date|到店日|来店日/,
    not: /生日|出生|下次|预计|交车|订单|成交|离|birth|next|expected|deliver|order|close/,
  },
  time: {
    is: [
      '到店时间',
      '来店时间',
      '进店时间',
      '接待时间',
      '来访时间',
      '到达时间',
      '时间',
      'time',
      'arrivaltime',
      'timein',
      'arrivedat',
    ],
    has: /时间|time/,
    not: /离|下次|预计|预购|购车|成交|停留|回访|out|next|left|leave|expected|purchase/,
  },
  kind: {
    is: [
      '来店来电',
      '来电来店',
      '接触方式',
      '来访方式',
      '到访方式',
      '类型',
      '来店电',
      'kind',
      'visittype',
      'contacttype',
    ],
    has: /来店.?来电|来电.?来店|接触方式|来访方式/,
  },
  name: {
    is: [
      '客户姓名',
      '姓名',
      '客户名称',
      '客户',
      '顾客',
      '顾客姓名',
      '称呼',
      'name',
      'customer',
      'customername',
      'client',
      'fullname',
    ],
    has: /姓名|客户名|name|customer/,
    not: /顾问|销售|接待|员|推荐人|介绍人|经办|staff|sales|agent|consultant|file|model|company|channel/,
  },
  phone: {
    is: [
      '联系电话',
      '电话',
      '手机',
      '手机号',
      '手机号码',
      '电话号码',
      '联系方式',
      'phone',
      'mobile',
      'tel',
      'phonenumber',
      'contact',
    ],
    has: /电话|手机|联系方式|phone|mobile|tel(?!l)/,
    not: /来电|顾问|时间|是否|次数|kind|type/,
  },
  wechat: { is: ['微信', '微信号', 'wechat', 'wechatid', 'weixin', 'wx'], has: /微信|wechat/, not: /是否|已加|添加/ },
  partySize: {
    is: ['人数', '来店人数', '来访人数', '随行人数', '同行人数', 'partysize', 'people', 'persons', 'guests', 'pax'],
    has: /人数|partysize|guests/,
  },
  firstVisit: {
    is: [
      '首次再次',
      '首次二次',
      '首次',
      '是否首次',
      '来店次数',
      '到店次数',
      '首再次',
      '首次复访',
      'firstvisit',
      'visitno',
      'first',
      'firstrepeat',
      'neworreturn',
    ],
    has: /首次|再次|首访|新老|次数|first|repeat|revisit/,
    not: /日期|时间|date|time|name/,
  },
  channel: {
    is: [
      '信息来源',
      '来源',
      '客户来源',
      '来源渠道',
      '渠道',
      '线索来源',
      '信息渠道',
      '媒体',
      'source',
      'channel',
      'leadsource',
      'leadorigin',
    ],
    has: /来源|渠道|source|channel|媒体/,
  },
  model: {
    is: [
      '意向车型',
      '车型',
      '意向',
      '意向车系',
      '车系',
      '关注车型',
      '拟购车型',
      'model',
      'carmodel',
      'vehicle',
      'car',
      'interestedmodel',
    ],
    has: /车型|车系|model|vehicle/,
    not: /竞品|现有|保有|旧车|置换|competitor|current|tradein/,
  },
  grade: {
    is: [
      '级别',
      '等级',
      '意向级别',
      '客户级别',
      '客户等级',
      '意向等级',
      '意向度',
      'grade',
      'level',
      'rating',
      'leadgrade',
      'leadrating',
    ],
    has: /级别|等级|grade|rating/,
    not: /会员|member|年级/,
  },
  horizon: {
    is: [
      '预购时间',
      '购车时间',
      '预计购车时间',
      '购买时间',
      '拟购时间',
      '预计购买',
      '购车周期',
      'horizon',
      'purchasetime',
      'timeframe',
      'whentobuy',
    ],
    has: /预购|拟购|(?:预计)?购[车买](?:时间|周期|计划)|horizon|timeframe|purchasetime/,
  },
  testDrive: {
    is: ['试驾', '是否试驾', '试乘试驾', '试驾情况', '试驾与否', 'testdrive', 'testdriven', 'demodrive'],
    has: /试驾|试乘|testdrive/,
    not: /车型|日期|时间|model|date|time/,
  },
  receivedBy: {
    is: [
      '接待顾问',
      '销售顾问',
      '顾问',
      '接待人',
      '接待人员',
      '销售',
      '销售员',
      '业务员',
      '接待',
      '负责人',
      'salesperson',
      'consultant',
      'advisor',
      'receivedby',
      'servedby',
      'salesconsultant',
      'agent',
      'staff',
    ],
    has: /顾问|接待[人员]|销售[人员]|业务员|sales(?:person|man|consultant|rep)|consultant|advisor/,
    not: /日期|时间|电话|意见|date|time/,
  },
  followUp: {
    is: [
      '跟进情况',
      '跟进',
      '跟进记录',
      '洽谈情况',
      '洽谈内容',
      '洽谈记录',
      '客户情况',
      '回访情况',
      'followup',
      'status',
      'progress',
    ],
    has: /跟进|洽谈|回访|followup/,
    not: /日期|时间|下次|date|next/,
  },
  note: {
    is: ['备注', '说明', '其他', '备注说明', 'note', 'notes', 'remark', 'remarks', 'comment', 'comments', 'memo'],
    has: /备注|说明|note|remark|comment/,
  },
}

/** Below this a header is not taken for a field: a wrong guess costs more than a missing one. */
function score(header: string, field: ImportField): number {
  const word = wordKey(header)
  if (word === '' || word.length > 40) return 0
  const { is, has, not } = WORDS[field]
  const place = is.indexOf(word)
  if (place !== -1) return 200 - place
  if (!has.test(word) || not?.test(word) === true) return 0
  return 100 - word.length
}

/** Which column is which field, best matches first; a column serves one field and a field has one column. */
export function guessColumns(headers: readonly string[]): Partial<Record<ImportField, number>> {
  const pairs = headers.flatMap((header, column) =>
    IMPORT_FIELDS.map((field) => ({ field, column, points: score(header, field) })).filter(({ points }) => points > 0),
  )
  const columns: Partial<Record<ImportField, number>> = {}
  const taken = new Set<number>()
  for (const { field, column } of pairs.toSorted((a, b) => b.points - a.points || a.column - b.column)) {
    if (columns[field] !== undefined || taken.has(column)) continue
    columns[field] = column
    taken.add(column)
  }
  return columns
}

/** How many of the cells read like headers of a register. */
export function headerWords(cells: readonly string[]): number {
  return Object.keys(guessColumns(cells.map((cell) => (cell.length > 40 ? '' : cell)))).length
}
