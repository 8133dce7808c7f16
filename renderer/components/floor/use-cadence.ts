import { useMemo } from 'react'
import type { Grade } from '../../../shared/values/grade.ts'
import { useRead } from '../../api/use-read.ts'
import type { Cadence } from './next-dates.ts'

/** How often each grade of this store is contacted, and on which weekdays somebody is there; null until it is read. */
export function useCadence(): Cadence | null {
  const store = useRead('store.get', {}).data
  return useMemo(() => {
    if (store === undefined) return null
    const daysOf = (grade: Grade) => store.slots.find(({ slot }) => slot === grade)?.cadenceDays ?? 1
    const cadenceDays = { A: daysOf('A'), B: daysOf('B'), C: daysOf('C'), D: daysOf('D') }
    return { cadenceDays, openWeekdays: store.openWeekdays }
  }, [store])
}
