import { CloseOutlined } from '@ant-design/icons'
import { Button, Checkbox, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Condition } from '../../../../shared/domain/screening/rule-set.ts'
import { STAGES } from '../../../../shared/values/grade.ts'
import { partsOf, withParts } from './rule-draft.ts'
import { useConditionWords } from './use-condition-words.ts'

type Of<F extends Condition['fact']> = Extract<Condition, { fact: F }>
type YesNoFact = 'selectionStarted' | 'wantsNewCar' | 'contentWithCurrent'
type Change = (condition: Condition | null) => void

/** One condition in words, with what can be changed in its place. */
export function ConditionInput({ condition, onChange }: { readonly condition: Condition; readonly onChange: Change }) {
  const { t } = useTranslation()
  const words = useConditionWords()
  return (
    <span className="rules-condition">
      <Parts condition={condition} onChange={onChange} />
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('rules.removeCondition', { condition: words(condition) })}
        onClick={() => onChange(null)}
      />
    </span>
  )
}

function Parts({ condition, onChange }: { readonly condition: Condition; readonly onChange: Change }) {
  const words = useConditionWords()
  switch (condition.fact) {
    case 'horizonMonths':
      return <HorizonParts condition={condition} onChange={onChange} />
    case 'selectionStarted':
    case 'wantsNewCar':
    case 'contentWithCurrent':
      return <YesNoParts condition={condition} onChange={onChange} />
    case 'stage':
      return <StageParts condition={condition} onChange={onChange} />
    case 'waitingFor':
    case 'budget':
    case 'decider':
    case 'competitor':
      return <span>{words(condition)}</span>
  }
}

function HorizonParts({ condition, onChange }: { readonly condition: Of<'horizonMonths'>; readonly onChange: Change }) {
  const { t } = useTranslation()
  const { side, unit } = partsOf(condition)
  return (
    <>
      <span>{t('rules.condition.horizon')}</span>
      <Select
        size="small"
        aria-label={t('rules.condition.side')}
        value={side}
        popupMatchSelectWidth={false}
        options={(['within', 'beyond'] as const).map((value) => ({ value, label: t(`rules.condition.${value}`) }))}
        onChange={(value) => onChange(withParts(condition, { side: value }))}
      />
      <InputNumber<number>
        size="small"
        aria-label={t('rules.condition.number')}
        value={condition.value}
        min={unit === 'days' ? 1 : 0}
        max={unit === 'days' ? 3650 : 120}
        precision={0}
        onChange={(value) => {
          if (value !== null) onChange(withParts(condition, { value }))
        }}
      />
      <Select
        size="small"
        aria-label={t('rules.condition.unit')}
        value={unit}
        popupMatchSelectWidth={false}
        options={(['months', 'days'] as const).map((value) => ({ value, label: t(`rules.condition.${value}`) }))}
        onChange={(value) => onChange(withParts(condition, { unit: value }))}
      />
    </>
  )
}

function YesNoParts({ condition, onChange }: { readonly condition: Of<YesNoFact>; readonly onChange: Change }) {
  const { t } = useTranslation()
  const fact = condition.fact as YesNoFact
  return (
    <Select
      size="small"
      variant="borderless"
      aria-label={t(`rules.fact.${fact}`)}
      value={condition.value}
      popupMatchSelectWidth={false}
      options={[
        { value: true, label: t(`rules.condition.${fact}.yes`) },
        { value: false, label: t(`rules.condition.${fact}.no`) },
      ]}
      onChange={(value) => onChange({ ...condition, value })}
    />
  )
}

function StageParts({ condition, onChange }: { readonly condition: Of<'stage'>; readonly onChange: Change }) {
  const { t } = useTranslation()
  return (
    <>
      <span>{t('rules.condition.stage')}</span>
      <Checkbox.Group
        aria-label={t('rules.fact.stage')}
        value={[...condition.value]}
        options={STAGES.map((value) => ({ value, label: t(`codes.stage.${value}`) }))}
        // In the order of the stages, so that the same ticks are the same rule.
        onChange={(ticked) => onChange({ ...condition, value: STAGES.filter((stage) => ticked.includes(stage)) })}
      />
    </>
  )
}
