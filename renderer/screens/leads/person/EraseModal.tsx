import { Alert, App, Form, Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { ERASURE_REASONS, type ErasureReason } from '../../../../shared/values/erased.ts'
import { useRead } from '../../../api/use-read.ts'
import { useFormAct } from '../../../components/forms/use-form-act.ts'
import { useRules } from '../../../components/forms/use-rules.ts'
import { FailureNotice } from '../../../components/ui/FailureNotice.tsx'
import { LoadingBlock } from '../../../components/ui/LoadingBlock.tsx'
import { ErasureFacts } from './ErasureFacts.tsx'

type Values = { readonly reason: ErasureReason; readonly name: string; readonly password: string }
type Props = { readonly customerId: string; readonly onClose: () => void }

/** What goes, what stays, and once more who asks: then a customer is forgotten. */
export function EraseModal({ customerId, onClose }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const rules = useRules()
  const [form] = Form.useForm<Values>()
  const { submit, isPending, failure } = useFormAct(form, 'customers.erase', {
    said: false,
    onDone: ({ isPurged }) => {
      void (isPurged ? message.success(t('person.erase.done')) : message.warning(t('person.erase.later'), 10))
      onClose()
    },
  })
  // Once it is done there is nothing left to look at beforehand.
  const { data: preview, error } = useRead('customers.erasePreview', { customerId }, { enabled: !isPending })
  const name = preview?.name ?? ''
  const isName = {
    validator: (_: unknown, typed: string) =>
      typed === undefined || typed === '' || typed.normalize('NFKC').trim() === name.normalize('NFKC').trim()
        ? Promise.resolve()
        : Promise.reject(new Error(t('issue.name_differs'))),
  }
  return (
    <Modal
      open
      width={680}
      className="ld-erase-modal"
      title={t('person.erase.title', { name })}
      okText={t('person.erase.ok')}
      okButtonProps={{ danger: true, disabled: preview === undefined }}
      confirmLoading={isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <FailureNotice error={error} />
      {preview === undefined && error === null && <LoadingBlock />}
      {preview !== undefined && (
        <>
          <Alert type="error" showIcon title={t('person.erase.final')} />
          <ErasureFacts preview={preview} />
          <Form
            form={form}
            layout="vertical"
            className="ld-erase-form"
            initialValues={{ reason: 'asked' }}
            onFinish={(values) => submit({ customerId, ...values })}
          >
            <Form.Item name="reason" label={t('person.erase.reason')}>
              <Radio.Group
                options={ERASURE_REASONS.map((value) => ({ value, label: t(`person.erase.reasons.${value}`) }))}
              />
            </Form.Item>
            <Form.Item name="name" label={t('person.erase.name', { name })} rules={[rules.required, isName]}>
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item name="password" label={t('person.erase.password')} rules={[rules.required]}>
              <Input.Password autoComplete="off" />
            </Form.Item>
            <FailureNotice error={failure} />
          </Form>
        </>
      )}
    </Modal>
  )
}
