import { dateTimeCell } from '../../../shared/domain/export/sheet.ts'
import type { Instant } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'

/** A moment as a cell of kind `dateTime`: the showroom's clock. */
export function useInstantCell(): (at: Instant | null) => string | null {
  const { timeZone } = useSession()
  return (at) => (at === null ? null : dateTimeCell(at, timeZone))
}
