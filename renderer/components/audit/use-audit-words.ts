import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { ERASED_TEXT } from '../../../shared/values/erased.ts'
import { useFormats } from '../../i18n/use-formats.ts'

/** What an entry of the trail says, in words. */
export type AuditWords = {
  readonly who: (entry: AuditEntry) => string
  readonly what: (entry: AuditEntry) => string
  /** Whom or what it was about; empty where that is said otherwise. */
  readonly about: (entry: AuditEntry) => string
  readonly detail: (entry: AuditEntry) => string
}

/** Codes that stand alone. */
const CODES = ['moved', 'here', 'wrong_secret', 'too_many_tries', 'forbidden', 'not_yours'] as const
/** Codes with a number. */
const COUNTS = ['rows', 'of', 'found', 'wait'] as const
const ABOUT_A_RECORD = /^(?:leads|visits|followUps)\./

export function useAuditWords(): AuditWords {
  const { t, i18n } = useTranslation()
  const format = useFormats()

  /** One code of a detail; what no dictionary knows stands as it is. */
  const word = (code: string): string => {
    const [name = '', value = ''] = code.split('=')
    const counted = COUNTS.find((one) => one === name)
    if (counted !== undefined) return t(`audit.detail.${counted}`, { n: format.count(Number(value)) })
    const plain = CODES.find((one) => one === code)
    if (plain !== undefined) return t(`audit.detail.${plain}`)
    if (code === 'by=number') return t('audit.detail.byNumber')
    if (name === 'contact') return t(value === 'full' ? 'audit.detail.full' : 'audit.detail.masked')
    if (name === 'backups') return ''
    const screen = `common.nav.${code.split('.')[0] ?? ''}`
    return i18n.exists(screen) ? t(screen as 'common.nav.board') : code
  }
  const words = (text: string | null) =>
    (text ?? '')
      .split(' ')
      .map((code) => (code === '' ? '' : word(code)))
      .filter((said) => said !== '')

  return {
    who: ({ staffName, staffId, kind }) =>
      staffName ?? staffId ?? t(kind === 'refused' ? 'audit.unknownVisitor' : 'audit.program'),
    // An older program may have known what this one does not.
    what: ({ operation }) => {
      const key = `audit.act.${operation}`
      return i18n.exists(key) ? t(key as 'audit.act.leads.get') : operation
    },
    about: ({ about, subject, operation, kind, staffId }) => {
      if (subject === staffId) return ''
      if (about === ERASED_TEXT) return t('audit.erased')
      if (about !== null) return about
      if (subject === null || kind === 'exported') return ''
      if (/^\d{4}-\d\d(?:-\d\d)?$|^ninepoint-/.test(subject)) return subject
      return ABOUT_A_RECORD.test(operation) ? t('audit.gone') : ''
    },
    detail: ({ about, subject, detail, kind }) =>
      [...(kind === 'exported' && about === null ? words(subject) : []), ...words(detail)].join(' · '),
  }
}
