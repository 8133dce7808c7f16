import { Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { DateQuestion } from './DateQuestion.tsx'
import { PeopleQuestion } from './PeopleQuestion.tsx'
import { PhoneQuestion } from './PhoneQuestion.tsx'
import type { QuestionKey } from './question-view.ts'
import { RemarkQuestion } from './RemarkQuestion.tsx'
import { StepFooter } from './StepFooter.tsx'
import { SPIN_AFTER_MS, type StepProps } from './TableStep.tsx'
import type { DraftHandle } from './use-draft.ts'

/** The fourth step: what no single cell can decide. Only the questions this file raises are asked, the open ones first. */
export function QuestionsStep({ handle, open }: StepProps) {
  const { t } = useTranslation()
  const ordered = open.questions.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen))
  return (
    <>
      <Spin spinning={handle.isBusy} delay={SPIN_AFTER_MS}>
        <div className="im-head">
          <h2>{t('imports.questions.title')}</h2>
          {handle.draft.mapping.kind === 'visits' && <span className="np-muted">{t('imports.questions.noTime')}</span>}
        </div>
        {ordered.length === 0 && (
          <EmptyHint title={t('imports.questions.none')} hint={t('imports.questions.noneHint')} />
        )}
        {ordered.map(({ key, isOpen }) => (
          <QuestionOf key={key} question={key} isOpen={isOpen} handle={handle} />
        ))}
      </Spin>
      <StepFooter step="questions" handle={handle} open={open} />
    </>
  )
}

type QuestionOfProps = { readonly question: QuestionKey; readonly isOpen: boolean; readonly handle: DraftHandle }

function QuestionOf({ question, isOpen, handle }: QuestionOfProps) {
  switch (question) {
    case 'year':
    case 'order':
    case 'blank':
      return <DateQuestion question={question} isOpen={isOpen} handle={handle} />
    case 'channel':
    case 'person':
      return <PeopleQuestion question={question} isOpen={isOpen} handle={handle} />
    case 'known':
    case 'otherName':
      return <PhoneQuestion question={question} handle={handle} />
    case 'remarks':
      return <RemarkQuestion handle={handle} />
  }
}
