import { isMobile, phoneKey } from '../../values/phone.ts'
import { cellText } from './cell-text.ts'

const ID = /^[a-zA-Z][\w-]{5,19}$/
const NAMED_ID = /(?:微信号?|wechat|wx)\s*[:：]?\s*([a-zA-Z][\w-]{5,19})(?![\w@-])/i

/** A WeChat id from its own column, or from a phone cell that names one (微信: lin_88); null for 是, 已加 and the like. */
export function readWechat(cell: string | undefined, phoneCell: string | undefined): string | null {
  const text = cellText(cell)
  if (ID.test(text)) return text
  if (isMobile(text)) return phoneKey(text)
  return NAMED_ID.exec(text)?.[1] ?? NAMED_ID.exec(cellText(phoneCell))?.[1] ?? null
}
