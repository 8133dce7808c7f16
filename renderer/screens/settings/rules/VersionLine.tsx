import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleVersion } from '../../../../shared/contract/rules.ts'
import { useFormats } from '../../../i18n/use-formats.ts'

type Props = { readonly inForce: RuleVersion; readonly isEdited: boolean; readonly children: ReactNode }

/** Which version is in force, and whose it is. */
export function VersionLine({ inForce, isEdited, children }: Props) {
  const { t } = useTranslation()
  const savedBy = useSavedBy()
  return (
    <div className="rules-version">
      <strong>{t('rules.version', { version: inForce.version })}</strong>
      <span className="np-muted">{[savedBy(inForce), inForce.note].filter((part) => part !== null).join(' · ')}</span>
      {isEdited && <span className="settings-day-low">{t('rules.editing')}</span>}
      <span className="settings-sum">{children}</span>
    </div>
  )
}

/** "许经理于 5月3日保存", or that it is what ships. */
export function useSavedBy(): (saved: Pick<RuleVersion, 'savedAt' | 'savedByName'>) => string {
  const { t } = useTranslation()
  const format = useFormats()
  return ({ savedAt, savedByName }) =>
    savedAt === null
      ? t('rules.shipped')
      : t('rules.savedBy', { name: savedByName ?? '–', date: format.fullDateTime(savedAt) })
}
