import type { ExportWords } from '../../../../shared/contract/exports.ts'

/** What the asker's language calls a column or a code; a foreign code, as an import may bring them, is its own word. */
export type Words = {
  readonly column: (key: string) => string
  readonly code: (list: string, code: string | null) => string | null
}

export function wordsOf({ columns, codes }: Pick<ExportWords, 'columns' | 'codes'>): Words {
  return {
    column: (key) => own(columns, key) ?? key,
    code: (list, code) => (code === null ? null : (own(codes, `${list}.${code}`) ?? code)),
  }
}

/** A code may say `constructor`: only own keys count. */
function own(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined
}
