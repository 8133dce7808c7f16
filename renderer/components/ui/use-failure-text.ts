import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ApiFailure } from '../../api/api-failure.ts'

/** The sentence for a refusal, with what the person needs to act on it: how long to wait, the number of an internal error. */
export function useFailureText(): (error: ApiFailure) => string {
  const { t } = useTranslation()
  return ({ failure }) => {
    const { seconds, requestId } = failure.params
    if (failure.code === 'too_many_tries' && seconds !== undefined) return waitText(t, Number(seconds))
    const parts = [t(`failure.${failure.code}`, failure.params)]
    if (failure.code === 'internal' && requestId !== undefined) parts.push(t('common.requestId', { id: requestId }))
    return parts.join(' ')
  }
}

/** Nobody counts in seconds what takes longer than a minute and a half. */
const LONGEST_IN_SECONDS = 90

function waitText(t: TFunction, seconds: number): string {
  if (seconds <= LONGEST_IN_SECONDS) return t('common.waitSeconds', { seconds })
  return t('common.waitMinutes', { minutes: Math.ceil(seconds / 60) })
}
