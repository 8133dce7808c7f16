import { App, Button, Form, Input, Modal } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiFailure } from '../../../api/api-failure.ts'
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
  const { mutate: look, data: preview, error, isPending } = useAct('store.previewBackup')
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
      {error !== null && asksForCode(error) && (
        <OldCodeForm isPending={isPending} onCode={(recoveryCode) => look({ file, recoveryCode })} />
      )}
      {isPending && <LoadingBlock />}
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

/** Another key was in use when it was made: the paper of that time opens it. */
function asksForCode({ failure: { code } }: ApiFailure): boolean {
  return code === 'backup_locked' || code === 'recovery_code_wrong' || code === 'too_many_tries'
}

type CodeProps = { readonly isPending: boolean; readonly onCode: (code: string) => void }

function OldCodeForm({ isPending, onCode }: CodeProps) {
  const { t } = useTranslation()
  const rules = useRules()
  const [form] = Form.useForm<{ recoveryCode: string }>()
  return (
    <Form form={form} layout="vertical" onFinish={({ recoveryCode }) => onCode(recoveryCode)}>
      <Form.Item name="recoveryCode" label={t('protection.restoreCode')} rules={[rules.required]}>
        <Input autoFocus autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Button htmlType="submit" loading={isPending}>
        {t('protection.locked.open')}
      </Button>
    </Form>
  )
}
