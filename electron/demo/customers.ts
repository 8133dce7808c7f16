import type { Random } from './random.ts'

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常',
]
const MEN = [
  '伟 强 磊 军 洋 勇 杰 涛 超 刚 平 辉 鹏 飞 宇 浩 凯 健 俊 帆',
  '志强 建华 文博 子轩 俊杰 浩宇 明辉 国庆 海涛 晓东 家豪 天佑 立新 振华 永刚',
  '思远 承志 宏伟 少华 嘉伟 景行 泽宇 一鸣 学文 培林 卫东 春生 长青 奕辰 启明',
].flatMap((names) => names.split(' '))
const WOMEN = [
  '芳 娜 敏 静 丽 艳 娟 霞 燕 玲 丹 萍 颖 雪 慧 倩 琳 莹 洁 婷',
  '秀英 桂兰 雅琴 晓燕 欣怡 梦瑶 雨萱 佳慧 海燕 美玲 思雨 婉清 诗涵 丽华 春梅',
  '红梅 月华 若曦 子涵 可欣 晓雯 素芬 淑贞 文静 亦菲 安琪 嘉怡 书瑶 玉洁 凤霞',
].flatMap((names) => names.split(' '))
const TOWNS = ['城东区', '城西区', '高新区', '滨江新区', '开发区', '安和县', '临水县', '青石镇'] as const

export type Person = {
  readonly name: string
  readonly title: string
  readonly gender: 'm' | 'f'
  readonly phone: string | null
  readonly wechat: string | null
  readonly city: string | null
}

/**
 * The `n`-th person to leave a contact. The numbers are plainly made up (1380000 and 1390000, then a running number in a
 * scattered order) and never repeat; a few people give only WeChat.
 */
export function personAt(n: number, random: Random): Person {
  const woman = random.chance(0.36)
  const surname = random.pick(SURNAMES)
  const scattered = String((n * 7919 + 1234) % 10_000).padStart(4, '0')
  const prefix = n % 20_000 < 10_000 ? '1380000' : '1390000'
  const wechatOnly = random.chance(0.05)
  return {
    name: surname + random.pick(woman ? WOMEN : MEN),
    title: surname + (woman ? '女士' : '先生'),
    gender: woman ? 'f' : 'm',
    phone: wechatOnly ? null : prefix + scattered,
    wechat: wechatOnly || random.chance(0.4) ? `demo_wx_${String(n + 1).padStart(5, '0')}` : null,
    city: random.chance(0.6) ? random.pick(TOWNS) : null,
  }
}
