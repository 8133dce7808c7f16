import { cellText } from './cell-text.ts'

export type Guess = { readonly meaning: string; readonly isSure: boolean }

/** Months from a December back to the month of the row; decided when the row's date is known. */
export const YEAR_END = 'year_end'

const DIGITS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/** What is said about when to buy, as whole months ('' = nothing to go by): domain.md 3, purchase horizon. */
export function suggestHorizon(cell: string): Guess | null {
  const text = cellText(cell)
    .toLowerCase()
    .replace(/十二/g, '12')
    .replace(/十/g, '10')
    .replace(/[一二两三四五六七八九]/g, (word) => DIGITS[word] ?? word)
    .replace(/\s/g, '')
  if (text === '' || /看看|随便|了解|不确定|不定|未定|待定|^[-/无]$|unknown|unsure/.test(text)) return sure('')
  if (/不急|不着急|暂不|以后|再说|长期|nohurry|nextyear|明年/.test(text)) return { meaning: '12', isSure: false }
  if (/年底|年内|年前|yearend|endofyear/.test(text)) return sure(YEAR_END)
  return counted(text)
}

function counted(text: string): Guess | null {
  if (/立即|马上|现在|今天|近期|尽快|now|asap|immediate/.test(text)) return sure('0')
  if (/半个月/.test(text)) return sure('1')
  if (/半年/.test(text)) return sure('6')
  const amount = [...text.matchAll(/\d+(?:\.\d+)?/g)].map(Number).at(-1)
  if (/周|星期|week/.test(text)) return months(amount === undefined ? 0 : (amount * 7) / 30)
  if (/天|日|day/.test(text)) return months(amount === undefined ? 0 : amount / 30)
  if (/月|month/.test(text)) return /本月|当月|thismonth/.test(text) ? sure('1') : months(amount)
  if (/年|year/.test(text)) return months(amount === undefined ? 12 : amount * 12)
  return /^\d{1,2}$/.test(text) ? { meaning: String(Number(text)), isSure: false } : null
}

/** A week is "now": below half a month there is no whole month to wait. */
function months(amount: number | undefined): Guess | null {
  if (amount === undefined) return null
  return sure(String(amount < 0.4 ? 0 : Math.ceil(amount)))
}

function sure(meaning: string): Guess {
  return { meaning, isSure: true }
}

/** Whole months for a row of that month; null when nothing is said. */
export function horizonMonths(meaning: string, month: number): number | null {
  if (meaning === YEAR_END) return 12 - month
  return /^\d{1,3}$/.test(meaning) ? Number(meaning) : null
}
