import { Select } from 'antd'

const ZONES = Intl.supportedValuesOf('timeZone')

type Props = { readonly id?: string; readonly value?: string; readonly onChange?: (zone: string) => void }

export function TimeZoneSelect({ value, ...rest }: Props) {
  const zones = value === undefined || ZONES.includes(value) ? ZONES : [value, ...ZONES]
  return (
    <Select
      {...rest}
      {...(value === undefined ? {} : { value })}
      showSearch
      options={zones.map((zone) => ({ value: zone }))}
    />
  )
}
