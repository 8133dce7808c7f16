import { App, Form, Input, Modal } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { enterStatus } from '../../../api/session.ts'
import { useAct } from '../../../api/use-act.ts'
import { useRules } from '../../../components/forms/use-rules.ts'
import { StoreComparison } from '../../../components/store-file/StoreComparison.tsx'
import { FailureNotice } from '../../../components/ui/FailureNotice.tsx'
import { LoadingBlock } from '../../../components/ui/LoadingBlock.tsx'

type Props = { readonly file: string; readonly onClose: () => void }

/** Looks into a backup, says what would be lost, and puts it in place for the owner's password. */
export function RestoreModal({ file, onClose }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ password: string }>()
  const rules = useRules()
  const { mutate: look, data: preview, error } = useAct('store.previewBackup')
  const restore = useAct('store.restore')
  useEffect(() => look({ file }), [look, file])
  const send = ({ password }: { readonly password: string }) =>
    preview !== undefined &&
    restore.mutate(
      { previewId: preview.previewId, password },
      {
        onSuccess: ({ status }) => {
          void message.success(t('data.restore.done'), 8)
          enterStatus(status)
        },
      },
    )
  return (
    <Modal
      open
      width={640}
      title={t('data.restore.title')}
      okText={t('data.restore.ok')}
      okButtonProps={{ danger: true, disabled: preview === undefined }}
      confirmLoading={restore.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <FailureNotice error={error} />
      {preview === undefined && error === null && <LoadingBlock />}
      {preview !== undefined && (
        <Form form={form} layout="vertical" onFinish={send}>
          <StoreComparison preview={preview} kind="backup" />
          <p className="np-muted">{t('data.restore.explain')}</p>
          <Form.Item name="password" label={t('data.restore.password')} rules={[rules.required]}>
            <Input.Password autoComplete="off" />
          </Form.Item>
          <FailureNotice error={restore.error} />
        </Form>
      )}
    </Modal>
  )
}
