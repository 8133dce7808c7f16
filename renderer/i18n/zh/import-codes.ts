import type {
  FlagCode,
  ImportField,
  ImportKind,
  ImportPhase,
  LeftOutCode,
  Outcome,
  UnreadableCause,
  ValueField,
} from '../../../shared/domain/import/fields.ts'

const field: Record<ImportField, string> = {
  date: '日期',
  time: '到店时间',
  kind: '来店 / 来电',
  number: '编号',
  name: '客户姓名',
  phone: '联系电话',
  wechat: '微信号',
  gender: '性别',
  city: '城市 / 地区',
  partySize: '人数',
  firstVisit: '首次 / 再次',
  channel: '来源',
  brand: '品牌',
  model: '车型',
  grade: '级别',
  horizon: '预购时间',
  budget: '预算',
  competitor: '竞品',
  testDrive: '试驾',
  receivedBy: '负责人',
  status: '状态（跟进、成交、战败）',
  closedOn: '成交 / 战败日期',
  lossReason: '战败原因',
  nextOn: '下次跟进日期',
  deliveredOn: '交车日期',
  price: '成交价',
  grossProfit: '毛利',
  followUp: '跟进情况',
  note: '备注',
}

/** Where a field means something of its own in one kind of file. */
const fieldOf: Record<ImportKind, { date: string; receivedBy: string }> = {
  visits: { date: '来店日期', receivedBy: '接待人' },
  leads: { date: '建档日期', receivedBy: '负责的销售顾问' },
  sales: { date: '订单日期', receivedBy: '成交的销售顾问' },
}

const meaningOf: Record<ValueField, string> = {
  channel: '来源：对应系统里的哪一个',
  receivedBy: '人员：是哪位同事',
  status: '状态：哪些是跟进中、成交、战败',
  lossReason: '战败原因：对应哪一种',
  firstVisit: '首次 / 再次：怎么写的',
  grade: '级别：对应本店的哪一档',
  kind: '来店 / 来电：怎么写的',
  horizon: '预购时间：打算多久内购车',
  testDrive: '试驾：哪些写法是已经试驾',
  gender: '性别：怎么写的',
  model: '车型：哪些是同一款',
}

const leftOut: Record<LeftOutCode, string> = {
  title: '标题行',
  empty: '空行',
  subtotal: '合计、小计行',
  repeated_header: '重复的表头',
  repeated: '与前面一行重复',
  no_date: '没有日期，或只有零星文字',
  date_without_year: '日期没有年份，也推不出来',
  bad_date: '日期读不懂或不存在',
  in_the_future: '日期晚于现在',
  already_in_store: '系统里已经有这一条',
  phone_on_file: '号码已有档案（按您的选择略过）',
  phone_on_other_name: '号码登记在另一个姓名下（按您的选择略过）',
  nobody: '没有姓名、电话，也没有编号，不知道是谁',
  no_seller: '没有写是谁卖的，也没有指定默认的销售顾问',
}

const flag: Record<FlagCode, string> = {
  phone_unusable: '号码不完整，无法联系：按没有电话导入，原文写入备注',
  other_name: '同一号码写着不同的姓名：请核对是不是同一位客户',
  time_unreadable: '时间读不懂：按中午 12 点导入，原文写入备注',
  party_unreadable: '人数读不懂：人数留空，原文写入备注',
  drive_without_person: '试驾没有对应的同事：不记试驾，原文写入备注',
  note_says_deal: '备注里提到订单、定金或成交',
  note_says_loss: '备注里提到战败或流失',
  price_unreadable: '金额读不懂：金额留空，原文写入备注',
  open_lead_on_file: '客户已有在跟的潜客，会再建一条；不想要，就在“号码已在系统里”那一问选“不导入这些行”',
  deal_without_person: '成交没有对应的同事：记为成交，不建订单',
  close_unreadable: '成交 / 战败日期读不懂：按建档当天计，原文写入备注',
  closed_before_begun: '成交 / 战败日期早于建档日期：按建档当天计，原文写入备注',
}

const outcome: Record<Outcome, string> = {
  captured: '新建潜客',
  returning: '老客再来',
  anonymous: '未留资',
  lead: '跟进中',
  won: '成交',
  lost: '战败',
  sold: '成交订单',
}

const cause: Record<UnreadableCause | 'whole', string> = {
  empty: '文件是空的。',
  not_text: '这不是表格文件。请在 Excel 里另存为“Excel 工作簿（.xlsx）”或“CSV UTF-8”，再导入。',
  encoding: '文字编码无法识别。请在 Excel 里另存为“Excel 工作簿（.xlsx）”，再导入。',
  workbook: '这个工作簿打不开（可能是旧的 .xls，或没有保存完整）。请在 Excel 里另存为“Excel 工作簿（.xlsx）”，再导入。',
  encrypted: '这个工作簿设有打开密码。请在 Excel 里“文件 › 信息 › 保护工作簿”取消密码，保存后再导入。',
  too_big_inside: '这个工作簿展开后太大。请把需要的工作表复制到新的工作簿，只粘贴数值，保存后再导入。',
  quote: '第 {{line}} 行附近有引号没有成对。请在 Excel 里打开，另存为“Excel 工作簿（.xlsx）”，再导入。',
  columns: '列数超过 1000。请删除多余的列，或检查分隔符。',
  damaged: '第 {{line}} 行附近的格式无法读取。请在 Excel 里打开，另存为“Excel 工作簿（.xlsx）”，再导入。',
  whole: '这个文件读不出来：内容损坏，或者太复杂。请在 Excel 里打开，另存为“Excel 工作簿（.xlsx）”，再导入。',
  nothing: '没有可以导入的行。',
}

const phase: Record<ImportPhase, string> = {
  reading: '读取文件',
  planning: '逐行计算',
  backing_up: '备份数据',
  writing: '写入',
  undoing: '撤销',
}

/** The words for what the importer counts, flags and leaves out. */
export const importCodes = { field, fieldOf, meaningOf, leftOut, flag, outcome, cause, phase }
