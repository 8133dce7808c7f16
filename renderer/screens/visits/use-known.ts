import { useMemo } from 'react'
import { phoneKey } from '../../../shared/values/phone.ts'
import { useRead } from '../../api/use-read.ts'
import { type IdentityChoice, identityChoices } from './visit-view.ts'

export type Known = {
  readonly form: 'empty' | 'short' | 'unusual' | 'mobile'
  readonly digits: number
  readonly choices: readonly IdentityChoice[]
  /** True when the number is complete and its answer has arrived. */
  readonly isChecked: boolean
}

/** Who is on file under what is being typed. Local answers come within a key press, so every key asks. */
export function useKnown(phone: string, wechat: string): Known {
  const digits = phoneKey(phone)?.length ?? phone.replace(/\D/g, '').length
  const id = wechat.trim()
  const asks = digits >= 7 || id !== ''
  const input = { phone, ...(id === '' ? {} : { wechat: id }) }
  const { data } = useRead('visits.checkPhone', input, { enabled: asks })
  const known = asks ? data?.known : undefined
  const choices = useMemo(() => identityChoices(known ?? []), [known])
  const form = phone.trim() === '' ? 'empty' : asks ? (data?.form ?? 'short') : 'short'
  return { form, digits, choices, isChecked: asks && data !== undefined }
}
