import type { Db } from '../../../../db/connection.ts'
import type { ImportPhase, Tick } from '../../../../shared/domain/import/fields.ts'
import type { Shelf } from './file-shelf.ts'
import type { JobCaller } from './job-messages.ts'

/** What a job on the file thread has: its own handle on the store, the files that were read, and who asks. */
export type WorkerContext = Omit<JobCaller, 'idBase'> & {
  readonly db: Db
  readonly backupFolder: string
  readonly shelf: Shelf
  readonly newId: () => string
  /** Tells how far a phase of the work is; the tick throws `import_cancelled` when the job was cancelled. */
  readonly phase: (phase: ImportPhase) => Tick
  /** What only the people who keep the program need to know. */
  readonly log: (error: unknown, text: string) => void
  /** Waits until nobody else writes; nobody does until the job is done. */
  readonly writeTurn: () => Promise<void>
  /** The last thing in a transaction: from here on the job cannot be cancelled. Throws when it was. */
  readonly beforeCommit: () => void
}
