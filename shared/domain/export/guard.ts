/**
 * The rule for text in a CSV file, which a spreadsheet reads as if somebody had typed it: a cell that begins like a formula would be
 * run as one (also behind blanks, quotes or control characters, and in full-width forms), and so would whatever follows another
 * program's delimiter or a line break inside a cell. There an apostrophe is put, which says "text" to a spreadsheet. A number
 * that only looks like one (a phone, anything with a leading zero) gets a tab behind it, or it would come out as 1.38E+10.
 *
 * `unguard` takes exactly that off again: `unguard(guard(text)) === text` for every text.
 */
const FORMULA = String.raw`[=+\-@|＝＋－＠]`
const BLANKS = String.raw`[\s"\u200B\uFEFF]*`

const BEGINS_HOSTILE = new RegExp(String.raw`^'*${BLANKS}(?:${FORMULA}|\p{Cc})`, 'u')
const HOSTILE_INSIDE = new RegExp(String.raw`([;\t\r\n]${BLANKS})('*${FORMULA})`, 'gu')
const GUARDED_INSIDE = new RegExp(String.raw`([;\t\r\n]${BLANKS})'('*${FORMULA})`, 'gu')
const BENT_NUMBER = /^(?:0\d+|\d{11,})\t*$/

export function guard(text: string): string {
  if (BENT_NUMBER.test(text)) return `${text}\t`
  const inside = text.replace(HOSTILE_INSIDE, "$1'$2")
  return BEGINS_HOSTILE.test(inside) ? `'${inside}` : inside
}

/** For the importer: a cell of a CSV file as it was before `guard`; any other text stays as it is. */
export function unguard(text: string): string {
  // Of a large file almost no cell was guarded.
  if (!text.includes("'") && !text.endsWith('\t')) return text
  if (text.endsWith('\t') && BENT_NUMBER.test(text)) return text.slice(0, -1)
  const inside = text.startsWith("'") && BEGINS_HOSTILE.test(text.slice(1)) ? text.slice(1) : text
  return inside.replace(GUARDED_INSIDE, '$1$2')
}
