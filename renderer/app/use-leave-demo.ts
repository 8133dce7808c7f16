import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { enterStatus } from '../api/session.ts'
import { useAct } from '../api/use-act.ts'

/** Back from the demo showroom to the real one. */
export function useLeaveDemo(): () => void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { mutate } = useAct('setup.leaveDemo')
  return () =>
    mutate({}, { onSuccess: enterStatus, onError: (error) => void message.error(t(`failure.${error.failure.code}`)) })
}
