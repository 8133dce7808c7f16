import { DatePicker, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Scope } from '../../../shared/contract/board.ts'
import { MANAGERS } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'
import { DateInput } from '../../components/forms/DateInput.tsx'
import { PERIOD_PRESETS, type PeriodPreset, useBoardPeriod } from '../../stores/board-period.ts'

type Props = {
  readonly scope: Scope
  readonly asOf: string | undefined
  /** The page is about the whole store, whoever is chosen elsewhere. */
  readonly isOfStore?: boolean
}

/** Period, as-of and person, above the board and each of its pages. */
export function PeriodBar({ scope, asOf, isOfStore = false }: Props) {
  const { t } = useTranslation()
  const { today, can } = useSession()
  const choice = useBoardPeriod()
  const [latest, earliest] = [scope.to < today ? today : scope.to, scope.from]

  const choosePreset = (preset: PeriodPreset) =>
    preset === 'custom' ? choice.chooseDays(scope.from, scope.to) : choice.choosePreset(preset)

  return (
    <div className="bd-period" role="group" aria-label={t('board.period.label')}>
      <Segmented
        aria-label={t('board.period.label')}
        value={choice.preset}
        onChange={choosePreset}
        options={PERIOD_PRESETS.map((value) => ({ value, label: t(`board.period.${value}`) }))}
      />
      {choice.preset === 'custom' && <DaysInput from={scope.from} to={scope.to} onChange={choice.chooseDays} />}
      <label className="bd-period-field">
        <span>{t('board.period.asOf')}</span>
        <DateInput
          ariaLabel={t('board.period.asOf')}
          value={scope.asOf ?? asOf ?? null}
          min={earliest}
          max={latest}
          allowClear={choice.asOf !== null}
          onChange={choice.chooseAsOf}
        />
      </label>
      {can(MANAGERS) && !isOfStore && <PersonSelect value={choice.staffId} onChange={choice.choosePerson} />}
    </div>
  )
}

type DaysProps = {
  readonly from: string
  readonly to: string
  readonly onChange: (from: string, to: string) => void
}

function DaysInput({ from, to, onChange }: DaysProps) {
  return (
    <DatePicker.RangePicker
      value={[dayjs(from), dayjs(to)]}
      format="YYYY-MM-DD"
      allowClear={false}
      style={{ width: '15rem' }}
      onChange={(days) => {
        const [first, last] = days ?? []
        if (first && last) onChange(first.format('YYYY-MM-DD'), last.format('YYYY-MM-DD'))
      }}
    />
  )
}

type PersonProps = { readonly value: string | null; readonly onChange: (staffId: string | null) => void }

/** An id may be any text, so that the store needs a value none of them can have. */
const STORE = '\u0000store'

function PersonSelect({ value, onChange }: PersonProps) {
  const { t } = useTranslation()
  const { people } = useSession()
  const sellers = people.filter(({ role, id }) => role === 'salesperson' || role === 'manager' || id === value)
  return (
    <Select
      aria-label={t('board.period.person')}
      value={value ?? STORE}
      onChange={(chosen) => onChange(chosen === STORE ? null : chosen)}
      style={{ minWidth: '7.25rem' }}
      options={[
        { value: STORE, label: t('board.period.store') },
        ...sellers.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
