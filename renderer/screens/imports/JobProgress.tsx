import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportPhase } from '../../../shared/domain/import/fields.ts'
import { useRead } from '../../api/use-read.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import type { ImportJob, JobKind } from '../../stores/import-draft.ts'
import { useCurrentJob } from './use-job.ts'

const ASK_EVERY_MS = 300

const PHASES: Partial<Record<JobKind, readonly ImportPhase[]>> = { run: ['planning', 'backing_up', 'writing'] }

function useProgress({ jobId }: ImportJob) {
  return useRead('imports.progress', { jobId }, { everyMs: ASK_EVERY_MS }).data?.progress ?? null
}

/** How far the work is, in one line, and the way to stop it. */
export function JobProgress({ job }: { readonly job: ImportJob }) {
  const { t } = useTranslation()
  const format = useFormats()
  const progress = useProgress(job)
  // One of one says nothing.
  const isCounted = progress !== null && progress.total > 1
  return (
    <div className="im-job np-late" role="status">
      <span className="im-job-name">{t(`imports.job.${nameOf(job.kind)}`, { name: job.name })}</span>
      <JobBar job={job} progress={progress} />
      <span className="np-muted np-num im-job-count">
        {progress !== null && t(`imports.phase.${progress.phase}`)}{' '}
        {isCounted && t('imports.job.rows', { done: format.count(progress.done), total: format.count(progress.total) })}
      </span>
      <CancelButton job={job} />
    </div>
  )
}

function nameOf(kind: JobKind): Exclude<JobKind, 'useTemplate'> {
  return kind === 'useTemplate' ? 'remap' : kind
}

type Progressed = ReturnType<typeof useProgress>

/** Moves without a figure where nothing can be counted. */
function JobBar({ job, progress }: { readonly job: ImportJob; readonly progress: Progressed }) {
  const { t } = useTranslation()
  const percent = progress === null || progress.total === 0 ? 0 : Math.floor((100 * progress.done) / progress.total)
  return (
    <Progress
      className="im-job-bar"
      aria-label={t(`imports.job.${nameOf(job.kind)}`, { name: job.name })}
      percent={percent}
      status="active"
      size="small"
      showInfo={percent > 0}
    />
  )
}

function CancelButton({ job }: { readonly job: ImportJob }) {
  const { t } = useTranslation()
  const { cancel } = useCurrentJob()
  return (
    <Button size="small" disabled={job.isCancelling} onClick={cancel}>
      {t(job.isCancelling ? 'imports.job.cancelling' : 'imports.job.cancel')}
    </Button>
  )
}

/** The run: its phases one below the other, done, under way, to come. */
export function RunProgress({ job }: { readonly job: ImportJob }) {
  const { t } = useTranslation()
  const format = useFormats()
  const progress = useProgress(job)
  const phases = PHASES[job.kind] ?? []
  const at = progress === null ? 0 : Math.max(0, phases.indexOf(progress.phase))
  return (
    <section className="im-card im-run" aria-live="polite">
      <h2>{t('imports.job.run', { name: job.name })}</h2>
      <ol className="im-phases" aria-label={t('imports.job.phases')}>
        {phases.map((phase, index) => (
          <li key={phase} className={phaseClass(index, at)}>
            <span>{t(`imports.phase.${phase}`)}</span>
            <span className="np-muted np-num">
              {index === at && progress !== null && progress.total > 1
                ? t('imports.job.rows', { done: format.count(progress.done), total: format.count(progress.total) })
                : t(`imports.job.${phaseWord(index, at)}`)}
            </span>
          </li>
        ))}
      </ol>
      <JobBar job={job} progress={progress} />
      <p className="np-muted">{t('imports.job.stay')}</p>
      <CancelButton job={job} />
    </section>
  )
}

function phaseWord(index: number, at: number): 'phaseDone' | 'phaseNow' | 'phaseNext' {
  if (index < at) return 'phaseDone'
  return index === at ? 'phaseNow' : 'phaseNext'
}

function phaseClass(index: number, at: number): string {
  return `im-phase im-phase-${index < at ? 'done' : index === at ? 'now' : 'next'}`
}
