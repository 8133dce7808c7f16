import { useTranslation } from 'react-i18next'
import type { Advice } from '../../../shared/domain/advice/advice-codes.ts'
import { useGradeLabels } from '../../components/ui/use-grade-labels.ts'
import { useCodeWord } from '../../i18n/use-code-word.ts'
import { useFormats } from '../../i18n/use-formats.ts'

/** The advice of a control point as a sentence, its numbers written as this language writes them. */
export function useAdviceText(): (advice: Advice) => string {
  const { t } = useTranslation()
  const format = useFormats()
  const word = useCodeWord()
  const grades = useGradeLabels()

  const textOf = (code: string, name: string, value: string | number): string => {
    if (typeof value === 'string') {
      if (name === 'reason') return word(code.startsWith('infoCapture') ? 'notCaptured' : 'lossReason', value)
      return name === 'grade' || name === 'otherGrade' ? (grades[value] ?? value) : value
    }
    if (/rate$/i.test(name)) return format.ratio(value, Number.isInteger(value * 100) ? 0 : 1)
    if (name.endsWith('Yuan')) return format.money(Math.round(value) * 100)
    return Number.isInteger(value) ? format.count(value) : format.decimal(value)
  }

  return ({ code, params }) => {
    const key = `board.advice.${code}` as const
    const words = Object.entries(params).map(([name, value]) => [name, textOf(code, name, value)] as const)
    return t(key, { replace: Object.fromEntries(words) })
  }
}
