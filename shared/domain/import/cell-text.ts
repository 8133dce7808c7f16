/** No register has more to say in a cell; what a broken file has must not keep the readers busy. */
const LONGEST_CELL = 2000
/** A value whose meaning is asked is told from others by so many characters. */
const LONGEST_VALUE = 200

/** Most cells: nothing to change. Reading 200,000 rows takes half the time for it. */
const PLAIN = /^[\x21-\x7e\u4e00-\u9fff]{0,200}$/

/** A cell as it is read: full-width forms made narrow, odd spaces and invisible characters gone, the ends trimmed. Line breaks stay. */
export function cellText(cell: string | undefined): string {
  if (cell === undefined) return ''
  if (PLAIN.test(cell)) return cell
  return cell
    .slice(0, LONGEST_CELL)
    .normalize('NFKC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

/** For comparing words: no spaces, no case, no marks around them. */
export function wordKey(cell: string | undefined): string {
  return cellText(cell)
    .toLowerCase()
    .replace(/[\s\-_/\\.,:;·、，。：；()（）[\]【】"'“”*#]+/g, '')
}

export function isBlank(cell: string | undefined): boolean {
  return cellText(cell) === ''
}

/** A cell as the value whose meaning a person gives. */
export function valueText(cell: string | undefined): string {
  return cellText(cell).slice(0, LONGEST_VALUE)
}
