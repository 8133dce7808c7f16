import { CheckCircleFilled, CloseOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../api/use-act.ts'
import { type UndoOffer, useUndo } from '../../stores/undo.ts'
import { KeyCaps } from '../keys/KeyCaps.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { useFailureText } from '../ui/use-failure-text.ts'
import { useCountdown } from './use-countdown.ts'
import './undo.css'

const SAID_MS = 4_000

/**
 * At the foot of every screen, in a row of its own so that it lies over nothing: what was just done, in words, and for ten seconds
 * the way to take it back, by button or by Ctrl+Z. The offer stays over a change of screen and goes with the person.
 */
export function UndoBar() {
  const { offer, drop } = useUndo()
  const { undo, isPending, isUndone } = useTakeBack()
  const { t } = useTranslation()
  useEffect(() => () => drop(), [drop])
  useShortcuts({ undo: offer === null || isPending ? undefined : () => undo(offer) })
  return (
    <div className="np-undo np-no-print" role="status">
      {offer !== null && <Offer key={offer.undoId} offer={offer} isPending={isPending} onUndo={() => undo(offer)} />}
      {offer === null && isUndone && <span className="np-undo-said">{t('undo.done')}</span>}
    </div>
  )
}

type OfferProps = { readonly offer: UndoOffer; readonly isPending: boolean; readonly onUndo: () => void }

function Offer({ offer, isPending, onUndo }: OfferProps) {
  const { t } = useTranslation()
  const dropOffer = useUndo((state) => state.drop)
  const drop = useCallback(() => dropOffer(offer.undoId), [dropOffer, offer.undoId])
  const [isHovered, setHovered] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const left = useCountdown(isHovered || isFocused || isPending, drop)
  return (
    <div
      className="np-undo-bar"
      onMouseEnter={() => setHovered(true)}
      onMouseLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <span className="np-undo-said">
        <CheckCircleFilled aria-hidden /> {offer.said}
      </span>
      <span className="np-undo-left np-num" aria-hidden>
        {t('undo.left', { seconds: Math.max(left, 0) })}
      </span>
      <Button size="small" type="primary" title={t('undo.hint')} loading={isPending} onClick={onUndo}>
        {t('undo.act')}
      </Button>
      <KeyCaps of="undo" />
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('undo.close')} onClick={drop} />
    </div>
  )
}

/** Takes an offer back and says so; what has laid it out beside what it reads is told (use-undone.ts). */
function useTakeBack() {
  const { message } = App.useApp()
  const failureText = useFailureText()
  const { drop, note } = useUndo()
  const { mutate, isPending } = useAct('acts.undo')
  const [isUndone, setUndone] = useState(false)
  useEffect(() => {
    if (!isUndone) return
    const timer = window.setTimeout(() => setUndone(false), SAID_MS)
    return () => window.clearTimeout(timer)
  }, [isUndone])
  const undo = useCallback(
    ({ undoId }: UndoOffer) => {
      leaveBar()
      mutate(
        { undoId },
        {
          onSuccess: (undone) => {
            setUndone(true)
            note(undone)
          },
          onError: (error) => void message.error(failureText(error)),
          onSettled: () => drop(undoId),
        },
      )
    },
    [drop, note, mutate, message, failureText],
  )
  return { undo, isPending, isUndone }
}

/** The button goes with the offer; whoever had pressed it stands on the screen again. */
function leaveBar(): void {
  if (document.activeElement?.closest('.np-undo') !== null) document.getElementById('content')?.focus()
}
