import { Button, Form } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitRow } from '../../../shared/contract/visits.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraft } from '../../components/drafts/use-draft.ts'
import { useFormAct } from '../../components/forms/use-form-act.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { ContactFields } from './ContactFields.tsx'
import type { Logged } from './LoggedNotice.tsx'
import { useKnown } from './use-known.ts'
import { VisitPanel } from './VisitPanel.tsx'
import { type ContactDraft, contactFaults, contactOf, pathOfVisit } from './visit-view.ts'

const EMPTY: ContactDraft = { phone: '', name: '', gender: null, wechat: '', model: '', identity: null }

type Props = {
  readonly visit: VisitRow
  readonly onClose: () => void
  readonly onLogged: (logged: Logged) => void
}

/** Completes an anonymous visit with the contact that was left after all. */
export function CapturePanel({ visit, onClose, onLogged }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<ContactDraft>()
  const draft: ContactDraft = { ...EMPTY, ...Form.useWatch((values) => values, form) }
  const known = useKnown(draft.phone, draft.wechat)
  const format = useFormats()
  const kept = useDraft(form, {
    form: 'capture',
    subject: visit.id,
    initial: EMPTY,
    about: ({ name }) => name || format.clock(visit.arrivedAt),
    path: pathOfVisit('capture', visit, format),
  })
  const { submit, isPending, failure } = useFormAct(form, 'visits.capture', {
    draft: kept,
    said: t('visits.said.completed'),
    fieldOf: (path) => path.replace(/^contact\.(identity\.)?/, '').split('.'),
    onDone: ({ leadId }) => {
      onLogged({ leadId, name: form.getFieldValue('name') ?? '' })
      onClose()
    },
  })
  useEffect(() => form.focusField('phone'), [form])
  const save = () => {
    // What the form holds now: Enter can be faster than the last key's way to the screen.
    const typed: ContactDraft = { ...draft, ...form.getFieldsValue(true) }
    const faults = contactFaults({ ...typed, notCapturedReason: null }, known.choices)
    form.setFields(
      faults.map(({ field, issue }) => ({ name: field as keyof ContactDraft, errors: [t(`visits.form.${issue}`)] })),
    )
    if (faults.length === 0) submit({ visitId: visit.id, contact: contactOf(typed, known.choices) })
  }
  return (
    <VisitPanel title={t('visits.form.captureTitle')} onClose={onClose}>
      <Form
        form={form}
        name="capture"
        className="fl-form"
        layout="vertical"
        initialValues={EMPTY}
        onValuesChange={kept.keep}
        onFinish={save}
      >
        <DraftNotice draft={kept} />
        <FailureNotice error={failure} />
        <ContactFields known={known} />
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
