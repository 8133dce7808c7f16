import type { OutputOf } from '../../../shared/contract/contract.ts'

/** What a control point's page is made of. */
export type PointData = OutputOf<'board.point'>
