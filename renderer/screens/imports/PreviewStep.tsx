import { Alert, App, Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/imports.ts'
import { LoadingBlock } from '../../components/ui/LoadingBlock.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { FlagList } from './FlagList.tsx'
import { LeftOutList } from './LeftOutList.tsx'
import { PlanFigures } from './PlanFigures.tsx'
import { mainCount, makesNothing } from './plan-view.ts'
import { SampleTable } from './SampleTable.tsx'
import { SaveTemplate } from './SaveTemplate.tsx'
import { StepFooter } from './StepFooter.tsx'
import type { StepProps } from './TableStep.tsx'
import { useImportState } from './use-import-state.ts'
import { useCurrentJob, useJob } from './use-job.ts'

/** The sixth step: exactly what will happen. The run is refused unless it would do just this. */
export function PreviewStep({ handle, open }: StepProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { failed } = useCurrentJob()
  const { draft } = handle
  const { plan } = draft
  const isOutdated = failed?.kind === 'run' && failed.failure.code === 'changed_meanwhile'
  // The store has changed since: what was agreed to is not what would happen now.
  useEffect(() => {
    if (!isOutdated) return
    void message.warning(t('imports.preview.changed'))
    handle.goTo('preview')
  }, [isOutdated])
  if (plan === null) return <LoadingBlock />
  return (
    <>
      {makesNothing(plan) && <Alert type="warning" showIcon className="im-gap" title={t('imports.preview.nothing')} />}
      <PlanFigures plan={plan} draft={draft} />
      <FlagList plan={plan} onReconsider={() => handle.goTo('questions')} />
      <LeftOutList plan={plan} draft={draft} />
      <SampleTable plan={plan} />
      {!makesNothing(plan) && <SaveTemplate draft={draft} />}
      <StepFooter step="preview" handle={handle} open={open} action={<RunButton handle={handle} plan={plan} />} />
    </>
  )
}

function RunButton({ handle, plan }: Pick<StepProps, 'handle'> & { readonly plan: ImportPlan }) {
  const { t } = useTranslation()
  const format = useFormats()
  const run = useJob('run')
  const [, go] = useImportState()
  const { reading, mapping } = handle.draft
  const { token, fileName } = reading
  const start = () =>
    run(
      fileName,
      (jobId) => ({ jobId, token, mapping, digest: plan.digest }),
      ({ plan: done, batchId }) => go({ step: 'done', plan: done, batchId }),
    )
  return (
    <Button type="primary" disabled={makesNothing(plan) || reading.importedBefore !== null} onClick={start}>
      {t(`imports.preview.run.${plan.kind}`, { rows: format.count(mainCount(plan)) })}
    </Button>
  )
}
