import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ratio } from '../../../shared/domain/measures/ratio.ts'
import { CountInput } from '../../components/forms/CountInput.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import type { DoorDay } from './door-month-view.ts'

type Props = {
  readonly day: DoorDay
  readonly isFuture: boolean
  readonly onCount: (count: number | null) => void
  readonly onEnter: () => void
}

/** From here on the log is good (domain.md 4, the lights: completeness 80% / 90%). */
const GOOD_COMPLETENESS = 0.9

/** One day: counted at the door (typed here), logged, and how complete that makes the log. Saves on Enter and on leaving. */
export function DoorDayCell({ day, isFuture, onCount, onEnter }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const [typed, setTyped] = useState<number | null | undefined>(undefined)
  const completeness = ratio(day.logged, day.counted)
  const save = () => {
    if (typed !== undefined && typed !== day.counted) onCount(typed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onEnter()
  }
  return (
    <div className={day.isOpen ? 'settings-day' : 'settings-day settings-day-closed'}>
      <div className="settings-day-head">
        <strong className="np-num">{Number(day.date.slice(8))}</strong>
        {!day.isOpen && <span className="np-muted">{t('setup.doors.closed')}</span>}
        {completeness !== null && (
          <span className={completeness < GOOD_COMPLETENESS ? 'np-num settings-day-low' : 'np-num'}>
            {format.ratio(completeness, 0)}
          </span>
        )}
      </div>
      {!isFuture && (
        <>
          <CountInput
            id={`door-${day.date}`}
            ariaLabel={t('setup.doors.inputLabel', { date: format.date(day.date) })}
            value={typed === undefined ? day.counted : typed}
            onChange={setTyped}
            onBlur={save}
            onKeyDown={onKeyDown}
          />
          <span className="np-muted np-num">
            {t('setup.doors.logged')} {format.count(day.logged)}
          </span>
        </>
      )}
    </div>
  )
}
