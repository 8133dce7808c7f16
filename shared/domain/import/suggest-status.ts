import { LOSS_REASONS } from '../../values/vocabulary.ts'
import { wordKey } from './cell-text.ts'
import type { Guess } from './read-horizon.ts'

const sure = (meaning: string): Guess => ({ meaning, isSure: true })

/** In this order: a stage that is called 战败(成交他牌) is a loss, 未成交 is neither. */
const STATUSES = [
  {
    meaning: 'lost',
    words: /战败|流失|失败|失控|输单|丢单|无效|放弃|lost|dead|invalid|disqualif|unqualif|rejected|junk/,
  },
  { meaning: 'open', words: /未成交|未订|未下订|待成交|未交|意向|洽谈中|谈判/ },
  {
    meaning: 'won',
    words:
      /成交|已订|下订|订单|签约|交定|交车|提车|交付|赢单|已购|won|sold|ordered|delivered|success|purchased|complete/,
  },
  { meaning: 'dormant', words: /休眠|沉睡|冻结|搁置|暂缓|挂起|dormant|onhold|inactive|parked|stalled/ },
  {
    meaning: 'open',
    words:
      /跟进|跟踪|在谈|洽谈|潜|新|待|未|试驾|报价|有效|活跃|open|new|engag|prospect|qualif|contact|propos|negot|progress|pending|working|active|nurtur|demo|lead/,
  },
] as const

/** What has become of a customer: `won`, `lost`, `dormant`, or still `open`. Blank counts as open, which a person should look at. */
export function suggestStatus(cell: string): Guess | null {
  const word = wordKey(cell)
  if (word === '') return { meaning: 'open', isSure: false }
  const found = STATUSES.find(({ words }) => words.test(word))
  return found === undefined ? null : sure(found.meaning)
}

const REASONS: readonly { readonly reason: (typeof LOSS_REASONS)[number]; readonly words: RegExp }[] = [
  { reason: 'finance_refused', words: /贷款|按揭|征信|金融|finance|credit|loan/ },
  { reason: 'no_stock', words: /没车|无车|缺货|现车|库存|等车|车源|颜色|stock|availab/ },
  {
    reason: 'unreachable',
    words: /联系不上|失联|空号|无人接|停机|不接|拒接|unreach|cannotbereach|noanswer|noresponse|unresponsive/,
  },
  { reason: 'competitor', words: /竞品|竞争|别的?品牌|其他品牌|他牌|competitor|otherbrand/ },
  {
    reason: 'bought_elsewhere',
    words: /别处|别店|别家|他店|外店|隔壁|其他店|外地|同城|已买|已购|买了|订了|elsewhere|otherdealer|boughtfrom|bought/,
  },
  {
    reason: 'no_longer_buying',
    words: /不买|不购|不再购|不再买|不考虑|取消|放弃|暂不|没有需求|无需求|nolonger|notbuying|cancel|noneed|nointerest/,
  },
  { reason: 'price', words: /价|贵|预算|优惠|price|expens|budget|cost/ },
]

/** Which of the coded reasons the words are; what nobody can tell is another reason, whose words are kept. */
export function suggestLossReason(cell: string): Guess {
  const word = wordKey(cell)
  if (word === '') return sure('')
  const coded = LOSS_REASONS.find((reason) => wordKey(reason) === word)
  if (coded !== undefined) return sure(coded)
  if (/^(其他|其它|别的|other|others|unknown|未知)/.test(word)) return sure('other')
  const found = REASONS.find(({ words }) => words.test(word))
  return found === undefined ? { meaning: 'other', isSure: false } : sure(found.reason)
}

export function suggestGender(cell: string): Guess {
  const word = wordKey(cell)
  if (/^(男|先生|m$|male|man|mr)/.test(word)) return sure('m')
  if (/^(女|女士|f$|female|woman|mrs|ms|miss)/.test(word)) return sure('f')
  return { meaning: '', isSure: word === '' }
}
