import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { newChannel, parseNewChannel } from '../../../shared/domain/import/suggest-channel.ts'
import { CHANNEL_GROUPS } from '../../../shared/values/vocabulary.ts'
import { useRead } from '../../api/use-read.ts'

type Props = {
  /** As the file writes it; '' for rows that do not say. */
  readonly value: string
  readonly label: string
  readonly meaning: string | null
  readonly onMean: (meaning: string) => void
}

/** A channel of the store, or a new one named as in the file. */
export function ChannelMeaningSelect({ value, label, meaning, onMean }: Props) {
  const { t } = useTranslation()
  const channels = useRead('channels.list', {}).data?.channels ?? []
  const name = value === '' ? t('imports.values.unknownSource') : value
  const asNew = (wanted: string, group: (typeof CHANNEL_GROUPS)[number]) => ({
    value: newChannel(group, wanted),
    label: t('imports.values.newChannel', { name: wanted, group: t(`codes.channelGroup.${group}`) }),
  })
  const chosen = meaning === null ? null : parseNewChannel(meaning)
  const offered = CHANNEL_GROUPS.map((group) => asNew(name, group))
  const isOffered = chosen === null || offered.some((option) => option.value === meaning)
  const options = [
    ...CHANNEL_GROUPS.map((group) => ({
      label: t(`codes.channelGroup.${group}`),
      options: channels.filter((channel) => channel.group === group).map((one) => ({ value: one.id, label: one.name })),
    })).filter((group) => group.options.length > 0),
    {
      label: t('imports.values.newChannels'),
      options: isOffered || chosen === null ? offered : [asNew(chosen.name, chosen.group), ...offered],
    },
  ]
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
