import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import { MANAGERS } from '../../../shared/contract/operation.ts'
import { LOSS_REASONS } from '../../../shared/values/vocabulary.ts'
import { useSession } from '../../api/session.ts'
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
  /** False: whoever opened it says what was done. */
  readonly said?: boolean
  readonly onDone?: (undoId: string) => void
  readonly onClose: () => void
}

/** Lost, with a coded reason: a salesperson asks for it, a manager's word is final. */
export function LossModal({ lead, said = true, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const isFinal = useSession().can(MANAGERS)
  const [form] = Form.useForm<Values>()
  const { submit, isPending, failure } = useFormAct(form, 'leads.lose', {
    said: false,
    onDone: ({ state, undoId }) => {
      if (said) void message.success(t(state === 'lost' ? 'leads.loss.done' : 'leads.loss.requested'))
      onDone?.(undoId)
      onClose()
    },
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
      <Form
        form={form}
        name="loss"
        layout="vertical"
        initialValues={{ competitor: lead.facts.competitor ?? '' }}
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
