import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StorePreview } from '../../../shared/contract/store-file.ts'
import { enterStatus } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useRules } from '../forms/use-rules.ts'
import { FailureNotice } from '../ui/FailureNotice.tsx'
import { OpenPacked } from './OpenPacked.tsx'
import { StoreComparison } from './StoreComparison.tsx'

/** From a packed file to the store in its place: open it, look at it, take it. Where there is a store, its owner's password too. */
export function BringIn({ isReplacing }: { readonly isReplacing: boolean }) {
  const [preview, setPreview] = useState<StorePreview | null>(null)
  if (preview === null) return <OpenPacked onOpened={setPreview} />
  return <TakePacked preview={preview} isReplacing={isReplacing} onBack={() => setPreview(null)} />
}

type TakeProps = { readonly preview: StorePreview; readonly isReplacing: boolean; readonly onBack: () => void }

function TakePacked({ preview, isReplacing, onBack }: TakeProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const rules = useRules()
  const take = useAct('store.takePacked')
  const send = ({ password }: { readonly password?: string }) =>
    take.mutate(
      { previewId: preview.previewId, password: password ?? null },
      {
        onSuccess: ({ status }) => {
          void message.success(t('data.bring.done'), 6)
          enterStatus(status)
        },
      },
    )
  return (
    <Form layout="vertical" onFinish={send}>
      <StoreComparison preview={preview} kind="packed" />
      {isReplacing && (
        <Form.Item name="password" label={t('data.bring.ownPassword')} rules={[rules.required]}>
          <Input.Password autoComplete="off" />
        </Form.Item>
      )}
      <FailureNotice error={take.error} />
      <div className="np-store-acts">
        <Button disabled={take.isPending} onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button type="primary" danger={isReplacing} htmlType="submit" loading={take.isPending}>
          {t(isReplacing ? 'data.bring.takeInstead' : 'data.bring.take')}
        </Button>
      </div>
    </Form>
  )
}
