import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StaffRow } from '../../../shared/contract/setup.ts'
import { useFormAct } from '../../components/forms/use-form-act.ts'
import { useRules } from '../../components/forms/use-rules.ts'
import { useReturnFocus } from '../../components/keys/use-return-focus.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'

type Props = { readonly person: StaffRow; readonly onClose: () => void }

export function SecretModal({ person, onClose }: Props) {
  const { t } = useTranslation()
  useReturnFocus()
  const [form] = Form.useForm<{ secret: string }>()
  const rules = useRules()
  const isOwner = person.role === 'owner'
  const { submit, isPending, failure } = useFormAct(form, 'people.setSecret', {
    said: t('setup.people.secretSaved'),
    onDone: onClose,
  })
  return (
    <Modal
      open
      title={t('setup.people.resetFor', { name: person.name })}
      okText={t('common.save')}
      confirmLoading={isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={({ secret }) => submit({ staffId: person.id, secret })}>
        <Form.Item
          name="secret"
          label={t(isOwner ? 'setup.people.newPassword' : 'setup.people.newPin')}
          rules={[rules.required, isOwner ? rules.password : rules.pin]}
        >
          <Input autoFocus autoComplete="off" maxLength={isOwner ? 200 : 6} />
        </Form.Item>
      </Form>
      <FailureNotice error={failure} />
    </Modal>
  )
}
