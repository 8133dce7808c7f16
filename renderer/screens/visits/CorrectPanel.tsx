import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { VisitRow } from '../../../shared/contract/visits.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraft } from '../../components/drafts/use-draft.ts'
import { useFormAct } from '../../components/forms/use-form-act.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { WhatFields, WhereFromFields } from './ArrivalFields.tsx'
import { ReasonField } from './ReasonField.tsx'
import { VisitPanel } from './VisitPanel.tsx'
import { type ArrivalDraft, arrivalOf, asksContact, asksFirst, draftOfVisit, pathOfVisit } from './visit-view.ts'

/** Corrects what was logged about an arrival. The time of logging stays: it is evidence. */
export function CorrectPanel({ visit, onClose }: { readonly visit: VisitRow; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<ArrivalDraft>()
  const format = useFormats()
  const before = draftOfVisit(visit)
  const draft: ArrivalDraft = { ...before, ...Form.useWatch((values) => values, form) }
  const kept = useDraft(form, {
    form: 'correct',
    subject: visit.id,
    initial: before,
    isEdit: true,
    about: visit.customerName ?? format.clock(visit.arrivedAt),
    path: pathOfVisit('correct', visit, format),
  })
  const { submit, isPending, failure } = useFormAct(form, 'visits.correct', { draft: kept, onDone: onClose })
  const save = () => {
    // Of the form itself: watching lags a moment behind typing.
    const said: ArrivalDraft = { ...before, ...form.getFieldsValue(true) }
    submit({ visitId: visit.id, ...arrivalOf(said), arrivedAt: said.arrivedAt ?? before.arrivedAt })
  }
  return (
    <VisitPanel title={t('visits.form.correctTitle')} onClose={onClose}>
      <Form
        form={form}
        name="correct"
        className="fl-form"
        layout="vertical"
        initialValues={before}
        onValuesChange={kept.keep}
        onFinish={save}
      >
        <DraftNotice draft={kept} />
        <FailureNotice error={failure} />
        <WhatFields withFirst={asksFirst(draft)} />
        <WhereFromFields mayBeNow={false} />
        {visit.leadId === null && asksContact(draft) && <ReasonField />}
        <div className="fl-form-foot vs-foot">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('visits.form.save')}
          </Button>
          <span className="fl-keys">{t('visits.form.saveHint')}</span>
        </div>
      </Form>
    </VisitPanel>
  )
}
