import { Steps } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { DRAFT_STEPS, type DraftStep, type FileDraft } from '../../stores/import-draft.ts'
import { BatchList } from './BatchList.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { FileLine } from './FileLine.tsx'
import { ImportDone } from './ImportDone.tsx'
import { ImportFailure } from './ImportFailure.tsx'
import { RunProgress } from './JobProgress.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { QuestionsStep } from './QuestionsStep.tsx'
import { TableStep } from './TableStep.tsx'
import { useDraft } from './use-draft.ts'
import { useImportState } from './use-import-state.ts'
import { useCurrentJob } from './use-job.ts'
import { useOpenThings } from './use-open-things.ts'
import { ValuesStep } from './ValuesStep.tsx'
import './imports.css'
import './import-steps.css'

const STEPS = ['file', ...DRAFT_STEPS, 'done'] as const

export function ImportScreen() {
  const { t } = useTranslation()
  const [state, go] = useImportState()
  const { running } = useCurrentJob()
  const [cameBack] = useState(() => 'draft' in state)
  return (
    <Page>
      <PageHeader title={t('imports.title')} note={t('imports.note')} />
      {state.step === 'file' || state.step === 'done' ? <StepLine at={state.step} /> : null}
      {state.step === 'file' && (
        <>
          <ImportFailure />
          <ChooseFile
            onRead={(reading) =>
              go({ step: 'table', draft: { reading, mapping: reading.mapping, accepted: [], plan: null } })
            }
          />
        </>
      )}
      {state.step === 'done' && (
        <>
          <ImportFailure />
          <ImportDone plan={state.plan} batchId={state.batchId} />
        </>
      )}
      {(state.step === 'file' || state.step === 'done') && <BatchList />}
      {'draft' in state && running?.kind === 'run' && (
        <>
          <StepLine at={state.step} />
          <RunProgress job={running} />
        </>
      )}
      {'draft' in state && running?.kind !== 'run' && (
        <OnTheWay step={state.step} draft={state.draft} cameBack={cameBack} />
      )}
    </Page>
  )
}

type StepLineProps = { readonly at: (typeof STEPS)[number]; readonly onGo?: (step: DraftStep) => void }

/** Where one is, and the way to each step of the file in hand. */
function StepLine({ at, onGo }: StepLineProps) {
  const { t } = useTranslation()
  const items = STEPS.map((step) => {
    return { title: t(`imports.steps.${step}`), disabled: onGo === undefined || step === 'file' || step === 'done' }
  })
  const choose = (index: number) => {
    const step = DRAFT_STEPS[index - 1]
    if (step !== undefined) onGo?.(step)
  }
  return (
    <Steps
      className="im-steps"
      size="small"
      responsive={false}
      current={STEPS.indexOf(at)}
      items={items}
      {...(onGo === undefined ? {} : { onChange: choose })}
    />
  )
}

type OnTheWayProps = { readonly step: DraftStep; readonly draft: FileDraft; readonly cameBack: boolean }

/** A file in hand, at one of its steps. */
function OnTheWay({ step, draft, cameBack }: OnTheWayProps) {
  const handle = useDraft(step, draft)
  const open = useOpenThings(draft)
  // Colleagues and channels may have been added since the file was read: coming back asks for suggestions again.
  useEffect(() => {
    if (cameBack && step !== 'preview' && !handle.isBusy) handle.ask(draft.mapping)
  }, [])
  useEffect(() => {
    document.getElementById('content')?.scrollTo({ top: 0 })
  }, [step])
  const goTo = (next: DraftStep) => {
    if (!handle.isBusy && (next !== 'preview' || open.total === 0)) handle.goTo(next)
  }
  return (
    <>
      <StepLine at={step} onGo={goTo} />
      <FileLine draft={draft} />
      <ImportFailure />
      <CurrentStep step={step} handle={handle} open={open} />
    </>
  )
}

type CurrentProps = {
  readonly step: DraftStep
  readonly handle: ReturnType<typeof useDraft>
  readonly open: ReturnType<typeof useOpenThings>
}

function CurrentStep({ step, handle, open }: CurrentProps) {
  switch (step) {
    case 'table':
      return <TableStep handle={handle} open={open} />
    case 'columns':
      return <ColumnsStep handle={handle} open={open} />
    case 'questions':
      return <QuestionsStep handle={handle} open={open} />
    case 'values':
      return <ValuesStep handle={handle} open={open} />
    case 'preview':
      return <PreviewStep handle={handle} open={open} />
  }
}
