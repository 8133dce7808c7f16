import { useTranslation } from 'react-i18next'
import { type BusinessDate, daysBetween } from '../../../shared/values/business-date.ts'
import { useStatus } from '../../api/session.ts'
import { useFormats } from '../../i18n/use-formats.ts'

type Maybe<T> = { readonly value: T | null | undefined }

export function CountText({ value }: Maybe<number>) {
  return <span className="np-num">{useFormats().count(value)}</span>
}

/** Fen. */
export function MoneyText({ value }: Maybe<number>) {
  return <span className="np-num">{useFormats().money(value)}</span>
}

/** An instant: day and time in the showroom. */
export function TimeText({ value }: Maybe<number>) {
  const format = useFormats()
  return (
    <span className="np-num" title={format.fullDateTime(value)}>
      {format.dateTime(value)}
    </span>
  )
}

/** A business date as seen from today: yesterday, in 3 days; the date on hover. */
export function AgoText({ value }: Maybe<string>) {
  const { t } = useTranslation()
  const format = useFormats()
  const today = useStatus().data?.today
  if (value === null || value === undefined || today === undefined) return <span>{format.date(value)}</span>
  const days = daysBetween(value as BusinessDate, today as BusinessDate)
  const said = { 0: t('common.time.today'), 1: t('common.time.yesterday'), '-1': t('common.time.tomorrow') }[days]
  const counted = t(days > 0 ? 'common.time.daysAgo' : 'common.time.inDays', { count: Math.abs(days) })
  return (
    <span className="np-num" title={format.date(value)}>
      {said ?? counted}
    </span>
  )
}

/** 138 0013 8000; a masked or foreign number as it is. */
export function PhoneText({ value }: Maybe<string>) {
  if (value === null || value === undefined) return <span className="np-muted">–</span>
  return <span className="np-num">{value.replace(/^(\d{3})([\d*]{4})(\d{4})$/, '$1 $2 $3')}</span>
}
