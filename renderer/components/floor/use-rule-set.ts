import { useMemo } from 'react'
import { ruleSetOf } from '../../../shared/domain/screening/rule-edits.ts'
import type { RuleSet } from '../../../shared/domain/screening/rule-set.ts'
import { useRead } from '../../api/use-read.ts'

/** The screening rules in force; null until they are read. */
export function useRuleSet(): RuleSet | null {
  const rules = useRead('rules.get', {}).data
  return useMemo(() => (rules === undefined ? null : ruleSetOf(rules.version, rules.alternatives)), [rules])
}
