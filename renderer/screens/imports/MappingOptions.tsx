import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileReading } from '../../../shared/contract/imports.ts'
import type { Mapping } from '../../../shared/domain/import/fields.ts'
import { ChannelMeaningSelect } from './ChannelMeaningSelect.tsx'
import { useYearOptions } from './use-year-options.ts'

type Props = {
  readonly reading: FileReading
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

/** What no single cell can decide. Only the questions this file raises are asked. */
export function MappingOptions({ reading, mapping, onChange }: Props) {
  const { t } = useTranslation()
  const years = useYearOptions(reading)
  const { withoutYear, yearLast, blank } = reading.dates
  const orders = (['mdy', 'dmy'] as const).map((value) => ({ value, label: t(`imports.options.${value}`) }))
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.options.title')}</h2>
        <span className="np-muted">{t('imports.options.noTime')}</span>
      </div>
      <div className="im-options">
        {withoutYear > 0 && (
          <Option label={t('imports.options.year', { count: withoutYear })}>
            <Select
              value={mapping.year ?? 0}
              options={years}
              onChange={(year) => onChange({ ...mapping, year: year === 0 ? null : year })}
            />
          </Option>
        )}
        {yearLast > 0 && (
          <Option label={t('imports.options.dateOrder', { count: yearLast })}>
            <Select
              value={mapping.dateOrder}
              options={orders}
              onChange={(dateOrder) => onChange({ ...mapping, dateOrder })}
            />
          </Option>
        )}
        {blank > 0 && <BlankDates count={blank} mapping={mapping} onChange={onChange} />}
        {mapping.columns.channel === undefined && (
          <Option label={t('imports.options.channel')}>
            <ChannelMeaningSelect
              value=""
              meaning={mapping.defaultChannel}
              onMean={(defaultChannel) => onChange({ ...mapping, defaultChannel })}
            />
          </Option>
        )}
        <KnownPhones mapping={mapping} onChange={onChange} />
      </div>
    </section>
  )
}

function BlankDates({ count, mapping, onChange }: Pick<Props, 'mapping' | 'onChange'> & { readonly count: number }) {
  const { t } = useTranslation()
  const options: { value: Mapping['blankDate']; label: string }[] = [
    { value: 'leave_out', label: t('imports.options.leaveOut') },
    { value: 'as_above', label: t('imports.options.asAbove') },
  ]
  return (
    <Option label={t('imports.options.blankDate', { count })}>
      <Select
        value={mapping.blankDate}
        options={options}
        onChange={(blankDate) => onChange({ ...mapping, blankDate })}
      />
    </Option>
  )
}

function KnownPhones({ mapping, onChange }: Pick<Props, 'mapping' | 'onChange'>) {
  const { t } = useTranslation()
  const options: { value: Mapping['knownPhone']; label: string }[] = [
    { value: 'same_person', label: t('imports.options.samePerson') },
    { value: 'skip', label: t('imports.options.skip') },
  ]
  return (
    <Option label={t('imports.options.knownPhone')}>
      <Select
        value={mapping.knownPhone}
        options={options}
        onChange={(knownPhone) => onChange({ ...mapping, knownPhone })}
      />
    </Option>
  )
}

function Option({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <label className="im-option">
      <span>{label}</span>
      {children}
    </label>
  )
}
