import { Refusal } from '../../../../shared/contract/failure.ts'
import type { BusinessDate } from '../../../../shared/values/business-date.ts'

export function assertPeriod({ from, to }: { readonly from: BusinessDate; readonly to: BusinessDate }): void {
  if (to < from) throw new Refusal('invalid_input', { fields: [{ path: 'to', code: 'before_from' }] })
}
