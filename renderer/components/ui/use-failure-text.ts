import { useTranslation } from 'react-i18next'
import type { ApiFailure } from '../../api/api-failure.ts'

/** The sentence for a refusal, with what the person needs to act on it: how long to wait, the number of an internal error. */
export function useFailureText(): (error: ApiFailure) => string {
  const { t } = useTranslation()
  return ({ failure }) => {
    const parts = [t(`failure.${failure.code}`, failure.params)]
    const { seconds, requestId } = failure.params
    if (failure.code === 'too_many_tries' && seconds !== undefined) parts.push(t('common.waitSeconds', { seconds }))
    if (failure.code === 'internal' && requestId !== undefined) parts.push(t('common.requestId', { id: requestId }))
    return parts.join(' ')
  }
}
