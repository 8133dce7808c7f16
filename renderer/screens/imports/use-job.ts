import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts'
import type { ApiFailure } from '../../api/api-failure.ts'
import { useSession } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { EMPTY_DESK, type ImportJob, type JobKind, useImportDraft } from '../../stores/import-draft.ts'

type OpOf<K extends JobKind> = `imports.${K}`

export type StartJob<K extends JobKind> = (
  name: string,
  inputOf: (jobId: string) => InputOf<OpOf<K>>,
  onDone: (output: OutputOf<OpOf<K>>) => void,
) => void

/** The job of a person that counts now; an answer to an earlier one is not theirs any more. */
function jobOf(staffId: string): ImportJob | null {
  return (useImportDraft.getState().desks[staffId] ?? EMPTY_DESK).job
}

/**
 * Starts long work on a file. Its answer is taken over also when the screen has been left meanwhile, and passed over when
 * something else was begun; a refusal stays with the job until the next one.
 */
export function useJob<K extends JobKind>(kind: K): StartJob<K> {
  const { me } = useSession()
  const setJob = useImportDraft((draft) => draft.setJob)
  const act = useAct<OpOf<K>>(`imports.${kind}`)
  return (name, inputOf, onDone) => {
    const job: ImportJob = { jobId: crypto.randomUUID(), kind, name, isCancelling: false, failure: null }
    setJob(me.id, job)
    void act.mutateAsync(inputOf(job.jobId)).then(
      (output) => {
        if (jobOf(me.id)?.jobId !== job.jobId) return
        setJob(me.id, null)
        onDone(output)
      },
      (error: ApiFailure) => {
        if (jobOf(me.id)?.jobId === job.jobId) setJob(me.id, { ...job, failure: error.failure })
      },
    )
  }
}

type CurrentJob = {
  /** What is being done for this person now. */
  readonly running: ImportJob | null
  /** What was refused, until something else is begun. */
  readonly failed: (ImportJob & { readonly failure: NonNullable<ImportJob['failure']> }) | null
  readonly cancel: () => void
  /** Whatever was asked for is not wanted any more. */
  readonly drop: () => void
}

export function useCurrentJob(): CurrentJob {
  const { me } = useSession()
  const { desks, setJob } = useImportDraft()
  const stop = useAct('imports.cancel')
  const { job } = desks[me.id] ?? EMPTY_DESK
  const running = job !== null && job.failure === null ? job : null
  const cancel = () => {
    if (running === null) return
    setJob(me.id, { ...running, isCancelling: true })
    stop.mutate({ jobId: running.jobId })
  }
  return {
    running,
    failed: job !== null && job.failure !== null ? { ...job, failure: job.failure } : null,
    cancel,
    drop: () => {
      if (running !== null) stop.mutate({ jobId: running.jobId })
      setJob(me.id, null)
    },
  }
}
