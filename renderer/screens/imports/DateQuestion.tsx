import { Alert, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Mapping } from '../../../shared/domain/import/fields.ts'
import { parseBusinessDate } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { DateInput } from '../../components/forms/DateInput.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { Choices } from './Choices.tsx'
import { Question } from './Question.tsx'
import { orderEvidence } from './question-view.ts'
import type { DraftHandle } from './use-draft.ts'

type PartProps = { readonly handle: DraftHandle; readonly isOpen: boolean }
type Props = PartProps & { readonly question: 'year' | 'order' | 'blank' }

/** What the dates of the file leave open. Each answer moves the days, so the file is gone through again. */
export function DateQuestion({ question, handle, isOpen }: Props) {
  switch (question) {
    case 'year':
      return <YearQuestion handle={handle} />
    case 'order':
      return <OrderQuestion handle={handle} isOpen={isOpen} />
    case 'blank':
      return <BlankQuestion handle={handle} isOpen={isOpen} />
  }
}

const YEARS_BACK = 9

function YearQuestion({ handle }: Pick<PartProps, 'handle'>) {
  const { t } = useTranslation()
  const format = useFormats()
  const newest = Number(useSession().today.slice(0, 4))
  const { mapping, reading } = handle.draft
  const { years, withoutYear } = reading.dates
  const recent = Array.from({ length: YEARS_BACK }, (_, back) => newest - back)
  const offered = mapping.year === null || recent.includes(mapping.year) ? recent : [...recent, mapping.year]
  const isKnown = mapping.year === null && years.length > 0
  const near = isKnown
    ? t('imports.questions.year.near', { years: years.join(t('imports.joint')) })
    : t('imports.questions.year.nearUnknown')
  const pick = (
    <Select
      size="small"
      className="im-year"
      aria-label={t('imports.questions.year.which')}
      placeholder={t('imports.questions.year.which')}
      value={mapping.year}
      options={offered.map((value) => ({ value, label: String(value) }))}
      onChange={(year) => handle.ask({ ...mapping, year })}
    />
  )
  return (
    <Question
      title={t('imports.questions.year.title')}
      evidence={t('imports.questions.year.evidence', { rows: format.count(withoutYear) })}
    >
      <Choices
        ariaLabel={t('imports.questions.year.title')}
        value={mapping.year === null ? 'near' : 'fixed'}
        choices={[
          { value: 'near', label: near },
          { value: 'fixed', label: t('imports.questions.year.fixed'), extra: pick },
        ]}
        onChange={(chosen) => handle.ask({ ...mapping, year: chosen === 'near' ? null : (mapping.year ?? newest) })}
      />
      <DateSpan handle={handle} />
    </Question>
  )
}

function OrderQuestion({ handle, isOpen }: PartProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const { mapping, reading, accepted } = handle.draft
  const { onlyMonthFirst, onlyDayFirst, yearLast } = reading.dates
  const evidence = orderEvidence(reading)
  const counts = {
    mdy: format.count(onlyMonthFirst),
    dmy: format.count(onlyDayFirst),
    rows: format.count(yearLast),
  }
  const orders = (['mdy', 'dmy'] as const).map((value) => ({ value, label: t(`imports.questions.order.${value}`) }))
  const choose = (dateOrder: Mapping['dateOrder']) => handle.ask({ ...mapping, dateOrder }, [...accepted, 'order'])
  return (
    <Question
      title={t('imports.questions.order.title')}
      evidence={
        <>
          {t('imports.questions.order.evidence', counts)} {evidence === 'none' && t('imports.questions.order.unclear')}
        </>
      }
      isOpen={isOpen}
    >
      {evidence === 'mixed' && (
        <Alert type="warning" showIcon className="im-gap" title={t('imports.questions.order.mixed')} />
      )}
      <Choices
        ariaLabel={t('imports.questions.order.title')}
        value={isOpen ? null : mapping.dateOrder}
        choices={orders}
        onChange={choose}
      />
      {!isOpen && <DateSpan handle={handle} />}
    </Question>
  )
}

function BlankQuestion({ handle, isOpen }: PartProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const { today } = useSession()
  const { mapping, reading } = handle.draft
  const day = (
    <span className="im-day">
      <DateInput
        ariaLabel={t('imports.questions.blank.day')}
        max={today}
        value={mapping.blankOn}
        onChange={(chosen) =>
          handle.ask({ ...mapping, blankDate: 'on_day', blankOn: chosen === null ? null : parseBusinessDate(chosen) })
        }
      />
    </span>
  )
  const choices = (['leave_out', 'as_above', 'on_day'] as const).map((value) => ({
    value,
    label: t(`imports.questions.blank.${value}`),
    hint: t(`imports.questions.blank.${value}Hint`),
    ...(value === 'on_day' && mapping.blankDate === 'on_day' ? { extra: day } : {}),
  }))
  const choose = (blankDate: Mapping['blankDate']) =>
    // A day without a date means nothing yet: the file is asked when it is there.
    blankDate === 'on_day' ? handle.answer({ ...mapping, blankDate }) : handle.ask({ ...mapping, blankDate })
  return (
    <Question
      title={t('imports.questions.blank.title')}
      evidence={t('imports.questions.blank.evidence', { rows: format.count(reading.dates.blank) })}
      isOpen={isOpen}
    >
      <Choices
        ariaLabel={t('imports.questions.blank.title')}
        value={mapping.blankDate}
        choices={choices}
        onChange={choose}
      />
    </Question>
  )
}

function DateSpan({ handle }: Pick<PartProps, 'handle'>) {
  const { t } = useTranslation()
  const format = useFormats()
  const { from, to } = handle.draft.reading.dates
  if (from === null || to === null) return null
  return (
    <p className="im-span" role="status">
      {t('imports.questions.order.span', { from: format.date(from), to: format.date(to) })}
    </p>
  )
}
