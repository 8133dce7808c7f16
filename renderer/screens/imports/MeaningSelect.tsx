import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ValueField } from '../../../shared/domain/import/fields.ts'
import { ChannelMeaningSelect } from './ChannelMeaningSelect.tsx'
import { useMeaningOptions } from './use-meaning-options.ts'

type Props = {
  readonly field: ValueField
  readonly value: string
  readonly meaning: string | null
  readonly onMean: (meaning: string) => void
}

/** What one value means, from what its field can mean. */
export function MeaningSelect(props: Props) {
  if (props.field === 'channel') return <ChannelMeaningSelect {...props} />
  return <PlainMeaningSelect {...props} field={props.field} />
}

function PlainMeaningSelect({
  field,
  value,
  meaning,
  onMean,
}: Props & { readonly field: Exclude<ValueField, 'channel'> }) {
  const { t } = useTranslation()
  const options = useMeaningOptions(field, meaning)
  return (
    <Select
      className="im-wide"
      size="small"
      aria-label={t('common.pair', { name: value || t('imports.values.blank'), value: t('imports.values.meaning') })}
      placeholder={t('imports.values.choose')}
      showSearch={{ optionFilterProp: 'label' }}
      status={meaning === null ? 'error' : ''}
      value={meaning}
      options={options}
      onChange={onMean}
    />
  )
}
