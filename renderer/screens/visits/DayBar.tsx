import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { addDays, type BusinessDate } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { DateInput } from '../../components/forms/DateInput.tsx'

type Props = { readonly date: BusinessDate; readonly onChange: (date: BusinessDate) => void }

/** Which day the list is about. */
export function DayBar({ date, onChange }: Props) {
  const { t } = useTranslation()
  const today = useSession().today as BusinessDate
  return (
    <span className="vs-day">
      <Button
        icon={<LeftOutlined aria-hidden />}
        aria-label={t('visits.previousDay')}
        onClick={() => onChange(addDays(date, -1))}
      />
      <DateInput
        ariaLabel={t('visits.date')}
        value={date}
        max={today}
        allowClear={false}
        onChange={(day) => onChange((day as BusinessDate | null) ?? today)}
      />
      <Button
        icon={<RightOutlined aria-hidden />}
        aria-label={t('visits.nextDay')}
        disabled={date >= today}
        onClick={() => onChange(addDays(date, 1))}
      />
      {date !== today && (
        <Button type="link" onClick={() => onChange(today)}>
          {t('visits.backToToday')}
        </Button>
      )}
    </span>
  )
}
