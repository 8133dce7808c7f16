import { Steps } from 'antd'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { BatchList } from './BatchList.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { ImportDone } from './ImportDone.tsx'
import { MeaningStep } from './MeaningStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { useImportState } from './use-import-state.ts'
import './imports.css'

const STEPS = ['file', 'meaning', 'preview', 'done'] as const

export function ImportScreen() {
  const { t } = useTranslation()
  const [state] = useImportState()
  return (
    <Page>
      <PageHeader title={t('imports.title')} note={t('imports.note')} />
      <Steps
        className="im-steps"
        size="small"
        current={STEPS.indexOf(state.step)}
        items={STEPS.map((step) => ({ title: t(`imports.steps.${step}`) }))}
      />
      <CurrentStep />
    </Page>
  )
}

function CurrentStep() {
  const [state, go] = useImportState()
  switch (state.step) {
    case 'file':
      return (
        <>
          <ChooseFile onRead={(reading) => go({ step: 'meaning', reading, mapping: reading.mapping })} />
          <BatchList />
        </>
      )
    case 'meaning':
      return <MeaningStep reading={state.reading} mapping={state.mapping} />
    case 'preview':
      return <PreviewStep reading={state.reading} mapping={state.mapping} />
    case 'done':
      return (
        <>
          <ImportDone plan={state.plan} />
          <BatchList />
        </>
      )
  }
}
