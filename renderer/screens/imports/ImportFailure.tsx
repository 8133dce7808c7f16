import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { UnreadableCause } from '../../../shared/domain/import/fields.ts'
import type { ApiFailure } from '../../api/api-failure.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'

/** A refusal of the importer: where a file cannot be read, why, and what to do about it. */
export function ImportFailure({ error }: { readonly error: ApiFailure | null }) {
  const { t } = useTranslation()
  const cause = error?.failure.params['cause']
  if (error?.failure.code !== 'file_unreadable' || typeof cause !== 'string') return <FailureNotice error={error} />
  // The gate sends only the causes of its own list.
  const sentence = t(`imports.cause.${cause as UnreadableCause}`, error.failure.params)
  return <Alert type="error" showIcon role="alert" title={sentence} className="im-gap" />
}
