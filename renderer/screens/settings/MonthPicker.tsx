import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { addMonths, type Month } from '../../../shared/values/business-date.ts'
import { DateInput } from '../../components/forms/DateInput.tsx'

type Props = { readonly month: Month; readonly onChange: (month: Month) => void; readonly last?: Month }

/** A month, one earlier, one later; none after `last`. */
export function MonthPicker({ month, onChange, last }: Props) {
  const { t } = useTranslation()
  return (
    <Space.Compact>
      <Button
        icon={<LeftOutlined aria-hidden />}
        aria-label={t('setup.monthBefore')}
        onClick={() => onChange(addMonths(month, -1))}
      />
      <div className="settings-month">
        <DateInput
          picker="month"
          allowClear={false}
          value={month}
          ariaLabel={t('setup.channels.month')}
          {...(last === undefined ? {} : { max: `${last}-31` })}
          onChange={(value) => value !== null && onChange(value as Month)}
        />
      </div>
      <Button
        icon={<RightOutlined aria-hidden />}
        aria-label={t('setup.monthAfter')}
        disabled={last !== undefined && month >= last}
        onClick={() => onChange(addMonths(month, 1))}
      />
    </Space.Compact>
  )
}
