import { cellText } from './cell-text.ts'

/** Beyond it a number is no price of a car. */
const MOST_FEN = 1e13

/** Money as whole fen: 26000, ¥129,800.00, 12.98万, 26.000,50 €, (1,200). `isInWan`: the column counts in ten thousands. Null: none. */
export function readMoney(cell: string, isInWan: boolean): number | null {
  const text = cellText(cell).replace(/\s/g, '')
  const isNegative = /^\(.*\)$|^[^\d]*-/.test(text)
  const match = /^[^\d.,]*([\d.,]+)(万)?(?:元|块|rmb|cny|usd|eur|[¥$€£])?\)?(?:整)?$/i.exec(text)
  const amount = plainNumber(match?.[1] ?? '')
  if (match === null || amount === null) return null
  // A column in ten thousands may hold whole amounts all the same: nobody pays a hundred million for a car.
  const isWan = match[2] !== undefined || (isInWan && amount < 10_000)
  const fen = Math.round(amount * 100 * (isWan ? 10_000 : 1))
  return fen > MOST_FEN ? null : fen === 0 ? 0 : isNegative ? -fen : fen
}

function plainNumber(digits: string): number | null {
  const isContinental = /^\d{1,3}(\.\d{3})+,\d{1,2}$|^\d+,\d{1,2}$/.test(digits)
  const plain = isContinental ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '')
  return /^(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}
