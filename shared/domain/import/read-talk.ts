import { cellText } from './cell-text.ts'

const LOSS =
  /战败|流失|退[订定]|退车|[不没][买购]了|不考虑了|放弃(?:购|买|了)|(?:买|订|定|购|提)了?(?:别|其[他它]|他[店牌人]|竞品|隔壁|外地)|(?:别处|别家|别的|他店|外地|隔壁|竞品|其[他它][^,]{0,4})[^,]{0,4}(?:买|订|购|提车|成交)|\blost\b|bought (?:elsewhere|another|from|a (?:different|competitor))|no longer (?:buying|interested)|not buying|chose another/i
const DEAL =
  /已[下交付]?[订定购](?!期|的时|时间)|[下交付签]了?[订定](?!期|位|不|决心)|[订定]金?已[交付]|成交(?!价|量|率|机会|可能|概率|周期)|已?提[了车](?!时间|周期)|交车(?!时间|周期|期|慢|太)|签了?(?:合同|单)|买了|订了|\bbought\b|\bordered\b|order placed|deposit (?:paid|taken|received)|\bpurchased\b|\bsold\b/i
/** What stands before such a word and takes it back: it has not happened, or not yet, or only nearly. */
const TAKEN_BACK =
  /(?:(?:没|未|不|别|无|非|想|要|会|能|若|再|约|待|催|明天|后天|下周|周[一二三四五六日末])[^,]{0,3}|(?:差点|差一点|险些|几乎|准备|打算|计划|考虑|可能|希望|争取|预计|如果|有望)[^,]{0,6}|(?:\bnot\b|n't|\bno\b|never|almost|nearly|\bmay\b|might|\bwill\b|would|\bif\b|plan|about to|want|yet to|before)[^,]{0,12})$/i
const ASKED = /[吗么?]\s*$/

export type Talk = 'deal' | 'loss' | null

/** Whether a remark speaks of an order or of a loss; of both, the later word counts. Negations and intentions are neither. */
export function readTalk(text: string): Talk {
  // Most remarks speak of neither.
  const plain = cellText(text)
  if (!LOSS.test(plain) && !DEAL.test(plain)) return null
  let said: Talk = null
  for (const clause of plain.replace(/[，。；;！!、\n]/g, ',').split(/,|(?<=[?？])/)) {
    if (ASKED.test(clause)) continue
    if (says(clause, LOSS)) said = 'loss'
    else if (says(clause, DEAL)) said = 'deal'
  }
  return said
}

function says(clause: string, words: RegExp): boolean {
  const match = words.exec(clause)
  return match !== null && !TAKEN_BACK.test(clause.slice(0, match.index))
}
