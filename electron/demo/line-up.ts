import type { ChannelGroup } from '../../shared/values/vocabulary.ts'

/** A car of the invented brand 松云. Prices in yuan. */
export type Model = {
  readonly name: string
  readonly price: number
  readonly demand: number
  readonly budget: string
  readonly trims: readonly string[]
}

export const MODELS: readonly Model[] = [
  { name: '松云 S5', price: 109_800, demand: 22, budget: '10-12万', trims: ['舒适版', '豪华版', '尊享版'] },
  { name: '松云 S7', price: 159_800, demand: 12, budget: '15-18万', trims: ['豪华版', '尊享版', '旗舰版'] },
  { name: '石野 X3', price: 119_800, demand: 24, budget: '11-14万', trims: ['都市版', '越野版', '豪华版'] },
  { name: '石野 X5', price: 169_800, demand: 20, budget: '15-20万', trims: ['两驱豪华版', '四驱豪华版', '四驱旗舰版'] },
  { name: '石野 X7', price: 239_800, demand: 8, budget: '20-25万', trims: ['七座豪华版', '六座旗舰版'] },
  { name: '轻舟 E5', price: 139_800, demand: 11, budget: '13-16万', trims: ['430公里版', '520公里版', '620公里版'] },
  { name: '大衍 M8', price: 219_800, demand: 5, budget: '20-25万', trims: ['商务版', '家享版'] },
]

export const COLOURS = ['珍珠白', '星空灰', '曜石黑', '湖水蓝', '松针绿', '晨曦银', '朱砂红'] as const
export const COMPETITORS = ['启岳 H6', '宏图 K3', '瑞景 L6', '蓝途 E7', '北辰 GT', '驰远 Q5'] as const

/** A source of visitors; cost in yuan a month, before a little seasonal variation. */
export type DemoChannel = {
  readonly id: string
  readonly group: ChannelGroup
  readonly name: string
  readonly cost: number
  readonly share: number
  /** Factor on the chance to leave a contact, and on the chance to close. */
  readonly captures: number
  readonly closes: number
}

/** The leads of the vertical portal cost more than they will ever bring: one of the board's stories. */
export const CHANNELS: readonly DemoChannel[] = [
  { id: 'c1', group: 'walk_in', name: '自然进店', cost: 6000, share: 34, captures: 0.95, closes: 1 },
  { id: 'c2', group: 'walk_in', name: '车展与商圈展示', cost: 5000, share: 14, captures: 1, closes: 0.95 },
  { id: 'c3', group: 'referral', name: '老客户介绍', cost: 3000, share: 15, captures: 1.15, closes: 1.25 },
  { id: 'c4', group: 'referral', name: '员工与亲友推荐', cost: 1200, share: 11, captures: 1.1, closes: 1.15 },
  { id: 'c5', group: 'outbound', name: '短视频直播', cost: 5500, share: 15, captures: 1, closes: 1 },
  { id: 'c6', group: 'outbound', name: '垂直网站线索', cost: 48_000, share: 11, captures: 0.9, closes: 0.25 },
]
export const PHONE_CHANNEL_SHARES = [
  ['c1', 40],
  ['c3', 10],
  ['c5', 25],
  ['c6', 25],
] as const
