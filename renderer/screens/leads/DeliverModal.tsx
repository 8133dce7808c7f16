import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraft } from '../../components/drafts/use-draft.ts'
import { FormModal } from '../../components/floor/FormModal.tsx'
import { DateInput } from '../../components/forms/DateInput.tsx'
import { useFormAct } from '../../components/forms/use-form-act.ts'

type Props = {
  readonly deal: { readonly id: string; readonly orderedOn: string }
  readonly onClose: () => void
}

export function DeliverModal({ deal, onClose }: Props) {
  const { t } = useTranslation()
  const { today } = useSession()
  const [form] = Form.useForm<{ deliveredOn: string }>()
  const draft = useDraft(form, { form: 'deliver', subject: deal.id, initial: { deliveredOn: today } })
  const { submit, isPending, failure } = useFormAct(form, 'leads.deliver', { draft, onDone: onClose })
  return (
    <FormModal
      title={t('leads.deal.deliverTitle')}
      isPending={isPending}
      failure={failure}
      onOk={form.submit}
      onClose={onClose}
    >
      <DraftNotice draft={draft} />
      <Form
        form={form}
        name="deliver"
        layout="vertical"
        initialValues={{ deliveredOn: today }}
        onValuesChange={draft.keep}
        onFinish={({ deliveredOn }) => submit({ dealId: deal.id, deliveredOn })}
      >
        <Form.Item
          name="deliveredOn"
          label={t('leads.deal.deliveredOn')}
          rules={[{ required: true, message: t('issue.required') }]}
        >
          <DateInput min={deal.orderedOn} max={today} allowClear={false} />
        </Form.Item>
      </Form>
    </FormModal>
  )
}
