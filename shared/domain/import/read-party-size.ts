import { cellText } from './cell-text.ts'

const WORDS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}

/** How many came: 3, 2人, 2大1小, 两大一小, 一家三口, 2+1. Null when the cell does not say. */
export function readPartySize(cell: string | undefined): number | null {
  const text = cellText(cell).replace(/[一二两三四五六七八九十]/g, (word) => String(WORDS[word] ?? word))
  if (/^\d{1,3}(?:\.0+)?$/.test(text)) return inRange(Number(text))
  const household = /(\d+)口/.exec(text)
  if (household !== null) return inRange(Number(household[1]))
  const parts = [...text.matchAll(/(?<!\d)(\d{1,2})\s*(?:位|名|个)?\s*(?=大|小|老|男|女|人|位|名|\+|$|,|、)/g)]
  if (parts.length === 0) return null
  return inRange(parts.reduce((sum, part) => sum + Number(part[1]), 0))
}

function inRange(size: number): number | null {
  return size >= 1 && size <= 99 ? size : null
}
