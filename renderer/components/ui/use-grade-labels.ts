import { useMemo } from 'react'
import { useRead } from '../../api/use-read.ts'

/** Slot -> what the store's scheme calls it: { A: 'H', B: 'A', ... }; the slot's own letter until the scheme is read. */
export function useGradeLabels(): Readonly<Partial<Record<string, string>>> {
  const slots = useRead('store.get', {}).data?.slots
  return useMemo(
    () => ({
      A: 'A',
      B: 'B',
      C: 'C',
      D: 'D',
      ...Object.fromEntries((slots ?? []).map((one) => [one.slot, one.label])),
    }),
    [slots],
  )
}
