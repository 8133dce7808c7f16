import { InputNumber } from 'antd'

type Props = {
  readonly id?: string
  readonly value?: number | null
  readonly onChange?: (fen: number | null) => void
  readonly placeholder?: string
  readonly disabled?: boolean
  /** Yuan; 0 unless said: a loss is below. */
  readonly min?: number
  readonly ariaLabel?: string
}

/** Yuan on screen, whole fen in and out. */
export function MoneyInput({ value, onChange, min = 0, ariaLabel, ...rest }: Props) {
  return (
    <InputNumber<number>
      {...rest}
      prefix="¥"
      controls={false}
      precision={2}
      min={min}
      max={1e10}
      style={{ width: '100%' }}
      {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}
      value={value === null || value === undefined ? null : value / 100}
      // Rounding, because 19.99 * 100 is 1998.9999999999998 in binary.
      onChange={(yuan) => onChange?.(yuan === null ? null : Math.round(yuan * 100))}
      formatter={(yuan, { userTyping, input }) => (userTyping ? input : grouped(yuan))}
    />
  )
}

function grouped(yuan: number | string | undefined): string {
  if (yuan === undefined || yuan === '') return ''
  const [whole = '', fraction] = String(yuan).split('.')
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined || /^0+$/.test(fraction) ? thousands : `${thousands}.${fraction}`
}
