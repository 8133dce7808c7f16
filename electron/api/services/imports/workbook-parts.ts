// What is changed in the XML of a workbook before the library sees it.

const SHEET_END = Buffer.from('sheetData>')
const MERGES = /<((?:\w+:)?)mergeCells\b[^>]*>[\s\S]*?<\/\1mergeCells>/

/**
 * A sheet without what follows its cells but the merged ranges: links and rules that claim the whole sheet would be gone through
 * cell by cell, which takes days.
 */
export function onlyCells(sheet: Buffer): Buffer {
  const found = sheet.lastIndexOf(SHEET_END)
  if (found === -1) return sheet
  const end = found + SHEET_END.length
  const merges = MERGES.exec(sheet.toString('latin1', end))?.[0] ?? ''
  return Buffer.concat([sheet.subarray(0, end), Buffer.from(merges, 'latin1')])
}

/** The date formats a Chinese Excel knows by number alone (ECMA-376 18.8.30, zh-cn), as the dates and times they are. */
const CHINESE_DATES = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]
const CHINESE_TIMES = [32, 33, 34, 35, 55, 56]
const FORMATS = [
  ...CHINESE_DATES.map((id) => `<numFmt numFmtId="${id}" formatCode="yyyy-mm-dd"/>`),
  ...CHINESE_TIMES.map((id) => `<numFmt numFmtId="${id}" formatCode="h:mm"/>`),
].join('')

/** Styles that name those formats; ones the file defines itself come after them and win. */
export function withChineseFormats(styles: Buffer): Buffer {
  const text = styles.toString('latin1')
  const list = /<((?:\w+:)?)numFmts\b[^>]*?(\/?)>/.exec(text)
  const place = list ?? /<((?:\w+:)?)styleSheet\b[^>]*>/.exec(text)
  if (place === null) return styles
  const at = place.index + place[0].length
  if (list !== null && list[2] !== '/') return Buffer.from(text.slice(0, at) + FORMATS + text.slice(at), 'latin1')
  const before = text.slice(0, list === null ? at : place.index)
  return Buffer.from(`${before}<numFmts>${FORMATS}</numFmts>${text.slice(at)}`, 'latin1')
}
