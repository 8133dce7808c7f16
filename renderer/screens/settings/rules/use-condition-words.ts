import { useTranslation } from 'react-i18next'
import type { Condition } from '../../../../shared/domain/screening/rule-set.ts'
import { partsOf } from './rule-draft.ts'

/** A condition as it is said: "购车期限 不超过 3 个月". */
export function useConditionWords(): (condition: Condition) => string {
  const { t } = useTranslation()
  return (condition) => {
    switch (condition.fact) {
      case 'horizonMonths': {
        const { side, unit } = partsOf(condition)
        const [limit, of] = [t(`rules.condition.${side}`), t(`rules.condition.${unit}`)]
        return `${t('rules.condition.horizon')} ${limit} ${condition.value} ${of}`
      }
      case 'selectionStarted':
      case 'wantsNewCar':
      case 'contentWithCurrent':
        return t(`rules.condition.${condition.fact}.${condition.value ? 'yes' : 'no'}`)
      case 'stage': {
        const stages = condition.value.map((stage) => t(`codes.stage.${stage}`))
        return `${t('rules.condition.stage')} ${stages.join(' / ')}`
      }
      case 'waitingFor':
      case 'budget':
      case 'decider':
      case 'competitor':
        return t(`rules.condition.${condition.fact}`)
    }
  }
}
