import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { SALES } from '../../../shared/contract/operation.ts'
import { useFormAct } from '../forms/use-form-act.ts'
import { FormModal } from './FormModal.tsx'
import { StaffSelect } from './StaffSelect.tsx'

type Props = {
  readonly leadIds: readonly string[]
  /** True when at least one of them has an owner now: then a reason is owed. */
  readonly changesOwner: boolean
  readonly onDone?: () => void
  readonly onClose: () => void
}

/** Gives leads to a person. */
export function AssignModal({ leadIds, changesOwner, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ staffId: string; reason?: string }>()
  const { submit, isPending, failure } = useFormAct(form, 'leads.assign', {
    said: false,
    onDone: () => {
      onDone?.()
      onClose()
    },
  })
  const required = [{ required: true, message: t('issue.required') }]
  return (
    <FormModal
      title={t('leads.assign.title', { count: leadIds.length })}
      okText={t('leads.assign.ok')}
      isPending={isPending}
      failure={failure}
      onOk={form.submit}
      onClose={onClose}
    >
      <Form
        form={form}
        name="assign"
        layout="vertical"
        onFinish={({ staffId, reason }) => submit({ leadIds: [...leadIds], staffId, reason: reason ?? null })}
      >
        <Form.Item name="staffId" label={t('leads.assign.to')} rules={required}>
          <StaffSelect roles={SALES} ariaLabel={t('leads.assign.to')} autoFocus />
        </Form.Item>
        <Form.Item
          name="reason"
          label={changesOwner ? t('leads.reason') : t('leads.assign.reasonOptional')}
          rules={changesOwner ? required : []}
        >
          <Input maxLength={200} onPressEnter={form.submit} />
        </Form.Item>
      </Form>
    </FormModal>
  )
}
