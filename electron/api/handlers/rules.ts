import type { HandlersOf } from '../context.ts'
import { listMovers, previewRules, readRuleHistory, readRules, readStock, saveRules } from '../services/rules.ts'
import { addShippedScripts, keepScript, readScripts, readScriptsForLead } from '../services/scripts/scripts.ts'
import { changeLimits, readLimits } from '../services/thresholds.ts'

export const thresholdHandlers: HandlersOf<'thresholds'> = {
  'thresholds.get': readLimits,
  'thresholds.save': changeLimits,
}

export const ruleHandlers: HandlersOf<'rules'> = {
  'rules.get': readRules,
  'rules.history': readRuleHistory,
  'rules.stock': readStock,
  'rules.preview': previewRules,
  'rules.movers': listMovers,
  'rules.save': saveRules,
}

export const scriptHandlers: HandlersOf<'scripts'> = {
  'scripts.list': readScripts,
  'scripts.forLead': readScriptsForLead,
  'scripts.save': keepScript,
  'scripts.addDefaults': addShippedScripts,
}
