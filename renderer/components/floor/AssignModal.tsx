import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts'
import { SALES } from '../../../shared/contract/operation.ts'
import { DraftNotice } from '../drafts/DraftNotice.tsx'
import { useDraft } from '../drafts/use-draft.ts'
import { useFormAct } from '../forms/use-form-act.ts'
import { FormModal } from './FormModal.tsx'
import { StaffSelect } from './StaffSelect.tsx'

type Matching = Omit<InputOf<'leads.assignMatching'>, 'staffId' | 'reason'>

type Props = {
  readonly leadIds: readonly string[]
  /** All that match a filter instead of those named. */
  readonly matching?: Matching | null
  /** True when at least one of them has an owner now: then a reason is owed. */
  readonly changesOwner: boolean
  readonly onDone?: (done: OutputOf<'leads.assign'>) => void
  readonly onClose: () => void
}

/** Gives leads to a person. */
export function AssignModal({ leadIds, matching = null, changesOwner, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ staffId: string; reason?: string }>()
  const draft = useDraft(form, {
    form: 'assign',
    subject: leadIds.length === 1 ? (leadIds[0] ?? '') : '',
    initial: {},
    // To whom is a matter of those who are selected now.
    leaveOut: ['staffId'],
  })
  const done = (answer: OutputOf<'leads.assign'>) => {
    onDone?.(answer)
    onClose()
  }
  const said = ({ moved }: OutputOf<'leads.assign'>) => t('leadList.assigned', { count: moved })
  const named = useFormAct(form, 'leads.assign', { said, draft, onDone: done })
  const matched = useFormAct(form, 'leads.assignMatching', { said, draft, onDone: done })
  const { isPending, failure } = matching === null ? named : matched
  const assign = ({ staffId, reason = null }: { staffId: string; reason?: string | null }) => {
    if (matching === null) named.submit({ leadIds: [...leadIds], staffId, reason })
    else matched.submit({ ...matching, staffId, reason })
  }
  const required = [{ required: true, message: t('issue.required') }]
  return (
    <FormModal
      title={t('leads.assign.title', { count: matching?.expected ?? leadIds.length })}
      okText={t('leads.assign.ok')}
      isPending={isPending}
      failure={failure}
      onOk={form.submit}
      onClose={onClose}
    >
      <DraftNotice draft={draft} />
      <Form form={form} name="assign" layout="vertical" onValuesChange={draft.keep} onFinish={assign}>
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
