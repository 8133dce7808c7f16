import type { FollowUpMethod, FollowUpOutcome } from '../../shared/values/vocabulary.ts'
import { COLOURS, COMPETITORS } from './line-up.ts'
import type { Random } from './random.ts'

/** What a note may mention of its lead. */
export type NoteSubject = { readonly title: string; readonly model: string; readonly trims: readonly string[] }

const OPENERS: Readonly<Record<FollowUpMethod, readonly string[]>> = {
  call: ['{客}接了电话，', '电话聊了{分}分钟，', '{时}通话，', '{客}电话里说，', '打给{客}，', '回了{客}的电话，', ''],
  wechat: [
    '微信回复：',
    '微信上{客}问起，',
    '发了{车} {版}的实拍视频，',
    '{客}微信留言，',
    '{时}微信沟通，',
    '朋友圈互动后，',
    '',
  ],
  sms: ['短信通知{车}{月}政策，', '短信约{客}到店，', '发短信提醒{客}，'],
  showroom: ['{客}带{家}到店，', '{客}{时}到店，', '店内谈了{分}分钟，', '{客}再次到店看{色}现车，', '{家}陪同到店，'],
  test_drive: ['试驾{车} {版}，', '{客}和{家}一起试驾，', '试驾路线走了高架，', '试驾{分}分钟，', '{家}也上车体验，'],
  home_visit: ['上门送{车}资料，', '开试驾车到{客}单位，', '到{客}家里看旧车，'],
}
const DETAILS = [
  '在{色}和{色}之间犹豫',
  '更喜欢{版}，觉得配置刚好',
  '{家}觉得后排空间够用',
  '{家}嫌颜色太素，想看{色}',
  '旧车开了{年}年，想置换，估价{价}万还差一点',
  '旧车过户资料还缺一张，置换先等等',
  '想做{期}期贷款，首付{成}成',
  '关心{期}期免息能不能延到{月}',
  '全款，但要等{月}的理财到期',
  '对比过{竞}，觉得我们底盘更稳',
  '{竞}那边多优惠{价}千，希望我们跟上',
  '看中{竞}的后备箱，已解释{车}的放倒方式',
  '孩子{月}开学，想赶在前面用上车',
  '主要{家}接送孩子用，看重安全配置',
  '平时跑高速多，问油耗和保养间隔',
  '小区装充电桩要物业盖章，正在办',
  '问{版}有没有现车，{色}要等{周}周',
  '担心保值率，给了近{年}年二手行情',
  '预算比{版}低{价}千，想看有没有展车',
  '{家}还没看过车，要带来再定',
  '已摇到号，{月}前要上牌',
  '等年终奖，{月}再定',
  '单位团购名额，问能否叠加置换补贴',
  '保险想自己买，已说明店内套餐差别',
  '问赠送的{礼}能不能换成保养',
  '想要{礼}，承诺订车时申请',
  '导航和辅助驾驶问得很细，预约专人讲解',
  '上次说的{色}到店了，已告知',
  '担心四驱用不上，建议先试两驱',
  '{家}生二胎，考虑换大一点的车',
  '老家办事回来再谈，大约{周}周后',
  '已算好落地价，比心理价高{价}千',
] as const
const NEXTS = [
  '约{时}到店',
  '{天}再联系',
  '发报价单给{客}',
  '{天}把{色}现车照片发过去',
  '请{客}带{家}来试驾',
  '向经理申请{礼}',
  '{天}回复贷款方案',
  '旧车{天}来店评估',
  '先不催，{天}问候',
  '{月}活动开始前通知',
  '等{家}有空再约',
  '给{客}留了一台{色}',
  '建议{天}来谈定金',
  '答应{天}前给答复',
] as const
const UNREACHED = [
  '{时}打了两次没人接，{天}再打',
  '{客}在开会，挂断了，改发微信约{天}',
  '电话占线，已留言介绍{车}{月}政策，{天}再拨',
  '未接通，短信留了{礼}的消息，{天}跟进',
  '{客}说在外地，信号不好，约{天}再聊{版}',
  '{时}无人接听，微信发了{色}照片，未回',
  '响铃后挂断，估计在忙，{天}换个时间打',
  '语音信箱，留言请{客}回电谈{版}报价',
] as const
const REFUSALS = [
  '{客}说已在别家看{竞}，近期不用再联系，仍留了{月}活动信息',
  '暂时不买了，{家}反对换车，{周}周后再问一句',
  '嫌{版}落地价高{价}千，语气比较坚决',
  '明确说不考虑{车}，问到{竞}的交车时间没有回答',
  '{客}工作变动，{车}的计划取消，{月}前不用联系，愿意保留微信',
] as const
const SHORT = ['未接', '已加微信', '再约', '在忙']

/** What somebody writes who only wants the field to be full. */
const STOCK_PHRASES = [
  '客户表示考虑中，继续跟进',
  '已电话回访，客户暂无进展',
  '微信联系，客户说再看看',
  '客户意向良好，保持联系',
  '已沟通，等客户消息',
] as const

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  色: COLOURS,
  竞: COMPETITORS,
  家: ['爱人', '父亲', '母亲', '儿子', '女儿', '朋友', '同事', '岳父', '姐姐', '弟弟'],
  年: ['三', '四', '五', '六', '七', '八', '九', '十'],
  价: ['两', '三', '四', '五', '六', '八'],
  期: ['12', '24', '36', '48', '60'],
  成: ['两', '三', '四', '五'],
  周: ['一', '两', '三', '四'],
  分: ['5', '8', '10', '15', '20', '25', '30', '40'],
  礼: ['脚垫', '贴膜', '两次保养', '行车记录仪', '底盘护甲', '充电桩安装'],
  时: ['上午', '中午', '下午', '傍晚', '周六上午', '周日下午', '午休时', '下班后'],
  天: ['明天', '后天', '周五', '周末', '下周一', '下周二', '三天后', '月底前', '下周'],
  月: ['月底', '下月初', '下月', '开学', '年底', '节前', '节后'],
}

function fill(template: string, subject: NoteSubject, random: Random): string {
  return template.replace(/\{(.)\}/g, (_, slot: string) => {
    if (slot === '客') return subject.title
    if (slot === '车') return subject.model
    if (slot === '版') return random.pick(subject.trims)
    return random.pick(SLOTS[slot] ?? [''])
  })
}

/** A note as somebody writes it who has just hung up: different every time, because every customer is. */
export function naturalNote(
  method: FollowUpMethod,
  outcome: FollowUpOutcome,
  subject: NoteSubject,
  random: Random,
): string {
  if (random.chance(0.012)) return random.pick(SHORT)
  if (outcome === 'not_reached') return fill(random.pick(UNREACHED), subject, random)
  if (outcome === 'refused') return fill(random.pick(REFUSALS), subject, random)
  const details = random.chance(0.35) ? `${random.pick(DETAILS)}；${random.pick(DETAILS)}` : random.pick(DETAILS)
  return fill(`${random.pick(OPENERS[method])}${details}。${random.pick(NEXTS)}。`, subject, random)
}

export function stockPhrase(random: Random): string {
  return random.pick(STOCK_PHRASES)
}
