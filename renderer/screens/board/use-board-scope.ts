import { useMemo } from 'react'
import type { Scope } from '../../../shared/contract/board.ts'
import { MANAGERS } from '../../../shared/contract/operation.ts'
import type { BusinessDate } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { useBoardPeriod } from '../../stores/board-period.ts'
import { presetPeriod } from './periods.ts'

/** What the board is asked: the chosen period, seen by whoever is signed in. A salesperson's board is their own. */
export function useBoardScope(): Scope {
  const { preset, from, to, asOf, staffId } = useBoardPeriod()
  const { me, today, can } = useSession()
  const seesAll = can(MANAGERS)
  return useMemo(() => {
    const days =
      preset === 'custom' && from !== null && to !== null
        ? { from, to }
        : presetPeriod(preset === 'custom' ? 'month' : preset, today as BusinessDate)
    return { from: days.from, to: days.to, asOf, staffId: seesAll ? staffId : me.id }
  }, [preset, from, to, asOf, staffId, today, seesAll, me.id])
}
