import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enterStatus } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { useFormAct } from '../../components/forms/use-form-act.ts'
import { useRules } from '../../components/forms/use-rules.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { Loaded } from '../../components/ui/Page.tsx'
import { BringInScreen } from './BringInScreen.tsx'
import { EntryFrame } from './EntryFrame.tsx'

/** The data are whole and their key is lost: an owner's paper opens them. Never an empty start. */
export function LockedScreen() {
  const { t } = useTranslation()
  const lock = useRead('setup.lock', {})
  const [isBringing, setBringing] = useState(false)
  if (isBringing) return <BringInScreen onBack={() => setBringing(false)} />
  return (
    <EntryFrame title={t('protection.locked.title')}>
      <p className="entry-lead">{t('protection.locked.text')}</p>
      <Loaded read={lock}>
        {({ file, hasPaper }) => (
          <>
            <p className="np-muted">
              {t('data.damaged.file')} <code className="np-store-path">{file}</code>
            </p>
            {hasPaper ? (
              <UnlockForm onBring={() => setBringing(true)} />
            ) : (
              <>
                <p>{t('protection.locked.noPaper')}</p>
                <BringButton onBring={() => setBringing(true)} />
              </>
            )}
          </>
        )}
      </Loaded>
      <p className="np-muted">{t('protection.locked.keyring')}</p>
    </EntryFrame>
  )
}

type BringProps = { readonly onBring: () => void }

function UnlockForm({ onBring }: BringProps) {
  const { t } = useTranslation()
  const rules = useRules()
  const [form] = Form.useForm<{ recoveryCode: string }>()
  const { submit, isPending, failure } = useFormAct(form, 'setup.unlock', { said: false, onDone: enterStatus })
  return (
    <Form form={form} layout="vertical" onFinish={submit}>
      <p>{t('protection.locked.ask')}</p>
      <Form.Item name="recoveryCode" label={t('protection.locked.code')} rules={[rules.required]}>
        <Input autoFocus autoComplete="off" spellCheck={false} />
      </Form.Item>
      <FailureNotice error={failure} />
      <div className="entry-foot">
        <BringButton onBring={onBring} />
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('protection.locked.open')}
        </Button>
      </div>
    </Form>
  )
}

function BringButton({ onBring }: BringProps) {
  const { t } = useTranslation()
  return <Button onClick={onBring}>{t('data.bring.title')}</Button>
}
