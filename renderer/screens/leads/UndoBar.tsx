import { App, Button } from 'antd'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../api/use-act.ts'
import { useFailureText } from '../../components/ui/use-failure-text.ts'
import { useLeadUndo } from '../../stores/lead-undo.ts'

const OFFERED_MS = 10_000
const TYPING = 'input, textarea, [contenteditable], [role="dialog"]'

/** The last act on leads can be taken back for ten seconds, by button or by Ctrl+Z. */
export function UndoBar() {
  const { t } = useTranslation()
  const { offer, drop } = useLeadUndo()
  const undo = useUndo()

  useEffect(() => {
    if (offer === null) return
    const timer = window.setTimeout(drop, OFFERED_MS)
    return () => window.clearTimeout(timer)
  }, [offer, drop])

  useEffect(() => {
    if (offer === null) return
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
      // A box that is ticked is no text: there Ctrl+Z has nothing else to undo.
      const isTyping = event.target instanceof Element && event.target.closest(TYPING) !== null
      const isTick = event.target instanceof HTMLInputElement && event.target.type === 'checkbox'
      if (isTyping && !isTick) return
      event.preventDefault()
      undo(offer.undoId)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [offer, undo])

  return (
    <div className="ll-undo" role="status">
      {offer !== null && (
        <div className="ll-undo-bar">
          <span>{offer.said}</span>
          <Button size="small" type="primary" title={t('leadList.undo.hint')} onClick={() => undo(offer.undoId)}>
            {t('leadList.undo.act')}
          </Button>
          <Button size="small" type="text" onClick={drop}>
            {t('leadList.undo.close')}
          </Button>
        </div>
      )}
    </div>
  )
}

function useUndo(): (undoId: string) => void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const drop = useLeadUndo((state) => state.drop)
  const { mutate } = useAct('leads.undo')
  return useCallback(
    (undoId) => {
      drop()
      mutate(
        { undoId },
        {
          onSuccess: () => void message.success(t('leadList.undo.done')),
          onError: (error) => void message.error(failureText(error)),
        },
      )
    },
    [drop, mutate, message, t, failureText],
  )
}
