import { useTranslation } from 'react-i18next'
import { isShipped } from '../../../shared/domain/screening/rule-edits.ts'
import type { RuleSet } from '../../../shared/domain/screening/rule-set.ts'
import { useGradeLabels } from '../../components/ui/use-grade-labels.ts'

/** Why a grade is proposed: the method's own sentence as long as the rule is the method's, and that it is the store's otherwise. */
export function useRuleWords(ruleSet: RuleSet): (id: string) => string {
  const { t } = useTranslation()
  const labels = useGradeLabels()
  return (id) => {
    const rule = ruleSet.rules.find((one) => one.id === id)
    if (rule !== undefined && !isShipped(rule)) return t('rules.own', { label: labels[rule.grade] ?? rule.grade })
    return t(`leads.screening.rule.${id as 'ready_to_buy'}`)
  }
}
