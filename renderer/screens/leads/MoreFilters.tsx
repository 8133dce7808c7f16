import { Checkbox, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LeadFilter } from '../../../shared/contract/lead-list.ts'
import { type BusinessDate, parseBusinessDate } from '../../../shared/values/business-date.ts'
import { useRead } from '../../api/use-read.ts'
import { DateInput } from '../../components/forms/DateInput.tsx'
import { SILENCES, STAGE_KEYS } from './lead-list-view.ts'

type Props = {
  readonly filter: LeadFilter
  readonly isBoard: boolean
  readonly onChange: (change: Partial<LeadFilter>) => void
}

/** How many of the conditions that are folded away ask for something. */
export function countMore(filter: LeadFilter): number {
  const asked = [
    filter.stages.length > 0,
    filter.channels.length > 0,
    filter.createdFrom !== null || filter.createdTo !== null,
    filter.silent !== null,
    filter.model !== '',
    filter.batchId !== null,
  ]
  return asked.filter(Boolean).length
}

/** The conditions that are asked less often. */
export function MoreFilters({ filter, isBoard, onChange }: Props) {
  const { t } = useTranslation()
  const channels = useRead('channels.list', {}).data?.channels ?? []
  return (
    <div className="ll-filters ll-more">
      {!isBoard && (
        <Select<LeadFilter['stages']>
          mode="multiple"
          aria-label={t('leadList.filter.stages')}
          placeholder={t('leadList.filter.stages')}
          allowClear
          showSearch={false}
          maxTagCount="responsive"
          style={{ width: '9.375rem' }}
          value={filter.stages}
          onChange={(stages) => onChange({ stages })}
          options={STAGE_KEYS.map((value) => ({
            value,
            label: value === 'unknown' ? t('leadList.grid.unknownStage') : t(`codes.stage.${value}`),
          }))}
        />
      )}
      <Select<LeadFilter['channels']>
        mode="multiple"
        aria-label={t('leadList.filter.channels')}
        placeholder={t('leadList.filter.channels')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        maxTagCount="responsive"
        style={{ width: '10.625rem' }}
        value={filter.channels}
        onChange={(chosen) => onChange({ channels: chosen })}
        options={channels.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SilenceSelect silent={filter.silent} onSilent={(silent) => onChange({ silent })} />
      <CreatedRange filter={filter} onChange={onChange} />
      <Input
        key={filter.model}
        aria-label={t('leadList.filter.model')}
        placeholder={t('leadList.filter.model')}
        allowClear
        maxLength={60}
        style={{ width: '8.75rem' }}
        defaultValue={filter.model}
        onBlur={({ target }) => onChange({ model: target.value.trim() })}
        onPressEnter={({ currentTarget }) => onChange({ model: currentTarget.value.trim() })}
        onClear={() => onChange({ model: '' })}
      />
      {filter.batchId !== null && (
        <Checkbox checked onChange={() => onChange({ batchId: null })}>
          {t('leadList.filter.batch')}
        </Checkbox>
      )}
    </div>
  )
}

type SilenceProps = {
  readonly silent: LeadFilter['silent']
  readonly onSilent: (silent: LeadFilter['silent']) => void
}

function SilenceSelect({ silent, onSilent }: SilenceProps) {
  const { t } = useTranslation()
  // What an address asks for is shown although it is not offered.
  const offered = silent === null || SILENCES.some((one) => one === silent) ? SILENCES : [...SILENCES, silent]
  return (
    <Select<LeadFilter['silent']>
      aria-label={t('leadList.filter.silent')}
      placeholder={t('leadList.filter.silent')}
      allowClear
      style={{ width: '11.125rem' }}
      value={silent}
      onChange={(chosen) => onSilent(chosen ?? null)}
      options={offered.map((value) => ({
        value,
        label:
          value === 'cadence' ? t('leadList.filter.silentCadence') : t('leadList.filter.silentDays', { count: value }),
      }))}
    />
  )
}

function CreatedRange({ filter, onChange }: Pick<Props, 'filter' | 'onChange'>) {
  const { t } = useTranslation()
  const dateOf = (day: string | null): BusinessDate | null => (day === null ? null : parseBusinessDate(day))
  return (
    <span className="ll-range">
      <span className="np-muted">{t('leadList.filter.created')}</span>
      <DateInput
        ariaLabel={t('leadList.filter.createdFrom')}
        value={filter.createdFrom}
        {...(filter.createdTo === null ? {} : { max: filter.createdTo })}
        onChange={(day) => onChange({ createdFrom: dateOf(day) })}
      />
      <span aria-hidden>–</span>
      <DateInput
        ariaLabel={t('leadList.filter.createdTo')}
        value={filter.createdTo}
        {...(filter.createdFrom === null ? {} : { min: filter.createdFrom })}
        onChange={(day) => onChange({ createdTo: dateOf(day) })}
      />
    </span>
  )
}
