import type { Bucket, LeadStatus, Stage } from '../../../shared/values/grade.ts'
import type {
  CHANNEL_GROUPS,
  FOLLOW_UP_METHODS,
  FOLLOW_UP_OUTCOMES,
  LOSS_REASONS,
  NOT_CAPTURED_REASONS,
  REVIEWS,
  Role,
  VISIT_KINDS,
  VISIT_PURPOSES,
} from '../../../shared/values/vocabulary.ts'

type For<Codes extends readonly string[]> = Record<Codes[number], string>

const role: Record<Role, string> = {
  salesperson: '销售顾问',
  reception: '前台',
  manager: '销售经理',
  owner: '总经理',
}

const channelGroup: For<typeof CHANNEL_GROUPS> = { walk_in: '自来', referral: '推荐', outbound: '开发' }

const visitKind: For<typeof VISIT_KINDS> = { showroom: '来店', phone: '来电' }

const visitPurpose: For<typeof VISIT_PURPOSES> = { purchase: '看车购车', other: '其他事务' }

const method: For<typeof FOLLOW_UP_METHODS> = {
  call: '电话',
  wechat: '微信',
  sms: '短信',
  showroom: '到店面谈',
  test_drive: '试驾',
  home_visit: '上门拜访',
}

const outcome: For<typeof FOLLOW_UP_OUTCOMES> = {
  reached: '已联系上',
  not_reached: '未联系上',
  appointment: '已约到店',
  refused: '拒绝联系',
}

const review: For<typeof REVIEWS> = { approved: '合格', rejected: '不合格' }

const notCaptured: For<typeof NOT_CAPTURED_REASONS> = {
  just_looking: '随便看看',
  in_a_hurry: '时间匆忙',
  refused: '不愿留资',
  not_asked: '未询问',
  companion: '陪同人员',
  other: '其他',
}

const lossReason: For<typeof LOSS_REASONS> = {
  price: '价格谈不拢',
  competitor: '选择竞品',
  no_stock: '没有现车',
  finance_refused: '贷款未获批',
  bought_elsewhere: '在别店购买',
  no_longer_buying: '不再购车',
  unreachable: '长期联系不上',
  other: '其他',
}

const bucket: Record<Bucket, string> = {
  none: '尚未建档',
  ungraded: '未定级',
  A: 'A 级',
  B: 'B 级',
  C: 'C 级',
  D: 'D 级',
  dormant: '休眠',
  won: '成交',
  lost: '战败',
}

const status: Record<LeadStatus, string> = { open: '跟进中', dormant: '休眠', won: '已成交', lost: '已战败' }

const stage: Record<Stage, string> = {
  attention: '注意',
  interest: '兴趣',
  desire: '欲望',
  comparison: '比较',
  decision: '决定',
}

const gender = { m: '先生', f: '女士' }

const light = { red: '警示', amber: '注意', green: '良好', unknown: '数据不足' }

const weekday = { d1: '周一', d2: '周二', d3: '周三', d4: '周四', d5: '周五', d6: '周六', d7: '周日' }

/** A word for every code that is stored or sent: `t(`codes.method.${method}`)`. */
export const codes = {
  role,
  channelGroup,
  visitKind,
  visitPurpose,
  method,
  outcome,
  review,
  notCaptured,
  lossReason,
  bucket,
  status,
  stage,
  gender,
  light,
  weekday,
}
