import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRules } from '../../components/forms/use-rules.ts'

export function OwnerFields() {
  const { t } = useTranslation()
  const rules = useRules()
  return (
    <>
      <p className="entry-lead">{t('setup.ownerNote')}</p>
      <Form.Item name={['owner', 'name']} label={t('setup.ownerName')} rules={[rules.required]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['owner', 'password']}
        label={t('setup.password')}
        extra={t('setup.passwordHint')}
        rules={[rules.required, rules.password]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name={['owner', 'repeat']}
        label={t('setup.repeatPassword')}
        dependencies={[['owner', 'password']]}
        rules={[rules.required, rules.sameAs(['owner', 'password'])]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
