import { useTranslation } from 'react-i18next'
import type { ValueField } from '../../../shared/domain/import/fields.ts'
import { YEAR_END } from '../../../shared/domain/import/read-horizon.ts'
import { GRADES } from '../../../shared/values/grade.ts'
import { useRead } from '../../api/use-read.ts'
import { useGradeLabels } from '../../components/ui/use-grade-labels.ts'

export type MeaningOption = { readonly value: string; readonly label: string }

const MONTHS = [1, 2, 3, 6, 9, 12, 24]

/** What a value of a column can mean, in the words of this showroom. */
export function useMeaningOptions(field: Exclude<ValueField, 'channel'>, meaning: string | null): MeaningOption[] {
  const { t } = useTranslation()
  const labels = useGradeLabels()
  const people = useRead('people.list', {}, { enabled: field === 'receivedBy' }).data?.people ?? []
  const codes = (list: readonly ('first' | 'again' | 'showroom' | 'phone')[]) =>
    list.map((value) => ({ value, label: t(`imports.values.${value}`) }))

  switch (field) {
    case 'receivedBy':
      return [
        ...people.map(({ id: value, name, active }) => {
          return { value, label: active ? name : t('imports.values.inactive', { name }) }
        }),
        { value: '', label: t('imports.values.nobody') },
      ]
    case 'grade':
      return [
        ...GRADES.map((value) => ({ value, label: t('common.grade', { label: labels[value] ?? value }) })),
        { value: '', label: t('imports.values.ungraded') },
      ]
    case 'firstVisit':
      return codes(['first', 'again'])
    case 'kind':
      return codes(['showroom', 'phone'])
    case 'testDrive':
      return [
        { value: 'done', label: t('imports.values.done') },
        { value: '', label: t('imports.values.notDone') },
      ]
    case 'horizon':
      return [
        { value: '', label: t('imports.values.leaveOut') },
        { value: '0', label: t('imports.values.now') },
        ...monthsWith(meaning).map((count) => ({ value: String(count), label: t('imports.values.months', { count }) })),
        { value: YEAR_END, label: t('imports.values.yearEnd') },
      ]
  }
}

/** A file may say five months: then five is a choice too. */
function monthsWith(meaning: string | null): number[] {
  const said = Number(meaning || 0)
  const all = Number.isInteger(said) && said > 0 && !MONTHS.includes(said) ? [...MONTHS, said] : MONTHS
  return all.toSorted((a, b) => a - b)
}
