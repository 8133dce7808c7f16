import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Status } from '../../../shared/contract/session.ts'
import { enterStatus } from '../../api/session.ts'
import { useFormAct } from '../../components/forms/use-form-act.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useEntry } from '../../stores/entry.ts'
import { EntryFrame } from './EntryFrame.tsx'
import { NewPasswordFields } from './NewPasswordFields.tsx'

type Values = { readonly staffId: string; readonly password: string; readonly repeat: string }

/** A store that came along as an export has people but no secrets: its owner sets the first one. */
export function ClaimForm({ status }: { readonly status: Status }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Values>()
  const { submit, isPending, failure } = useFormAct(form, 'setup.claimStore', {
    said: false,
    onDone: (claimed) => {
      useEntry.getState().showRecoveryCode(claimed.recoveryCode)
      enterStatus(claimed.status)
    },
  })
  return (
    <EntryFrame title={status.storeName ?? t('session.signIn')}>
      <p className="entry-lead">{t('setup.claim.text')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ staffId: status.unclaimedBy[0]?.id }}
        onFinish={({ staffId, password }) => submit({ staffId, password })}
      >
        <Form.Item name="staffId" label={t('setup.claim.who')}>
          <Select options={status.unclaimedBy.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <NewPasswordFields />
        <FailureNotice error={failure} />
        <div className="entry-foot">
          <span />
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('setup.claim.ok')}
          </Button>
        </div>
      </Form>
    </EntryFrame>
  )
}
