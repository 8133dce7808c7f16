import { useTranslation } from 'react-i18next'
import { figureOf, type RecordedFigureKey, valuesOf } from '../../../../shared/domain/breakdowns.ts'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { useCodeWord } from '../../../i18n/use-code-word.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import type { RecordsRef } from './records-context.ts'

type Named = {
  readonly channels: readonly { readonly id: string; readonly name: string }[]
  readonly people: readonly { readonly staffId: string; readonly name: string }[]
}

/** In words, the value of a dimension by which figures are broken down. */
export function useDimensionWord(
  channels: Named['channels'],
  people: Named['people'],
): (dimension: string, value: string) => string {
  const { t } = useTranslation()
  const word = useCodeWord()
  const format = useFormats()
  const grades = useGradeLabels()
  const personOf = (id: string) => people.find((one) => one.staffId === id)?.name ?? id

  return (dimension, value) => {
    switch (dimension) {
      case 'receivedBy':
      case 'ownerId':
      case 'staffId':
        return personOf(value)
      case 'receiver':
        return value === '' ? t('charts.infoCapture.nobody') : personOf(value)
      case 'hour':
        return value === ''
          ? t('charts.infoCapture.noTime')
          : t('charts.infoCapture.hourLong', { hour: Number(value), next: Number(value) + 1 })
      case 'holder':
        return value === '' ? t('charts.leadAllocation.nobody') : personOf(value)
      case 'contact':
        return t(`charts.leadAllocation.contact.${value as 'kept'}`)
      case 'waited':
        return t(`charts.leadAllocation.step.${value as '5'}`)
      case 'speed':
        // Of the other two the step before has said it.
        return value === 'inTime' || value === 'late' ? t(`charts.leadAllocation.speeds.${value}`) : ''
      case 'verdict':
        return t(`charts.followUpAudit.verdict.${value as 'waiting'}`)
      case 'contactDays':
      case 'driveDays':
      case 'orderDays':
        return value === '' ? t('charts.sellingSkill.noDays') : t('board.days', { value })
      case 'way':
        return t(`charts.sellingSkill.way.${value as 'direct'}`)
      case 'capturedLastMonth':
        return t(`charts.sellingSkill.carried.${value === '1' ? 'yes' : 'no'}`)
      case 'capturedLast90':
        return t(`charts.sellingSkill.carried90.${value === '1' ? 'yes' : 'no'}`)
      case 'wonSince':
        return t(`charts.sellingSkill.since.${value === '1' ? 'yes' : 'no'}`)
      case 'date':
        return format.weekdayDate(value)
      case 'week':
        return t('charts.followUpWorkload.weekOf', { date: format.dayMonth(value) })
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
}

/** What a drawer of records is about: the figure's name, and in words whatever narrows it. */
export function useRecordsTitle(channels: Named['channels'], people: Named['people']): (ref: RecordsRef) => string {
  const { t } = useTranslation()
  const wordOf = useDimensionWord(channels, people)
  return ({ figure, param, staffId }) => {
    const by = figure === 'visitorRecording.openDaysWithoutEntry' ? [] : figureOf(figure).by
    const values = param === null || by.length === 0 ? [] : (valuesOf(figure as RecordedFigureKey, param) ?? [])
    const words = values.map((value, i) => wordOf(by[i] ?? '', value))
    const narrowed = words.filter((text) => text !== '').join(by[0] === 'fromBucket' ? ' → ' : ' · ')
    const parts = [t(`figures.${figure}.name`), narrowed, staffId === undefined ? '' : wordOf('staffId', staffId)]
    return parts.filter((part) => part !== '').join(' · ')
  }
}
