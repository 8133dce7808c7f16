import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRules } from '../../components/forms/use-rules.ts'

/** A password, twice: the fields `password` and `repeat` of whatever form they stand in. */
export function NewPasswordFields() {
  const { t } = useTranslation()
  const rules = useRules()
  return (
    <>
      <Form.Item
        name="password"
        label={t('session.newPassword')}
        extra={t('setup.passwordHint')}
        rules={[rules.required, rules.password]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t('session.repeatPassword')}
        dependencies={['password']}
        rules={[rules.required, rules.sameAs('password')]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
