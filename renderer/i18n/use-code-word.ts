import { useTranslation } from 'react-i18next'
import type { zh } from './zh.ts'

/** The word for a code that may not be one of ours (an import keeps foreign reasons as they are): then the value itself. */
export function useCodeWord(): (list: keyof typeof zh.codes, code: string | null) => string {
  const { t, i18n } = useTranslation()
  return (list, code) => {
    if (code === null) return t('common.notGiven')
    const key = `codes.${list}.${code}`
    return i18n.exists(key) ? t(key as 'codes.role.owner') : code
  }
}
