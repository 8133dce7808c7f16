import { useTranslation } from 'react-i18next'
import { figureOf, type RecordedFigureKey, valuesOf } from '../../../../shared/domain/breakdowns.ts'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { useCodeWord } from '../../../i18n/use-code-word.ts'
import type { RecordsRef } from './records-context.ts'

type Named = {
  readonly channels: readonly { readonly id: string; readonly name: string }[]
  readonly people: readonly { readonly staffId: string; readonly name: string }[]
}

/** What a drawer of records is about: the figure's name, and in words whatever narrows it. */
export function useRecordsTitle(channels: Named['channels'], people: Named['people']): (ref: RecordsRef) => string {
  const { t } = useTranslation()
  const word = useCodeWord()
  const grades = useGradeLabels()
  const personOf = (id: string) => people.find((one) => one.staffId === id)?.name ?? id

  const wordOf = (dimension: string, value: string): string => {
    switch (dimension) {
      case 'receivedBy':
      case 'ownerId':
      case 'staffId':
        return personOf(value)
      case 'channelId':
        return channels.find((one) => one.id === value)?.name ?? value
      case 'channelGroup':
        return word('channelGroup', value)
      case 'reason':
        return value === '' ? t('records.noReason') : word('lossReason', value)
      case 'notCapturedReason':
        return value === '' ? t('records.noReason') : word('notCaptured', value)
      default:
        return grades[value] === undefined ? word('bucket', value) : t('common.grade', { label: grades[value] })
    }
  }

  return ({ figure, param, staffId }) => {
    const by = figure === 'visitorRecording.openDaysWithoutEntry' ? [] : figureOf(figure).by
    const values = param === null || by.length === 0 ? [] : (valuesOf(figure as RecordedFigureKey, param) ?? [])
    const narrowed = values.map((value, i) => wordOf(by[i] ?? '', value)).join(' → ')
    const parts = [t(`figures.${figure}.name`), narrowed, staffId === undefined ? '' : personOf(staffId)]
    return parts.filter((part) => part !== '').join(' · ')
  }
}
