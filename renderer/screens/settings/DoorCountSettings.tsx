import { App } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useRead } from '../../api/use-read.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { LoadingBlock } from '../../components/ui/LoadingBlock.tsx'
import { useFailureText } from '../../components/ui/use-failure-text.ts'
import { useUndoneKey } from '../../components/undo/use-undone.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { DoorDayCell } from './DoorDayCell.tsx'
import { type DoorDay, doorMonthView } from './door-month-view.ts'
import { DoorExport } from './MonthExports.tsx'
import { MonthPicker } from './MonthPicker.tsx'
import { useMonth } from './use-month.ts'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** A month of door counts as a calendar: type a number, Enter, type the next. */
export function DoorCountSettings() {
  const { t } = useTranslation()
  const { month, setMonth, thisMonth } = useMonth()
  const read = useRead('doorCounts.month', { month })
  const key = useUndoneKey('doorCounts.save', read.data)
  return (
    <div>
      <p className="settings-note">{t('setup.doors.note')}</p>
      <div className="settings-bar">
        <MonthPicker month={month} onChange={setMonth} last={thisMonth} />
        {read.data !== undefined && <Sums days={read.data.days} />}
        {read.data !== undefined && <DoorExport month={month} days={read.data.days} />}
      </div>
      <FailureNotice error={read.error} onRetry={() => void read.refetch()} />
      {read.data === undefined ? <LoadingBlock rows={8} /> : <Calendar key={`${month} ${key}`} days={read.data.days} />}
    </div>
  )
}

function Sums({ days }: { readonly days: readonly DoorDay[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { countedDays, counted, logged, completeness } = doorMonthView(days)
  if (countedDays === 0) return <span className="np-muted">{t('setup.doors.noCounts')}</span>
  return (
    <span className="np-num">
      {t('setup.doors.monthText', { days: countedDays, counted, logged })}{' '}
      <strong>
        {t('setup.doors.completeness')} {format.ratio(completeness)}
      </strong>
    </span>
  )
}

function Calendar({ days }: { readonly days: readonly DoorDay[] }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const { today } = useSession()
  const format = useFormats()
  const calendar = useRef<HTMLDivElement>(null)
  const save = useAct('doorCounts.save', {
    said: (_, { date }) => t('undo.doorCountOf', { date: format.dayMonth(date) }),
  })
  const goToNext = (date: string) => {
    const next = days.find((day) => day.date > date && day.isOpen && day.date <= today)
    calendar.current?.querySelector<HTMLInputElement>(`#door-${next?.date ?? date}`)?.select()
  }
  return (
    <div className="settings-calendar" ref={calendar}>
      {WEEKDAYS.map((day) => (
        <div key={day} className="settings-weekday">
          {t(`codes.weekday.d${day}`)}
        </div>
      ))}
      {Array.from({ length: doorMonthView(days).blanks }, (_, index) => (
        <div key={`blank-${WEEKDAYS[index]}`} />
      ))}
      {days.map((day) => (
        <DoorDayCell
          key={day.date}
          day={day}
          isFuture={day.date > today}
          onEnter={() => goToNext(day.date)}
          onCount={(count) =>
            save.mutate({ date: day.date, count }, { onError: (error) => void message.error(failureText(error)) })
          }
        />
      ))}
    </div>
  )
}
