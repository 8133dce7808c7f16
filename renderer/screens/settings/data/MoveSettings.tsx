import { Alert, App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/contract.ts'
import { isGoodPackPassword } from '../../../../shared/values/pack-password.ts'
import { ApiFailure } from '../../../api/api-failure.ts'
import { useSession } from '../../../api/session.ts'
import { askShell, hasShell } from '../../../api/shell.ts'
import { useAct } from '../../../api/use-act.ts'
import { useRead } from '../../../api/use-read.ts'
import { useFormAct } from '../../../components/forms/use-form-act.ts'
import { useRules } from '../../../components/forms/use-rules.ts'
import { BringIn } from '../../../components/store-file/BringIn.tsx'
import { useStoreTexts } from '../../../components/store-file/use-store-texts.ts'
import { FailureNotice } from '../../../components/ui/FailureNotice.tsx'
import { useFailureText } from '../../../components/ui/use-failure-text.ts'

/** The way to another PC in three steps, and the way from one. */
export function MoveSettings() {
  const { t } = useTranslation()
  const { isDemo } = useSession()
  if (isDemo) return <Alert type="info" showIcon title={t('failure.not_in_demo')} />
  return (
    <div className="settings-panel">
      <p className="settings-note">{t('data.move.note')}</p>
      <section className="settings-section">
        <h2>{t('data.move.packTitle')}</h2>
        <PackForm />
      </section>
      <section className="settings-section">
        <h2>{t('data.move.takeTitle')}</h2>
        <p>{t('data.move.takeText')}</p>
      </section>
      <section className="settings-section">
        <h2>{t('data.move.movedTitle')}</h2>
        <p>{t('data.move.movedText')}</p>
        <MovedButton />
      </section>
      <section className="settings-section">
        <h2>{t('data.move.bringTitle')}</h2>
        <p className="settings-note">{t('data.move.bringNote')}</p>
        <BringIn isReplacing />
      </section>
    </div>
  )
}

type PackValues = { readonly password: string; readonly repeat: string }
type Packed = OutputOf<'store.pack'>

function PackForm() {
  const { t } = useTranslation()
  const [form] = Form.useForm<PackValues>()
  const rules = useRules()
  const [packed, setPacked] = useState<Packed | null>(null)
  const { submit, isPending, failure } = useFormAct(form, 'store.pack', {
    said: false,
    onDone: (made) => {
      form.resetFields()
      setPacked(made)
    },
  })
  const good = {
    validator: (_: unknown, value: string) =>
      isGoodPackPassword(value) ? Promise.resolve() : Promise.reject(new Error(t('issue.pack_password_weak'))),
  }
  return (
    <>
      <Form form={form} layout="vertical" className="settings-secret" onFinish={({ password }) => submit({ password })}>
        <Form.Item
          name="password"
          label={t('data.move.packPassword')}
          extra={t('data.move.packPasswordHint')}
          rules={[good]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="repeat"
          label={t('data.move.repeat')}
          dependencies={['password']}
          rules={[rules.sameAs('password')]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <FailureNotice error={failure} />
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('data.move.pack')}
        </Button>
        {isPending && <span className="np-muted settings-beside">{t('data.move.packing')}</span>}
      </Form>
      {packed !== null && <PackedNotice packed={packed} />}
    </>
  )
}

function PackedNotice({ packed: { file, bytes } }: { readonly packed: Packed }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const texts = useStoreTexts()
  const failureText = useFailureText()
  const folder = useRead('store.packed', {}).data?.folder
  const save = () =>
    askShell({ kind: 'save_packed', file }).then(
      ({ saved }) => saved && message.success(t('data.move.saved')),
      (error: unknown) => error instanceof ApiFailure && message.error(failureText(error)),
    )
  return (
    <Alert
      type="success"
      showIcon
      className="settings-after"
      title={t('data.move.packed', { file, size: texts.size(bytes) })}
      description={
        <>
          {t('data.move.folder')} <code className="settings-path">{folder}</code>
        </>
      }
      action={
        hasShell && (
          <Button type="primary" onClick={() => void save()}>
            {t('data.move.save')}
          </Button>
        )
      }
    />
  )
}

function MovedButton() {
  const { t } = useTranslation()
  const { movedAt } = useSession()
  const mark = useAct('store.markMoved')
  return (
    <>
      <FailureNotice error={mark.error} />
      <Button loading={mark.isPending} onClick={() => mark.mutate({ isMoved: movedAt === null })}>
        {t(movedAt === null ? 'data.move.markMoved' : 'data.move.unmarkMoved')}
      </Button>
    </>
  )
}
