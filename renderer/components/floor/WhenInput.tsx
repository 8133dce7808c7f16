import { Button, Input } from 'antd'
import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { DateInput } from '../forms/DateInput.tsx'
import { instantAt, readClock } from './instant-at.ts'

/** What a time that is none is sent as: the gate refuses it at its field, instead of saving another time than was typed. */
const NO_TIME = 0

type Props = {
  readonly value?: number | null
  readonly onChange?: (instant: number | null) => void
  readonly ariaLabel: string
  readonly ref?: Ref<HTMLSpanElement>
  /** False: null is not "now", the time has to be said. */
  readonly mayBeNow?: boolean
}

type Said = { readonly date: BusinessDate; readonly clock: string }

/** When something happened, on the showroom's clock. Null is now, and nothing needs to be typed for it. */
export function WhenInput({ value = null, onChange, ariaLabel, mayBeNow = true, ref }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const { today, timeZone } = useSession()
  const [typed, setTyped] = useState<Said | null>(null)
  // A draft may bring back a time that was none: it has to be typed again.
  const ofValue = (instant: number): Said =>
    instant === NO_TIME
      ? { date: today as BusinessDate, clock: '' }
      : { date: format.dayOf(instant), clock: format.clock(instant) }
  const said = typed ?? (value === null ? null : ofValue(value))

  const say = (next: Said) => {
    setTyped(next)
    onChange?.(instantAt(next.date, readClock(next.clock), timeZone) ?? NO_TIME)
  }
  const clear = () => {
    setTyped(null)
    onChange?.(null)
  }
  if (said === null || (typed !== null && value === null))
    return (
      <span className="fl-when" ref={ref}>
        {t('leads.when.now')}
        <Button
          type="link"
          size="small"
          aria-label={t('leads.when.changeOf', { what: ariaLabel })}
          onClick={() => say({ date: today as BusinessDate, clock: format.clock(Date.now()) })}
        >
          {t('leads.when.change')}
        </Button>
      </span>
    )
  return (
    <span className="fl-when" ref={ref}>
      <DateInput
        ariaLabel={t('leads.when.dayOf', { what: ariaLabel })}
        value={said.date}
        max={today}
        allowClear={false}
        onChange={(day) => say({ ...said, date: (day ?? said.date) as BusinessDate })}
      />
      <Input
        aria-label={t('leads.when.clockOf', { what: ariaLabel })}
        className="fl-clock"
        inputMode="numeric"
        maxLength={5}
        value={said.clock}
        onChange={(event) => say({ ...said, clock: event.target.value })}
        onBlur={() => setTyped({ ...said, clock: readClock(said.clock) })}
      />
      {mayBeNow && (
        <Button type="link" size="small" onClick={clear}>
          {t('leads.when.now')}
        </Button>
      )}
    </span>
  )
}
