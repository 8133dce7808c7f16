const LONGEST_SHEET_NAME = 31
const LONGEST_FILE_NAME = 120

/** Names a workbook can have for its sheets: 31 legal characters, no two alike whatever their case, none empty. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const legal = legalSheetName(name)
    let free = legal
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = cut(legal, LONGEST_SHEET_NAME, ` (${n})`)
    taken.add(free.toLowerCase())
    return free
  })
}

function legalSheetName(name: string): string {
  const legal = name
    .toWellFormed()
    .replace(/[\p{Cc}[\]:*?/\\]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '')
  const short = cut(legal, LONGEST_SHEET_NAME).replace(/[' ]+$/g, '')
  // The one name that spreadsheets keep for themselves.
  return short === '' || /^history$/i.test(short) ? `${short}_` : short
}

/** Cut to so many UTF-16 units, end included, without halving a character. */
function cut(text: string, most: number, end = ''): string {
  let short = ''
  for (const character of text) {
    if (short.length + character.length + end.length > most) break
    short += character
  }
  return short + end
}

/** What, which period, when: `九控_潜客_2026-11-22.xlsx`, in characters every file system takes. */
export function fileName(parts: readonly string[], extension: string): string {
  const name = parts
    .map((part) =>
      part
        .toWellFormed()
        .replace(/[\p{Cc}<>:"/\\|?*_\s]+/gu, ' ')
        .replace(/^[. ]+|[. ]+$/g, ''),
    )
    .filter((part) => part !== '')
    .join('_')
  return `${cut(name, LONGEST_FILE_NAME).replace(/[. ]+$/g, '') || '_'}.${extension}`
}
