import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../api/use-act.ts'
import { useFailureText } from '../ui/use-failure-text.ts'

type Decision = 'confirmed' | 'refused'

/** A manager's word on a requested loss. */
export function useDecideLoss() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const { mutate, isPending } = useAct('leads.decideLoss', { said: (_, { decision }) => t(`leads.loss.${decision}`) })
  const decide = (requestId: string, decision: Decision) =>
    mutate({ requestId, decision }, { onError: (error) => void message.error(failureText(error)) })
  return { decide, isPending }
}
