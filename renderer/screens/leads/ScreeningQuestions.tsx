import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { STAGES } from '../../../shared/values/grade.ts'
import { ChoiceButtons } from '../../components/floor/ChoiceButtons.tsx'
import { CountInput } from '../../components/forms/CountInput.tsx'

const HORIZONS = [1, 3, 6, 12] as const
const YES_NO = ['yes', 'no', 'unknown'] as const

/** What a salesperson asks, the most decisive first. */
export function ScreeningQuestions({ expected }: { readonly expected: string | null }) {
  const { t } = useTranslation()
  const fact = (name: 'stage' | 'budget' | 'decider' | 'competitor' | 'waitingFor' | 'model') =>
    t(`leads.screening.fact.${name}`)
  return (
    <div>
      <Form.Item
        name="horizonMonths"
        label={t('leads.screening.fact.horizonMonths')}
        {...(expected === null ? {} : { extra: t('leads.screening.expectedOn', { date: expected }) })}
      >
        <HorizonInput />
      </Form.Item>
      <YesNoItem name="selectionStarted" />
      <Form.Item name="stage" label={fact('stage')}>
        <ChoiceButtons
          ariaLabel={fact('stage')}
          choices={[
            ...STAGES.map((value) => ({ value, label: t(`codes.stage.${value}`) })),
            { value: 'unknown', label: t('leads.screening.notAsked') },
          ]}
        />
      </Form.Item>
      <Form.Item name="waitingFor" label={fact('waitingFor')}>
        <Input maxLength={120} placeholder={t('leads.screening.waitingHint')} />
      </Form.Item>
      <div className="fl-two">
        <YesNoItem name="wantsNewCar" />
        <YesNoItem name="contentWithCurrent" />
        <Form.Item name="model" label={fact('model')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="budget" label={fact('budget')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="decider" label={fact('decider')}>
          <Input maxLength={60} placeholder={t('leads.screening.deciderHint')} />
        </Form.Item>
        <Form.Item name="competitor" label={fact('competitor')}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
    </div>
  )
}

function YesNoItem({ name }: { readonly name: 'selectionStarted' | 'wantsNewCar' | 'contentWithCurrent' }) {
  const { t } = useTranslation()
  const label = t(`leads.screening.fact.${name}`)
  const words = { yes: t('common.yes'), no: t('common.no'), unknown: t('leads.screening.notAsked') }
  return (
    <Form.Item name={name} label={label}>
      <ChoiceButtons ariaLabel={label} choices={YES_NO.map((value) => ({ value, label: words[value] }))} />
    </Form.Item>
  )
}

type HorizonProps = { readonly value?: number | null; readonly onChange?: (months: number | null) => void }

function HorizonInput({ value = null, onChange }: HorizonProps) {
  const { t } = useTranslation()
  return (
    <div className="ld-horizon">
      <ChoiceButtons
        ariaLabel={t('leads.screening.fact.horizonMonths')}
        choices={HORIZONS.map((count) => ({ value: count, label: t('leads.screening.months', { count }) }))}
        value={HORIZONS.find((months) => months === value) ?? null}
        clearable
        onChange={(months) => onChange?.(months)}
      />
      <div className="ld-horizon-other">
        <CountInput
          value={value}
          max={120}
          ariaLabel={t('leads.screening.otherMonths')}
          placeholder={t('leads.screening.otherMonths')}
          onChange={(months) => onChange?.(months)}
        />
      </div>
    </div>
  )
}
