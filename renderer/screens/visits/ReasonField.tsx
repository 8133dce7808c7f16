import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { NOT_CAPTURED_REASONS } from '../../../shared/values/vocabulary.ts'
import { ChoiceButtons } from '../../components/floor/ChoiceButtons.tsx'

/** Why nobody left a contact. */
export function ReasonField() {
  const { t } = useTranslation()
  return (
    <Form.Item name="notCapturedReason" label={t('visits.form.reason')}>
      <ChoiceButtons
        clearable
        ariaLabel={t('visits.form.reason')}
        choices={NOT_CAPTURED_REASONS.map((value) => ({ value, label: t(`codes.notCaptured.${value}`) }))}
      />
    </Form.Item>
  )
}
