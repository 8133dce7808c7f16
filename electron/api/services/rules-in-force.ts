import type { Db } from '../../../db/connection.ts'
import { findNewestRuleSet, listRuleSets, type StoredRules } from '../../../db/repositories/rule-sets.ts'
import { gradeAlternatives, type RuleVersion } from '../../../shared/contract/rules.ts'
import { alternativesOf, ruleSetOf } from '../../../shared/domain/screening/rule-edits.ts'
import type { RuleSet } from '../../../shared/domain/screening/rule-set.ts'
import { defaultRuleSet } from '../../../shared/domain/screening/rule-set.ts'

/** What ships: the first version, which nobody saved. */
const shipped: RuleVersion = gradeVersion(defaultRuleSet)

function gradeVersion(ruleSet: RuleSet): RuleVersion {
  const alternatives = gradeAlternatives.parse(alternativesOf(ruleSet))
  return { version: ruleSet.version, alternatives, note: null, savedAt: null, savedByName: null }
}

/** Null when a newer program has saved rules that this one cannot read. */
function readVersion({ rules, ...stored }: StoredRules): RuleVersion | null {
  const parsed = gradeAlternatives.safeParse(JSON.parse(rules))
  return parsed.success ? { ...stored, alternatives: parsed.data } : null
}

/** Every version, newest first, the one that ships last. */
export function ruleVersions(db: Db): RuleVersion[] {
  return [...listRuleSets(db).flatMap((stored) => readVersion(stored) ?? []), shipped]
}

export function versionInForce(db: Db): RuleVersion {
  const newest = findNewestRuleSet(db)
  if (newest === null) return shipped
  return readVersion(newest) ?? ruleVersions(db)[0] ?? shipped
}

/** The rules every grade is proposed by. */
export function rulesInForce(db: Db): RuleSet {
  const { version, alternatives } = versionInForce(db)
  return version === defaultRuleSet.version ? defaultRuleSet : ruleSetOf(version, alternatives)
}
