import { Form, Input } from 'antd'
import type { Rule } from 'antd/es/form'
import { useTranslation } from 'react-i18next'
import type { Slot } from '../../../shared/contract/setup.ts'
import { CountInput } from '../../components/forms/CountInput.tsx'
import { useRules } from '../../components/forms/use-rules.ts'

/** One slot: what it is called, and its four clocks. Labels differ, or a grade on screen could mean two slots. */
export function GradeSlotRow({ slot, index }: { readonly slot: Slot['slot']; readonly index: number }) {
  const { t } = useTranslation()
  const rules = useRules()
  const days = t('setup.grades.days_unit')
  const of = (what: string) => `${slot} ${what}`
  const distinct: Rule = ({ getFieldValue }) => ({
    validator: (_, label: string) => {
      const labels: string[] = getFieldValue('slots').map((one: Slot) => one.label?.trim())
      const isTwice = labels.filter((one) => one === label?.trim()).length > 1
      return isTwice ? Promise.reject(new Error(t('setup.grades.labelsDiffer'))) : Promise.resolve()
    },
  })
  return (
    <>
      <strong className="settings-grades-slot">
        {slot}
        <Form.Item name={['slots', index, 'slot']} hidden>
          <Input />
        </Form.Item>
      </strong>
      <Form.Item name={['slots', index, 'label']} rules={[rules.required, distinct]}>
        <Input maxLength={12} aria-label={of(t('setup.grades.label'))} />
      </Form.Item>
      <Form.Item name={['slots', index, 'horizonDays']}>
        <CountInput
          min={1}
          max={3650}
          suffix={days}
          placeholder={t('setup.grades.horizonNone')}
          ariaLabel={of(t('setup.grades.horizon'))}
        />
      </Form.Item>
      <Form.Item name={['slots', index, 'cadenceDays']} rules={[rules.given]}>
        <CountInput min={1} max={365} suffix={days} ariaLabel={of(t('setup.grades.cadence'))} />
      </Form.Item>
      <Form.Item name={['slots', index, 'firstContactHours']} rules={[rules.given]}>
        <CountInput
          min={1}
          max={720}
          suffix={t('setup.grades.hours_unit')}
          ariaLabel={of(t('setup.grades.firstContact'))}
        />
      </Form.Item>
      <Form.Item name={['slots', index, 'dormantDays']} rules={[rules.given]}>
        <CountInput min={1} max={3650} suffix={days} ariaLabel={of(t('setup.grades.dormant'))} />
      </Form.Item>
    </>
  )
}
