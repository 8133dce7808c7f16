import { cellText } from './cell-text.ts'

const TITLES = /(先生|女士|小姐|太太|老板|老师|经理|总|哥|姐|师傅|阿姨|大姐|大哥)$/
const COMPOUND = /^(欧阳|司马|上官|诸葛|司徒|东方|独孤|南宫|夏侯|尉迟|公孙|慕容|皇甫|令狐)/

export type ReadName = { readonly name: string | null; readonly gender: 'm' | 'f' | null }

/** A customer's name as written, spaces inside a Chinese name gone; the gender only where the title says it (王先生). */
export function readName(cell: string | undefined): ReadName {
  const text = cellText(cell).replace(/\n+/g, ' ')
  if (text === '' || /^[-—/\\?？*.无]+$/.test(text) || /^(匿名|未留|不详|未知|未登记|n\/a|none|unknown)$/i.test(text)) {
    return { name: null, gender: null }
  }
  const name = /^[\p{Script=Han}\s]+$/u.test(text) ? text.replace(/\s/g, '') : text
  const gender = /(先生|大哥|哥)$|^mr\.?\s/i.test(name) ? 'm' : null
  return { name: name.slice(0, 60), gender: /(女士|小姐|太太|姐|阿姨)$|^(mrs|ms|miss)\.?\s/i.test(name) ? 'f' : gender }
}

function surname(name: string): string {
  return COMPOUND.exec(name)?.[0] ?? name.slice(0, 1)
}

/** Whether two names cannot be one person's: 王先生 and 王涛 can, 王先生 and 李先生 or 王女士 cannot. */
export function isOtherName(a: string, b: string): boolean {
  const [left, right] = [a.replace(/\s/g, '').toLowerCase(), b.replace(/\s/g, '').toLowerCase()]
  if (left === right) return false
  if (!TITLES.test(left) && !TITLES.test(right)) return true
  const [his, hers] = [readName(left).gender, readName(right).gender]
  return surname(left) !== surname(right) || (his !== null && hers !== null && his !== hers)
}
