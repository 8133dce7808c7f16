import { InputNumber } from 'antd'
import type { KeyboardEvent } from 'react'

type Props = {
  readonly id?: string
  readonly value?: number | null
  readonly onChange?: (count: number | null) => void
  readonly onBlur?: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly max?: number
  readonly min?: number
  readonly suffix?: string
  readonly ariaLabel?: string
}

/** A whole number from 0; empty is null, which is "not said" and not 0. */
export function CountInput({ value = null, min = 0, onChange, ariaLabel, ...rest }: Props) {
  return (
    <InputNumber<number>
      {...rest}
      min={min}
      precision={0}
      controls={false}
      style={{ width: '100%' }}
      inputMode="numeric"
      value={value}
      {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}
      onChange={(count) => onChange?.(count)}
    />
  )
}
