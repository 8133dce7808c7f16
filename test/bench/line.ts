import type { BenchDesk } from './desk.ts'
import type { Compared } from './measure.ts'

/** One row of the table: something somebody waits for, measured beside the least it could take. */
export type Line = {
  readonly name: string
  readonly about: string
  readonly run: (bench: BenchDesk) => Promise<Compared>
}
