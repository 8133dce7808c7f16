import type { Context } from '../../context.ts'
import type { JobAnswer, JobInput, JobName } from './job-messages.ts'

/** Has a job done on the file thread, for the person who asks, at this moment of the desk's clock. */
export function askEngine<N extends JobName>(
  { desk, store, me, now, today, timeZone }: Context,
  name: N,
  jobId: string,
  input: JobInput<N>,
): Promise<JobAnswer<N>> {
  const setup = { storeFile: store.file, backupFolder: store.backupFolder }
  return desk.imports.ask(name, { jobId, setup, caller: { me, now, today, timeZone }, input })
}
