import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/session.ts'
import { useFormAct } from '../../components/forms/use-form-act.ts'
import { useRules } from '../../components/forms/use-rules.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useEntry } from '../../stores/entry.ts'
import { EntryFrame } from './EntryFrame.tsx'
import { NewPasswordFields } from './NewPasswordFields.tsx'

type Values = { readonly recoveryCode: string; readonly password: string; readonly repeat: string }

/** A forgotten password: the code written down at set-up sets a new one, and a new code takes its place. */
export function RecoverForm({ person, onBack }: { readonly person: Person; readonly onBack: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Values>()
  const rules = useRules()
  const { submit, isPending, failure } = useFormAct(form, 'session.recover', {
    said: false,
    onDone: ({ recoveryCode }) => useEntry.getState().showRecoveryCode(recoveryCode),
  })
  return (
    <EntryFrame title={t('session.recoverTitle')}>
      <p className="entry-lead">{t('session.recoverText')}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ recoveryCode, password }) => submit({ staffId: person.id, recoveryCode, password })}
      >
        <Form.Item name="recoveryCode" label={t('session.recoveryCode')} rules={[rules.required]}>
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <NewPasswordFields />
        <FailureNotice error={failure} />
        <div className="entry-foot">
          <Button onClick={onBack}>{t('common.back')}</Button>
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('session.recover')}
          </Button>
        </div>
      </Form>
    </EntryFrame>
  )
}
