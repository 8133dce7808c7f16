import { wordKey } from './cell-text.ts'
import type { Guess } from './read-horizon.ts'

const sure = (meaning: string): Guess => ({ meaning, isSure: true })

const FIRST = /^(首|初|第?[一1]次|第?1$|新|头一?次|是首次|first|new|1st)/
const AGAIN = /^(再|第?[二两三四五2-9]次|[2-9]$|多次|复|回|老|又|非首|again|return|repeat|revisit|beback|second|2nd)/

/** First visit or again: 首, 首次, 第一次, 新客; 再次, 二次, 复访, 老客. Blank counts as first, which a person should look at. */
export function suggestFirstVisit(cell: string): Guess | null {
  const word = wordKey(cell)
  if (word === '') return { meaning: 'first', isSure: false }
  if (/^(是|y|yes|√|✓|✔)$/.test(word)) return { meaning: 'first', isSure: false }
  if (/^(否|n|no|×|✗|x)$/.test(word)) return { meaning: 'again', isSure: false }
  if (FIRST.test(word)) return sure('first')
  if (AGAIN.test(word)) return sure('again')
  return null
}

/** A test drive that took place, or not (an appointment is not one). */
export function suggestTestDrive(cell: string): Guess | null {
  const word = wordKey(cell)
  if (word === '' || /^(否|无|未|没|不|×|✗|x$|n$|no|0$|约|预约|待|拟|计划)/.test(word)) return sure('')
  if (/(约|预约|待|周[一二三四五六日末]|明天|后天)/.test(word) && !/已/.test(word)) return sure('')
  if (/^(√|✓|✔|☑|是|有|已|y$|yes|done|1$|ok|完成|试驾|试乘)/.test(word)) return sure('done')
  return null
}

/** Came in or rang up. Blank counts as having come in: the register is one of visits. */
export function suggestKind(cell: string): Guess | null {
  const word = wordKey(cell)
  if (word === '') return { meaning: 'showroom', isSure: false }
  if (/电|phone|call|呼入|线上|tel/.test(word)) return sure('phone')
  if (/店|展厅|进|访|自然|showroom|visit|walk/.test(word)) return sure('showroom')
  return null
}
