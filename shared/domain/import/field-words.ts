import type { ImportField, ImportKind } from './fields.ts'

/** The words of headers, as `wordKey` leaves them. */
export type Words = {
  /** The header is one of these: as good as certain, the first most of all. */
  readonly is: readonly string[]
  /** The header has this in it, and none of `not`. */
  readonly has?: RegExp
  readonly not?: RegExp
}

/** Headers without spaces, as `wordKey` leaves them. */
function words(list: string): readonly string[] {
  return list.split(' ')
}

const SALE_DATE: Words = {
  is: words(
    '订单日期 下订日期 成交日期 销售日期 签约日期 合同日期 开票日期 购车日期 日期 orderdate saledate salesdate dateofsale solddate contractdate invoicedate purchasedate date',
  ),
  has: /(订单|下订|成交|销售|签约|合同|开票|购车)(日|时间)|日期|date/,
  not: /生日|出生|下次|预计|交车|提车|交付|离|birth|next|expected|deliver/,
}

const LEAD_DATE: Words = {
  is: words(
    '建档日期 创建日期 线索日期 留资日期 建卡日期 登记日期 建档时间 创建时间 日期 engagedate leaddate createddate createdate createdat createdon created date',
  ),
  has: /(建档|创建|留资|建卡|线索|登记|录入)(日|时间)|engage|creat|日期|date/,
  not: /生日|出生|下次|预计|交车|提车|订单|成交|战败|关闭|结束|离|跟进|更新|birth|next|expected|deliver|order|close|lost|won|follow|update/,
}

/** A list of customers of a business has accounts for names. */
const LEAD_NAME: Words = {
  is: words(
    '客户姓名 姓名 客户名称 客户 公司名称 单位名称 customername name customer account accountname companyname company client fullname',
  ),
  has: /姓名|客户名|name|customer|account/,
  not: /顾问|销售|接待|员|推荐人|介绍人|经办|staff|sales|agent|consultant|file|model|channel|dealer|manager|product/,
}

/** Where a kind of file calls a field by words of its own. */
export const WORDS_OF: Readonly<Record<ImportKind, Readonly<Partial<Record<ImportField, Words>>>>> = {
  // Registers number their rows anew on every page: only what this program has numbered is one.
  visits: { number: { is: words('登记编号 visitno') } },
  // A company is the customer of a list of leads, and the maker in a list of cars.
  leads: { date: LEAD_DATE, name: LEAD_NAME, brand: { is: words('品牌 厂牌 品牌名称 brand make manufacturer') } },
  sales: { date: SALE_DATE },
}

/** What a header says about the kind of the whole file, and how much it weighs. */
export const KIND_WORDS: readonly { readonly kind: ImportKind; readonly words: RegExp; readonly weight: number }[] = [
  { kind: 'visits', words: /人数|partysize|guests|^pax$/, weight: 3 },
  { kind: 'visits', words: /首次|再次|首访|来店次数|到店次数|firstvisit|revisit|firstrepeat|neworreturn/, weight: 3 },
  {
    kind: 'visits',
    words: /(来店|到店|进店|接待|来访|到达|离店)(日期|时间)|^(visit|arriv)\w*(date|time)|^timein$/,
    weight: 3,
  },
  { kind: 'visits', words: /来店.?来电|来电.?来店|接触方式|来访方式|visittype/, weight: 2 },
  { kind: 'leads', words: /状态|阶段|stage|status/, weight: 4 },
  { kind: 'leads', words: /(战败|流失|失败|丢单).{0,3}原因|los[st]+reason/, weight: 3 },
  { kind: 'leads', words: /(战败|关闭|结束)(日期|时间)|clos\w*(date|on|at)$/, weight: 2 },
  {
    kind: 'leads',
    words: /(建档|创建|留资|建卡|线索)(日|时间|编号)|engage|creat|^lead(id|date)|opportunity/,
    weight: 2,
  },
  { kind: 'sales', words: /价格|成交价|售价|车价|金额|price|amount/, weight: 3 },
  { kind: 'sales', words: /毛利|利润|profit|margin/, weight: 3 },
  { kind: 'sales', words: /交车|提车|交付|deliver|handover/, weight: 3 },
  {
    kind: 'sales',
    words: /(订单|下订|销售|签约|合同|开票)(日|时间|编?号)|^(order|sale|sold|contract|invoice)s?(date|id|no|number)/,
    weight: 3,
  },
  { kind: 'sales', words: /车架号|vin$|^vin/, weight: 3 },
]

/** Columns that a file of rows left out brings along, and the number of a line: never a field of the row itself. */
export const NO_FIELD =
  /^(原因|(?:排除|未导入|不导入|略过)的?(?:原因|缘由)|行号|行|序号|reason|whyleftout|reasonleftout|line|linenumber|no)$/

export const WORDS: Readonly<Record<ImportField, Words>> = {
  date: {
    is: words('来店日期 到店日期 进店日期 接待日期 来访日期 登记日期 日期 date visitdate arrivaldate'),
    has: /日期|date|到店日|来店日/,
    not: /生日|出生|下次|预计|交车|订单|成交|离|birth|next|expected|deliver|order|close/,
  },
  time: {
    is: words('到店时间 来店时间 进店时间 接待时间 来访时间 到达时间 时间 time arrivaltime timein arrivedat'),
    has: /时间|time/,
    not: /离|下次|预计|预购|购车|成交|停留|回访|out|next|left|leave|expected|purchase/,
  },
  kind: {
    is: words('来店来电 来电来店 接触方式 来访方式 到访方式 类型 来店电 kind visittype contacttype'),
    has: /来店.?来电|来电.?来店|接触方式|来访方式/,
  },
  number: {
    is: words('订单号 合同号 线索编号 商机编号 编号 单号 vin 车架号 orderid leadid id'),
    has: /(订单|合同|线索|商机|潜客|档案|销售单|单据)(编?号|id)|^(order|lead|opportunity|deal|sale|record|car|contract|invoice)s?(id|no|number)$/,
  },
  name: {
    is: words('客户姓名 姓名 客户名称 客户 顾客 顾客姓名 称呼 name customer customername client fullname'),
    has: /姓名|客户名|name|customer/,
    not: /顾问|销售|接待|员|推荐人|介绍人|经办|staff|sales|agent|consultant|file|model|company|channel|dealer/,
  },
  phone: {
    is: words('联系电话 电话 手机 手机号 手机号码 电话号码 联系方式 phone mobile tel phonenumber contact'),
    has: /电话|手机|联系方式|phone|mobile|tel(?!l)/,
    not: /来电|顾问|时间|是否|次数|kind|type/,
  },
  wechat: { is: words('微信 微信号 wechat wechatid weixin wx'), has: /微信|wechat/, not: /是否|已加|添加/ },
  gender: { is: words('性别 gender sex'), has: /性别|gender/ },
  city: {
    is: words('城市 所在城市 地区 区域 居住地 地址 city town address'),
    has: /城市|居住|区县|city/,
    not: /经销|门店|展厅|dealer|office|store/,
  },
  partySize: {
    is: words('人数 来店人数 来访人数 随行人数 同行人数 partysize people persons guests pax'),
    has: /人数|partysize|guests/,
  },
  firstVisit: {
    is: words(
      '首次再次 首次二次 首次 是否首次 来店次数 到店次数 首再次 首次复访 firstvisit visitno first firstrepeat neworreturn',
    ),
    has: /首次|再次|首访|新老|次数|first|repeat|revisit/,
    not: /日期|时间|date|time|name/,
  },
  channel: {
    is: words('信息来源 来源 客户来源 来源渠道 渠道 线索来源 信息渠道 媒体 source channel leadsource leadorigin'),
    has: /来源|渠道|source|channel|媒体/,
  },
  brand: {
    is: words('品牌 厂牌 品牌名称 brand make manufacturer company'),
    has: /品牌|brand|manufactur/,
    not: /竞品|现有|保有|competitor|current/,
  },
  model: {
    is: words(
      '意向车型 车型 意向 意向车系 车系 关注车型 拟购车型 成交车型 model carmodel vehicle car interestedmodel product productname',
    ),
    has: /车型|车系|车款|model|vehicle|product/,
    not: /竞品|现有|保有|旧车|置换|年款|competitor|current|tradein|year/,
  },
  grade: {
    is: words('级别 等级 意向级别 客户级别 客户等级 意向等级 意向度 grade level rating leadgrade leadrating'),
    has: /级别|等级|grade|rating/,
    not: /会员|member|年级/,
  },
  horizon: {
    is: words(
      '预购时间 购车时间 预计购车时间 购买时间 拟购时间 预计购买 购车周期 horizon purchasetime timeframe whentobuy',
    ),
    has: /预购|拟购|(?:预计)?购[车买](?:时间|周期|计划)|horizon|timeframe|purchasetime/,
  },
  budget: { is: words('预算 购车预算 budget'), has: /预算|budget/ },
  competitor: {
    is: words('竞品 竞品车型 对比车型 竞争车型 competitor competitors'),
    has: /竞品|竞争|对比车|competit/,
  },
  testDrive: {
    is: words('试驾 是否试驾 试乘试驾 试驾情况 试驾与否 testdrive testdriven demodrive'),
    has: /试驾|试乘|testdrive/,
    not: /车型|日期|时间|model|date|time/,
  },
  receivedBy: {
    is: words(
      '接待顾问 销售顾问 顾问 接待人 接待人员 销售 销售员 业务员 接待 负责人 归属顾问 salesperson salesagent consultant advisor receivedby servedby salesconsultant salesrep seller agent owner leadowner staff',
    ),
    has: /顾问|接待[人员]|销售[人员]|业务员|sales(?:person|man|consultant|rep|agent)|consultant|advisor/,
    not: /日期|时间|电话|意见|date|time/,
  },
  status: {
    is: words(
      '状态 客户状态 潜客状态 线索状态 商机阶段 销售阶段 跟进状态 阶段 dealstage stage status leadstatus salesstage outcome',
    ),
    has: /状态|阶段|stage|status/,
    not: /婚姻|付款|库存|心理|marital|payment|stock|日期|时间|date|time/,
  },
  closedOn: {
    is: words('成交日期 战败日期 关闭日期 结束日期 成交战败日期 成交时间 战败时间 closedate closeddate closedon'),
    has: /(成交|战败|关闭|结束|订单|下订).{0,4}(日期|时间)|close[d]?(date|on|at|time)|(won|lost)date/,
  },
  lossReason: {
    is: words('战败原因 流失原因 失败原因 未成交原因 lossreason lostreason closedlostreason'),
    has: /(战败|流失|失败|未成交|丢单).{0,3}原因|los[st]+reason|reasonlost/,
  },
  nextOn: {
    is: words(
      '下次跟进日期 下次回访日期 下次联系日期 下次跟进时间 下次跟进 计划跟进日期 nextfollowup nextfollowupdate nextcontact nextcontactdate nextdate',
    ),
    has: /下次|计划跟进|next/,
    not: /内容|方式|事项|note|method|step/,
  },
  deliveredOn: {
    is: words('交车日期 提车日期 交付日期 交车时间 deliverydate delivereddate deliveredon handoverdate'),
    has: /交车|提车|交付|deliver|handover/,
    not: /预计|计划|expected|planned|地|人|place|by$/,
  },
  price: {
    is: words(
      '成交价 成交价格 成交金额 售价 销售价格 订单金额 合同金额 车价 金额 价格 price saleprice closevalue dealvalue amount value revenue',
    ),
    has: /价|金额|price|amount|dealvalue|closevalue|revenue/,
    not: /指导|原价|优惠|置换|评估|保险|定金|订金|评价|报价|list|msrp|discount|tradein|deposit|income/,
  },
  grossProfit: {
    is: words('毛利 毛利润 单车毛利 利润 grossprofit profit margin'),
    has: /毛利|利润|profit|margin/,
    not: /率|rate|%|percent/,
  },
  followUp: {
    is: words('跟进情况 跟进 跟进记录 洽谈情况 洽谈内容 洽谈记录 客户情况 回访情况 followup status progress'),
    has: /跟进|洽谈|回访|followup/,
    not: /日期|时间|下次|状态|date|next/,
  },
  note: {
    is: words('备注 说明 其他 备注说明 note notes remark remarks comment comments memo'),
    has: /备注|说明|note|remark|comment/,
  },
}
