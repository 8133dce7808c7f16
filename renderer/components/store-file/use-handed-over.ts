import { App } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** What to say when a packed showroom is handed over to somebody who may not open it: who may. Stable as long as the language is. */
export function useHandedOver(): () => void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  return useCallback(() => void message.info(t('data.bring.signInFirst'), 8), [message, t])
}
