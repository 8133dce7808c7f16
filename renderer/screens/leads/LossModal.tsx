import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import { MANAGERS } from '../../../shared/contract/operation.ts'
import { LOSS_REASONS } from '../../../shared/values/vocabulary.ts'
import { useSession } from '../../api/session.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraft } from '../../components/drafts/use-draft.ts'
import { ChoiceButtons } from '../../components/floor/ChoiceButtons.tsx'
import { FormModal } from '../../components/floor/FormModal.tsx'
import { useFormAct } from '../../components/forms/use-form-act.ts'

type Values = {
  readonly reason: (typeof LOSS_REASONS)[number]
  readonly competitor?: string
  readonly note?: string
}

type Props = {
  readonly lead: LeadProfile
  /** What was done, where that is said in other words than the usual ones. */
  readonly said?: string
  readonly onClose: () => void
}

/** Lost, with a coded reason: a salesperson asks for it, a manager's word is final. */
export function LossModal({ lead, said, onClose }: Props) {
  const { t } = useTranslation()
  const isFinal = useSession().can(MANAGERS)
  const [form] = Form.useForm<Values>()
  const initial = { competitor: lead.facts.competitor ?? '' }
  const draft = useDraft(form, {
    form: 'loss',
    subject: lead.leadId,
    initial,
    about: lead.customer.name,
    path: `/leads/${lead.leadId}?open=loss`,
  })
  const { submit, isPending, failure } = useFormAct(form, 'leads.lose', {
    draft,
    said: ({ state }) => said ?? t(state === 'lost' ? 'leads.loss.done' : 'leads.loss.requested'),
    onDone: onClose,
  })
  const lose = ({ reason, competitor, note }: Values) =>
    submit({ leadId: lead.leadId, reason, competitor: competitor ?? null, note: note ?? null })
  return (
    <FormModal
      title={t(isFinal ? 'leads.loss.title' : 'leads.loss.requestTitle')}
      okText={t(isFinal ? 'leads.loss.ok' : 'leads.loss.requestOk')}
      isPending={isPending}
      failure={failure}
      onOk={form.submit}
      onClose={onClose}
      width={560}
    >
      {!isFinal && <p className="np-muted">{t('leads.loss.requestAbout')}</p>}
      <DraftNotice draft={draft} />
      <Form
        form={form}
        name="loss"
        layout="vertical"
        initialValues={initial}
        onValuesChange={draft.keep}
        onFinish={lose}
        scrollToFirstError={{ focus: true }}
      >
        <Form.Item
          name="reason"
          label={t('leads.loss.reason')}
          rules={[{ required: true, message: t('issue.required') }]}
        >
          <ChoiceButtons
            ariaLabel={t('leads.loss.reason')}
            choices={LOSS_REASONS.map((value) => ({ value, label: t(`codes.lossReason.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="competitor" label={t('leads.loss.competitor')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="note" label={t('leads.loss.note')}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <button type="submit" hidden />
      </Form>
    </FormModal>
  )
}
