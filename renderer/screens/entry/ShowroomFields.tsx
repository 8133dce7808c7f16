import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { TimeZoneSelect } from '../../components/forms/TimeZoneSelect.tsx'
import { useRules } from '../../components/forms/use-rules.ts'
import { WeekdayChecks } from '../../components/forms/WeekdayChecks.tsx'

export function ShowroomFields() {
  const { t } = useTranslation()
  const rules = useRules()
  return (
    <>
      <Form.Item name="storeName" label={t('setup.storeName')} rules={[rules.required]}>
        <Input autoFocus maxLength={80} placeholder={t('setup.storeNamePlaceholder')} />
      </Form.Item>
      <Form.Item name="openWeekdays" label={t('setup.openWeekdays')} rules={[rules.given]}>
        <WeekdayChecks />
      </Form.Item>
      <Form.Item name="timeZone" label={t('setup.timeZone')} rules={[rules.given]}>
        <TimeZoneSelect />
      </Form.Item>
    </>
  )
}
