import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ApiFailure } from '../../api/api-failure.ts'
import { useFailureText } from './use-failure-text.ts'

type Props = {
  readonly error: ApiFailure | null
  readonly onRetry?: () => void
  /** Stands alone on the window instead of inside a screen. */
  readonly isPage?: boolean
}

/** A refusal as a sentence in the person's language; nothing when there is none. */
export function FailureNotice({ error, onRetry, isPage = false }: Props) {
  const { t } = useTranslation()
  const textOf = useFailureText()
  if (error === null) return null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={textOf(error)}
      style={isPage ? { maxWidth: 560, margin: '20vh auto' } : { marginBottom: 16 }}
      action={
        onRetry === undefined ? undefined : (
          <Button size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )
      }
    />
  )
}
