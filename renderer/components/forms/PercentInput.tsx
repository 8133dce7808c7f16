import { InputNumber } from 'antd'

type Props = {
  readonly value: number | null
  readonly onChange: (ratio: number | null) => void
  /** As ratios: 1 is 100%. */
  readonly max?: number
  readonly ariaLabel: string
  readonly isWrong?: boolean
}

/** A ratio as whole percent; arrows move it by five. */
export function PercentInput({ value, onChange, max = 1, ariaLabel, isWrong = false }: Props) {
  return (
    <InputNumber<number>
      value={value === null ? null : Math.round(value * 100)}
      onChange={(percent) => onChange(percent === null ? null : percent / 100)}
      min={0}
      max={max * 100}
      step={5}
      precision={0}
      suffix="%"
      inputMode="numeric"
      aria-label={ariaLabel}
      aria-invalid={isWrong}
      {...(isWrong ? { status: 'error' as const } : {})}
      style={{ width: '100%' }}
    />
  )
}
