import { createContext, useContext } from 'react'
import type { FigureKey } from '../../../../shared/domain/breakdowns.ts'

/** Which records to open: a figure, the value of its parameter, and the person whose figure it is (undefined: as the page). */
export type RecordsRef = {
  readonly figure: FigureKey
  readonly param: string | null
  readonly staffId?: string | undefined
}

export const RecordsContext = createContext<(ref: RecordsRef) => void>(() => {})

/** Opens the records behind a figure beside the page. */
export function useOpenRecords(): (ref: RecordsRef) => void {
  return useContext(RecordsContext)
}
