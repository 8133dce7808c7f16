import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftStep } from '../../stores/import-draft.ts'
import { JobProgress } from './JobProgress.tsx'
import { type OpenThings, stepAfter, stepBefore, stepOfFirstOpen } from './step-view.ts'
import type { DraftHandle } from './use-draft.ts'
import { useImportState } from './use-import-state.ts'
import { useCurrentJob } from './use-job.ts'

type Props = {
  readonly step: DraftStep
  readonly handle: DraftHandle
  readonly open: OpenThings
  /** In place of "next". */
  readonly action?: ReactNode
  /** Beside "next". */
  readonly aside?: ReactNode
}

/** The way back and on; while something is being worked out, how far it is. */
export function StepFooter({ step, handle, open, action, aside }: Props) {
  const { t } = useTranslation()
  const [, go] = useImportState()
  const { running, drop } = useCurrentJob()
  if (running !== null) {
    return (
      <div className="im-footer">
        <JobProgress job={running} />
      </div>
    )
  }
  const before = stepBefore(step, open)
  const leave = () => {
    drop()
    go({ step: 'file' })
  }
  return (
    <div className="im-footer">
      {before === null ? (
        <Button onClick={leave}>{t('imports.another')}</Button>
      ) : (
        <Button onClick={() => handle.goTo(before)}>{t('common.back')}</Button>
      )}
      {aside}
      <span className="im-footer-hint" role="status">
        {open.total > 0 && <OpenHint step={step} handle={handle} open={open} />}
      </span>
      {action ?? <NextButton step={step} handle={handle} open={open} />}
    </div>
  )
}

type PartProps = Pick<Props, 'step' | 'handle' | 'open'>

function NextButton({ step, handle, open }: PartProps) {
  const { t } = useTranslation()
  const next = stepAfter(step, open)
  const isPreview = next === 'preview'
  const isBlocked = isPreview ? open.total > 0 : step === 'columns' && open.lacksDate
  return (
    <Button type="primary" disabled={isBlocked} onClick={() => handle.goTo(next)}>
      {isPreview ? t('imports.preview.button') : t('common.next')}
    </Button>
  )
}

/** The list may be long: the count of what is missing leads to the first of it. */
function OpenHint({ step, handle, open }: PartProps) {
  const { t } = useTranslation()
  const first = stepOfFirstOpen(open)
  const field = t(`imports.fieldOf.${handle.draft.mapping.kind}.date`)
  const show = () => {
    if (first !== step) return handle.goTo(first)
    return document.querySelector('.im-open')?.scrollIntoView({ block: 'center' })
  }
  return (
    <Button type="link" onClick={show}>
      {open.lacksDate
        ? t('imports.preview.needDate', { field })
        : t('imports.preview.stillOpen', { count: open.total })}
    </Button>
  )
}
