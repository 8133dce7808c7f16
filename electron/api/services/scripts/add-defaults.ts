import type { Db } from '../../../../db/connection.ts'
import { listScripts, saveScript } from '../../../../db/repositories/scripts.ts'
import { defaultScriptsEn } from './default-scripts-en.ts'
import { defaultScriptsZh } from './default-scripts-zh.ts'

const DEFAULTS = { zh: defaultScriptsZh, en: defaultScriptsEn }

/** Adds the scripts that ship; answers how many. One that is there, under its id or its title, stays as the store has made it. */
export function addDefaultScripts(db: Db, language: 'zh' | 'en'): number {
  const kept = listScripts(db)
  const missing = DEFAULTS[language].filter(
    ({ id, title }) => !kept.some((script) => script.id === id || script.title === title),
  )
  for (const script of missing) saveScript(db, { ...script, active: true })
  return missing.length
}
