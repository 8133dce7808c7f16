import { App } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'

/** Asks before unsaved changes are left behind, by a link, a tab or closing the window. */
export function useUnsavedGuard(isDirty: boolean): void {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const blocker = useBlocker(isDirty)

  useEffect(() => {
    if (blocker.state !== 'blocked') return
    const question = modal.confirm({
      title: t('common.unsaved.leaveTitle'),
      content: t('common.unsaved.leaveText'),
      okText: t('common.unsaved.discard'),
      cancelText: t('common.unsaved.stay'),
      // A second Enter must not throw away what was typed.
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    })
    return () => question.destroy()
  }, [blocker, modal, t])

  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
}
