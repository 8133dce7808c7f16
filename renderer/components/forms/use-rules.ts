import type { Rule } from 'antd/es/form'
import { useTranslation } from 'react-i18next'

/** The checks that need no server, in the words of the server's own faults. */
export function useRules() {
  const { t } = useTranslation()
  return {
    required: { required: true, whitespace: true, message: t('issue.required') },
    /** For values that are not text. */
    given: { required: true, message: t('issue.required') },
    pin: { pattern: /^\d{6}$/, message: t('issue.pin_form') },
    password: { min: 8, message: t('issue.password_short') },
    sameAs:
      (field: string | string[]): Rule =>
      ({ getFieldValue }) => ({
        validator: (_, value) =>
          value === getFieldValue(field) ? Promise.resolve() : Promise.reject(new Error(t('issue.passwords_differ'))),
      }),
  } satisfies Record<string, Rule | ((field: string | string[]) => Rule)>
}
