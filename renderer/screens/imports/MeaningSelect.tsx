import { AutoComplete, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ValueField } from '../../../shared/domain/import/fields.ts'
import { ChannelMeaningSelect } from './ChannelMeaningSelect.tsx'
import { useMeaningOptions } from './use-meaning-options.ts'

type Props = {
  readonly field: ValueField
  readonly value: string
  /** Names the choice for whoever does not see the line it stands in. */
  readonly label: string
  readonly meaning: string | null
  /** Other spellings of the same column, to choose among. */
  readonly spellings?: readonly string[]
  readonly onMean: (meaning: string) => void
}

/** What one value means, from what its field can mean. */
export function MeaningSelect({ field, spellings = [], ...rest }: Props) {
  if (field === 'channel') return <ChannelMeaningSelect {...rest} />
  if (field === 'model') return <ModelInput {...rest} spellings={spellings} />
  return <PlainMeaningSelect {...rest} field={field} />
}

type PartProps = Pick<Props, 'value' | 'label' | 'meaning' | 'onMean'>

/** A model's name: as written, as another line writes it, or typed. */
function ModelInput({ label, meaning, spellings, onMean }: PartProps & { readonly spellings: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <AutoComplete
      className="im-wide"
      size="small"
      aria-label={label}
      placeholder={t('imports.values.asWritten')}
      value={meaning ?? ''}
      options={spellings.map((spelling) => ({ value: spelling }))}
      showSearch={{
        filterOption: (typed, option) => (option?.value ?? '').toLowerCase().includes(typed.toLowerCase()),
      }}
      onChange={(chosen: string) => onMean(chosen)}
    />
  )
}

function PlainMeaningSelect({
  field,
  value,
  label,
  meaning,
  onMean,
}: PartProps & { readonly field: Exclude<ValueField, 'channel' | 'model'> }) {
  const { t } = useTranslation()
  const options = useMeaningOptions(field, value, meaning)
  return (
    <Select
      className="im-wide"
      size="small"
      aria-label={label}
      placeholder={t('imports.values.choose')}
      showSearch={{ optionFilterProp: 'label' }}
      value={meaning}
      options={options}
      onChange={onMean}
    />
  )
}
