import { DatePicker } from 'antd'
import dayjs from 'dayjs'

type Props = {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (value: string | null) => void
  readonly picker?: 'date' | 'month'
  /** Business dates; outside of them nothing can be chosen. */
  readonly min?: string
  readonly max?: string
  readonly allowClear?: boolean
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly ariaLabel?: string
  readonly placeholder?: string
}

/** A business date `YYYY-MM-DD` (or a month `YYYY-MM`) as text in and out, whatever the picker shows. */
export function DateInput({ value, onChange, picker = 'date', min, max, ariaLabel, ...rest }: Props) {
  const form = picker === 'month' ? 'YYYY-MM' : 'YYYY-MM-DD'
  return (
    <DatePicker
      {...rest}
      picker={picker}
      format={form}
      inputReadOnly={false}
      style={{ width: '100%' }}
      {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}
      value={value === null || value === undefined || value === '' ? null : dayjs(value)}
      onChange={(day) => onChange?.(day === null ? null : dayjs(day).format(form))}
      disabledDate={(day) => {
        const text = day.format('YYYY-MM-DD')
        return (min !== undefined && text < min) || (max !== undefined && text > max)
      }}
    />
  )
}
