import { Select } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { OWNER } from '../../../shared/contract/operation.ts'
import type { ValueField } from '../../../shared/domain/import/fields.ts'
import { newChannel } from '../../../shared/domain/import/suggest-channel.ts'
import { CHANNEL_GROUPS } from '../../../shared/values/vocabulary.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { type ValueGroup, withMeanings } from './meaning-view.ts'
import type { DraftHandle } from './use-draft.ts'
import { type MeaningOption, newPersonMeaning, useMeaningOptions } from './use-meaning-options.ts'

type Props = { readonly group: ValueGroup; readonly handle: DraftHandle }

const EACH = 'each:'

/** One answer for every value that has none yet: the same for all, or each something new of its own name. */
export function RestSelect({ group, handle }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const options = useRestOptions(group.field)
  const { mapping } = handle.draft
  const answerRest = (chosen: string) => {
    const open = group.rows.filter(({ state }) => state === 'open')
    handle.answer(
      withMeanings(
        mapping,
        group.field,
        open.map(({ value }) => [value, meaningFor(t, group.field, chosen, value)] as const),
      ),
    )
  }
  return (
    <Select
      size="small"
      className="im-rest"
      popupMatchSelectWidth={false}
      aria-label={t('imports.values.rest', { rows: group.open })}
      placeholder={t('imports.values.rest', { rows: format.count(group.open) })}
      value={null}
      options={options}
      onChange={(chosen: string) => answerRest(chosen)}
    />
  )
}

function useRestOptions(field: ValueField): MeaningOption[] {
  const { t } = useTranslation()
  const channels = useRead('channels.list', {}, { enabled: field === 'channel' }).data?.channels ?? []
  // Channels and models have lists of their own; nothing else of theirs is used.
  const plain = useMeaningOptions(field === 'channel' || field === 'model' ? 'gender' : field, '', null)
  const mayAdd = useSession().can(OWNER)
  if (field === 'channel') {
    return [
      ...CHANNEL_GROUPS.map((group) => {
        return {
          value: `${EACH}${group}`,
          label: t('imports.values.eachNewChannel', { group: t(`codes.channelGroup.${group}`) }),
        }
      }),
      ...channels.map(({ id, name }) => ({ value: id, label: name })),
    ]
  }
  if (field === 'receivedBy') {
    const each = t('imports.values.eachNewPerson')
    const label = mayAdd ? each : `${each} · ${t('imports.values.ownerOnly')}`
    return [{ value: EACH, label, disabled: !mayAdd }, ...plain]
  }
  return field === 'model' ? [] : plain
}

function meaningFor(t: TFunction, field: ValueField, chosen: string, value: string): string {
  if (!chosen.startsWith(EACH)) return chosen
  if (field === 'channel') {
    const group = CHANNEL_GROUPS.find((one) => chosen === `${EACH}${one}`) ?? 'walk_in'
    return newChannel(group, value === '' ? t('imports.values.unknownSource') : value)
  }
  // A row without a name cannot become somebody.
  return value.trim() === '' ? '' : newPersonMeaning(value)
}
