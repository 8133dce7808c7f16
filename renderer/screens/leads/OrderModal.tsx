import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import { useSession } from '../../api/session.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraft } from '../../components/drafts/use-draft.ts'
import { FormModal } from '../../components/floor/FormModal.tsx'
import { DateInput } from '../../components/forms/DateInput.tsx'
import { MoneyInput } from '../../components/forms/MoneyInput.tsx'
import { useFormAct } from '../../components/forms/use-form-act.ts'

type Values = {
  readonly orderedOn: string
  readonly model?: string
  readonly priceFen?: number | null
  readonly grossProfitFen?: number | null
}

type Props = {
  readonly lead: LeadProfile
  /** What was done, where that is said in other words than the usual ones. */
  readonly said?: string
  readonly onClose: () => void
}

/** Takes an order: deal and won in one act. */
export function OrderModal({ lead, said, onClose }: Props) {
  const { t } = useTranslation()
  const { today } = useSession()
  const [form] = Form.useForm<Values>()
  const initial = { orderedOn: today, model: lead.facts.model ?? '' }
  const draft = useDraft(form, {
    form: 'order',
    subject: lead.leadId,
    initial,
    about: lead.customer.name,
    path: `/leads/${lead.leadId}?open=order`,
  })
  const { submit, isPending, failure } = useFormAct(form, 'leads.order', {
    draft,
    said: said ?? t('leads.deal.ordered'),
    onDone: onClose,
  })
  const order = (values: Values) =>
    submit({
      leadId: lead.leadId,
      orderedOn: values.orderedOn,
      model: values.model ?? null,
      priceFen: values.priceFen ?? null,
      grossProfitFen: values.grossProfitFen ?? null,
    })
  return (
    <FormModal
      title={t('leads.deal.orderTitle')}
      okText={t('leads.deal.orderOk')}
      isPending={isPending}
      failure={failure}
      onOk={form.submit}
      onClose={onClose}
    >
      <DraftNotice draft={draft} />
      <Form
        form={form}
        name="order"
        layout="vertical"
        initialValues={initial}
        onValuesChange={draft.keep}
        onFinish={order}
      >
        <div className="fl-two">
          <Form.Item name="model" label={t('leads.deal.model')}>
            <Input maxLength={60} autoFocus />
          </Form.Item>
          <Form.Item
            name="orderedOn"
            label={t('leads.deal.orderedOn')}
            rules={[{ required: true, message: t('issue.required') }]}
          >
            <DateInput min={lead.createdOn} max={today} allowClear={false} />
          </Form.Item>
          <Form.Item name="priceFen" label={t('leads.deal.price')}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name="grossProfitFen" label={t('leads.deal.grossProfit')}>
            <MoneyInput min={-1e10} />
          </Form.Item>
        </div>
        <button type="submit" hidden />
      </Form>
    </FormModal>
  )
}
