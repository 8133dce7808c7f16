import { useTranslation } from 'react-i18next'
import type { RecordRow } from '../../../../shared/contract/board.ts'
import { type FigureKey, figureOf } from '../../../../shared/domain/breakdowns.ts'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { useCodeWord } from '../../../i18n/use-code-word.ts'

/** What makes a record count, in words; which words depends on the figure's set of records. */
export function useDetailText(figure: FigureKey): (row: RecordRow) => string {
  const { t, i18n } = useTranslation()
  const word = useCodeWord()
  const grades = useGradeLabels()
  const bucket = (code: string) =>
    grades[code] === undefined ? word('bucket', code) : t('common.grade', { label: grades[code] })

  return ({ detail }) => {
    if (figure === 'visitorRecording.openDaysWithoutEntry') return t('records.noEntry')
    const text = detail ?? ''
    switch (figureOf(figure).set) {
      case 'visits':
        if (text === 'captured') return t('records.captured')
        return text === '' ? t('records.noReason') : word('notCaptured', text)
      case 'moves':
      case 'passages':
        return text.split('>').map(bucket).join(' → ')
      case 'cohort':
      case 'opening':
      case 'closing':
      case 'open':
        return bucket(text)
      case 'created':
        return detail === null ? t('records.notAssigned') : t('records.minutes', { minutes: text })
      case 'suspects':
        return text
          .split(',')
          .map((letter) => t(`records.suspicion.${letter as 'a'}`))
          .join(' ')
      case 'due':
        return i18n.exists(`records.result.${text}`) ? t(`records.result.${text as 'late'}`) : text
      case 'done':
        return detail === null ? '' : word('method', text)
      case 'deals':
      case 'voided':
        return text
    }
  }
}
