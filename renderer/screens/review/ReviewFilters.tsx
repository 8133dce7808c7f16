import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { SALES } from '../../../shared/contract/operation.ts'
import type { BusinessDate } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { StaffSelect } from '../../components/floor/StaffSelect.tsx'
import { DateInput } from '../../components/forms/DateInput.tsx'
import { PERIODS, type PeriodKey, periodKeyOf, periodOf, type QueueFilter, SHOWS, type Show } from './review-view.ts'

type Props = {
  readonly filter: QueueFilter
  readonly onChange: (change: Partial<QueueFilter>) => void
  readonly onReload: () => void
}

/** Which records, whose, of which days. */
export function ReviewFilters({ filter, onChange, onReload }: Props) {
  const { t } = useTranslation()
  const today = useSession().today as BusinessDate
  const day = (key: 'from' | 'to') => (
    <span className="rv-date">
      <DateInput
        ariaLabel={t(`review.${key}`)}
        value={filter[key]}
        max={today}
        allowClear={false}
        {...(key === 'to' ? { min: filter.from } : {})}
        onChange={(date) => {
          if (date !== null) onChange(spanWith(filter, key, date as BusinessDate))
        }}
      />
    </span>
  )
  return (
    <div className="rv-filters" role="search">
      <Segmented<Show>
        aria-label={t('review.show')}
        value={filter.show}
        onChange={(show) => onChange({ show })}
        options={SHOWS.map((value) => ({ value, label: t(`review.shows.${value}`) }))}
      />
      <Segmented<PeriodKey | ''>
        aria-label={t('review.period')}
        value={periodKeyOf(filter, today) ?? ''}
        onChange={(key) => key !== '' && onChange(periodOf(key, today))}
        options={(Object.keys(PERIODS) as PeriodKey[]).map((value) => ({ value, label: t(`review.periods.${value}`) }))}
      />
      {day('from')}
      {day('to')}
      <StaffSelect
        roles={SALES}
        allowClear
        ariaLabel={t('review.person')}
        placeholder={t('review.everyone')}
        style={{ width: '8.125rem' }}
        value={filter.staffId}
        onChange={(staffId) => onChange({ staffId })}
      />
      <Button onClick={onReload}>{t('review.reload')}</Button>
    </div>
  )
}

/** A span whose ends never cross: the end that was not touched follows. */
function spanWith(filter: QueueFilter, key: 'from' | 'to', date: BusinessDate): Pick<QueueFilter, 'from' | 'to'> {
  if (key === 'from') return { from: date, to: filter.to < date ? date : filter.to }
  return { from: filter.from > date ? date : filter.from, to: date }
}
