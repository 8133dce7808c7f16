import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

type Props = { readonly id?: string; readonly value?: number[]; readonly onChange?: (days: number[]) => void }

/** Monday = 1 ... Sunday = 7. */
export function WeekdayChecks({ id, value = [], onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group
      {...(id === undefined ? {} : { id })}
      value={value}
      options={WEEKDAYS.map((day) => ({ value: day, label: t(`codes.weekday.d${day}`) }))}
      onChange={(days) => onChange?.(days.toSorted((a, b) => a - b))}
    />
  )
}
