import { type RefSelectProps, Select } from 'antd'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../shared/values/vocabulary.ts'
import { useSession } from '../../api/session.ts'

type Props = {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (staffId: string | null) => void
  readonly roles: readonly Role[]
  readonly ref?: Ref<RefSelectProps>
  readonly ariaLabel: string
  readonly placeholder?: string
  readonly allowClear?: boolean
  readonly autoFocus?: boolean
  readonly size?: 'small' | 'middle'
  readonly style?: { readonly width?: number | string; readonly minWidth?: number }
}

/** One of the active people of some roles, salespeople first. */
export function StaffSelect({ roles, value, onChange, ariaLabel, ...rest }: Props) {
  const { t } = useTranslation()
  const { people } = useSession()
  const offered = people
    .filter(({ role }) => roles.includes(role))
    .toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
  return (
    <Select<string>
      {...rest}
      aria-label={ariaLabel}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      onChange={(staffId) => onChange?.(staffId ?? null)}
      options={offered.map(({ id, name, role }) => ({
        value: id,
        label: role === 'salesperson' ? name : `${name} (${t(`codes.role.${role}`)})`,
      }))}
    />
  )
}
