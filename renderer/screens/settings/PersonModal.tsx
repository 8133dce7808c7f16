import { Alert, Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StaffRow } from '../../../shared/contract/setup.ts'
import { ROLES, type Role } from '../../../shared/values/vocabulary.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraft } from '../../components/drafts/use-draft.ts'
import { CountInput } from '../../components/forms/CountInput.tsx'
import { useFormAct } from '../../components/forms/use-form-act.ts'
import { useRules } from '../../components/forms/use-rules.ts'
import { useReturnFocus } from '../../components/keys/use-return-focus.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'

type Values = {
  readonly name: string
  readonly role: Role
  readonly dailyCapacity: number | null
  readonly secret?: string
}
type Props = { readonly person: StaffRow | null; readonly onClose: () => void }

const DEFAULT_CAPACITY = 15

/** Adds a person together with their PIN, or changes one. */
export function PersonModal({ person, onClose }: Props) {
  const { t } = useTranslation()
  useReturnFocus()
  const [form] = Form.useForm<Values>()
  const rules = useRules()
  const role = Form.useWatch('role', form) ?? person?.role ?? 'salesperson'
  const isNew = person === null
  const isOwner = role === 'owner'
  const secret = useFormAct(form, 'people.setSecret', { onDone: onClose })
  const initial = person ?? { role: 'salesperson' as const, dailyCapacity: DEFAULT_CAPACITY }
  const draft = useDraft(form, {
    form: 'person',
    subject: person?.id ?? '',
    initial,
    isEdit: !isNew,
    // A secret is typed anew; it lies nowhere but as its hash.
    leaveOut: ['secret'],
  })
  const save = useFormAct(form, 'people.save', {
    draft,
    ...(isNew ? { said: false } : {}),
    // If the PIN is refused after all, the person is there and the list says that it is missing.
    onDone: ({ id }) => (isNew ? secret.submit({ staffId: id, secret: form.getFieldValue('secret') }) : onClose()),
  })
  const send = ({ name, dailyCapacity }: Values) =>
    save.submit({ id: person?.id ?? null, name, role, active: person?.active ?? true, dailyCapacity })

  return (
    <Modal
      open
      title={t(isNew ? 'setup.people.add' : 'setup.people.edit')}
      okText={t('common.save')}
      confirmLoading={save.isPending || secret.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <DraftNotice draft={draft} />
      <Form form={form} layout="vertical" initialValues={initial} onValuesChange={draft.keep} onFinish={send}>
        <Form.Item name="name" label={t('setup.people.name')} rules={[rules.required]}>
          <Input autoFocus maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t('setup.people.role')}>
          <Select options={ROLES.map((value) => ({ value, label: t(`codes.role.${value}`) }))} />
        </Form.Item>
        {!isNew && isOwner !== (person.role === 'owner') && (
          <Alert type="warning" showIcon title={t('setup.people.ownerSecretNote')} style={{ marginBottom: 16 }} />
        )}
        <Form.Item name="dailyCapacity" label={t('setup.people.capacity')} extra={t('setup.people.capacityHint')}>
          <CountInput max={500} suffix={t('setup.people.perDay')} />
        </Form.Item>
        {isNew && (
          <Form.Item
            name="secret"
            label={t(isOwner ? 'setup.people.firstPassword' : 'setup.people.firstPin')}
            rules={[rules.required, isOwner ? rules.password : rules.pin]}
          >
            <Input autoComplete="off" maxLength={isOwner ? 200 : 6} />
          </Form.Item>
        )}
      </Form>
      <FailureNotice error={save.failure ?? secret.failure} />
    </Modal>
  )
}
