import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { enterStatus } from '../api/session.ts'
import { useAct } from '../api/use-act.ts'
import { useTour } from '../stores/tour.ts'

/** Back from the demo showroom to the real one. */
export function useLeaveDemo(onLeft?: () => void): () => void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { mutate } = useAct('setup.leaveDemo')
  return () =>
    mutate(
      {},
      {
        onSuccess: (status) => {
          useTour.getState().stop()
          onLeft?.()
          enterStatus(status)
        },
        onError: (error) => void message.error(t(`failure.${error.failure.code}`)),
      },
    )
}
