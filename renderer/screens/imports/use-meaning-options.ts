import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { OWNER } from '../../../shared/contract/operation.ts'
import type { ValueField } from '../../../shared/domain/import/fields.ts'
import { YEAR_END } from '../../../shared/domain/import/read-horizon.ts'
import { GRADES, LEAD_STATUSES } from '../../../shared/values/grade.ts'
import { LOSS_REASONS } from '../../../shared/values/vocabulary.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { useGradeLabels } from '../../components/ui/use-grade-labels.ts'

export type MeaningOption = {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
  readonly title?: string
}
export type PlainField = Exclude<ValueField, 'channel' | 'model'>

const MONTHS = [1, 2, 3, 6, 9, 12, 24]

/** What a value of a column can mean, in the words of this showroom; a name can also be somebody new. */
export function useMeaningOptions(field: PlainField, value: string, meaning: string | null): MeaningOption[] {
  const { t } = useTranslation()
  const labels = useGradeLabels()
  const people = usePeopleOptions(field === 'receivedBy')
  const newPerson = useNewPerson()
  switch (field) {
    case 'receivedBy':
      return [...people, ...newPerson(value, meaning)]
    case 'grade':
      return [
        ...GRADES.map((slot, index) => {
          return { value: slot, label: t('imports.values.slot', { place: index + 1, label: labels[slot] ?? slot }) }
        }),
        { value: '', label: t('imports.values.ungraded') },
      ]
    case 'horizon':
      return horizonOptions(t, meaning)
    case 'status':
    case 'lossReason':
    case 'firstVisit':
    case 'kind':
    case 'testDrive':
    case 'gender':
      return codedOptions(t, field)
  }
}

type CodedField = Exclude<PlainField, 'receivedBy' | 'grade' | 'horizon'>

function codedOptions(t: TFunction, field: CodedField): MeaningOption[] {
  const leaveOut = { value: '', label: t('imports.values.leaveOut') }
  switch (field) {
    case 'status':
      return LEAD_STATUSES.map((value) => ({ value, label: t(`codes.status.${value}`) }))
    case 'lossReason':
      return [...LOSS_REASONS.map((value) => ({ value, label: t(`codes.lossReason.${value}`) })), leaveOut]
    case 'firstVisit':
      return (['first', 'again'] as const).map((value) => ({ value, label: t(`imports.values.${value}`) }))
    case 'kind':
      return (['showroom', 'phone'] as const).map((value) => ({ value, label: t(`imports.values.${value}`) }))
    case 'gender':
      return [...(['m', 'f'] as const).map((value) => ({ value, label: t(`codes.gender.${value}`) })), leaveOut]
    case 'testDrive':
      return [
        { value: 'done', label: t('imports.values.done') },
        { value: '', label: t('imports.values.notDone') },
      ]
  }
}

function horizonOptions(t: TFunction, meaning: string | null): MeaningOption[] {
  return [
    { value: '', label: t('imports.values.leaveOut') },
    { value: '0', label: t('imports.values.now') },
    ...monthsWith(meaning).map((months) => ({ value: String(months), label: t('imports.values.months', { months }) })),
    { value: YEAR_END, label: t('imports.values.yearEnd') },
  ]
}

/** A file may say five months: then five is a choice too. */
function monthsWith(meaning: string | null): number[] {
  const said = Number(meaning || 0)
  const all = Number.isInteger(said) && said > 0 && !MONTHS.includes(said) ? [...MONTHS, said] : MONTHS
  return all.toSorted((a, b) => a - b)
}

/** Everybody on file, and nobody. */
function usePeopleOptions(enabled: boolean): MeaningOption[] {
  const { t } = useTranslation()
  const people = useRead('people.list', {}, { enabled }).data?.people ?? []
  return [
    ...people.map(({ id: value, name, active }) => {
      return { value, label: active ? name : t('imports.values.inactive', { name }) }
    }),
    { value: '', label: t('imports.values.nobody') },
  ]
}

/** The meaning "a new salesperson of this name". */
export function newPersonMeaning(name: string): string {
  return `new:${name.trim().slice(0, 40)}`
}

/** Whom the file calls by a name that is not on file: a new salesperson, which only an owner may add. */
function useNewPerson(): (value: string, meaning: string | null) => MeaningOption[] {
  const { t } = useTranslation()
  const mayAdd = useSession().can(OWNER)
  return (value, meaning) => {
    const wanted = value.trim() === '' ? [] : [newPersonMeaning(value)]
    const chosen = meaning?.startsWith('new:') === true && !wanted.includes(meaning) ? [meaning] : []
    return [...wanted, ...chosen].map((one) => {
      const label = t('imports.values.newPerson', { name: one.slice('new:'.length) })
      return mayAdd
        ? { value: one, label }
        : { value: one, label: `${label} · ${t('imports.values.ownerOnly')}`, disabled: true }
    })
  }
}
