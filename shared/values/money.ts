/** Money as whole fen, so that sums are exact; yuan appear only at the edges. */
export type Fen = number & { readonly __brand: 'Fen' }

const YUAN_FORM = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/

/** Yuan as text with at most two decimals -> fen; null when it is not that. */
export function parseYuan(text: string): Fen | null {
  const match = YUAN_FORM.exec(text)
  if (match === null) return null
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return (match[1] === '-' && fen !== 0 ? -fen : fen) as Fen
}

/** Fen -> yuan with two decimals, as the exchange format writes it. */
export function formatYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
