import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormAct } from '../../../components/forms/use-form-act.ts'
import { useRules } from '../../../components/forms/use-rules.ts'
import { useReturnFocus } from '../../../components/keys/use-return-focus.ts'
import { FailureNotice } from '../../../components/ui/FailureNotice.tsx'
import { useEntry } from '../../../stores/entry.ts'

type Props = { readonly op: 'store.encrypt' | 'store.newRecoveryCode'; readonly onClose: () => void }

/** The owner's password, and for it a new code, which stays on screen until somebody says it is written down. */
export function NewCodeModal({ op, onClose }: Props) {
  const { t } = useTranslation()
  useReturnFocus()
  const [form] = Form.useForm<{ password: string }>()
  const rules = useRules()
  const { submit, isPending, failure } = useFormAct(form, op, {
    said: false,
    onDone: ({ recoveryCode }) => {
      useEntry.getState().showRecoveryCode(recoveryCode)
      onClose()
    },
  })
  const words = op === 'store.encrypt' ? 'encrypt' : 'newCode'
  return (
    <Modal
      open
      title={t(`protection.${words}Title`)}
      okText={t(`protection.${words}Title`)}
      confirmLoading={isPending}
      cancelButtonProps={{ disabled: isPending }}
      closable={!isPending}
      keyboard={!isPending}
      mask={{ closable: false }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t(`protection.${words}Text`)}</p>
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item name="password" label={t('protection.password')} rules={[rules.required]}>
          <Input.Password autoFocus autoComplete="off" />
        </Form.Item>
        <FailureNotice error={failure} />
      </Form>
    </Modal>
  )
}
