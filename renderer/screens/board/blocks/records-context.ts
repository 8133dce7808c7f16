import { createContext, useContext } from 'react'
import type { FigureKey } from '../../../../shared/domain/breakdowns.ts'

/** Which records to open: a figure, the value of its parameter, and the person whose figure it is (undefined: as the page). */
export type RecordsRef = {
  readonly figure: FigureKey
  readonly param: string | null
  readonly staffId?: string | undefined
}

/** The page that opens first. */
export const PAGE_SIZE = 50
export const firstPage = { limit: PAGE_SIZE, offset: 0 }

export const RecordsContext = createContext<(ref: RecordsRef) => void>(() => {})

/** Opens the records behind a figure beside the page. */
export function useOpenRecords(): (ref: RecordsRef) => void {
  return useContext(RecordsContext)
}
