import { useIsFetching } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { Role } from '../../shared/values/vocabulary.ts'
import { useSession } from '../api/session.ts'
import { useTour } from '../stores/tour.ts'
import { TourCard } from './TourCard.tsx'
import { TourEnd } from './TourEnd.tsx'
import { TourOffer } from './TourOffer.tsx'
import { TOURS, type TourStep } from './tour-steps.ts'
import { useSight } from './use-sight.ts'
import { useStepDone } from './use-step-done.ts'
import { focusWithin, useStepFocus } from './use-step-focus.ts'
import { useTourKeys } from './use-tour-keys.ts'

/** The tour over whatever screen is open. It is hands-on and writes records, so it runs in the demo showroom alone. */
export function Tour() {
  const asked = useTour((state) => state.asked)
  const { me, isDemo } = useSession()
  if (asked === null) return null
  const role = asked === 'own' ? me.role : asked
  return isDemo && role === me.role ? <Running role={role} /> : <TourOffer role={role} />
}

function Running({ role }: { readonly role: Role }) {
  const { places, goTo } = useTour()
  const at = places[role] ?? 0
  const steps: readonly TourStep[] = TOURS[role]
  const step = steps[at]
  useEffect(() => {
    goTo(role, at)
  }, [role, at, goTo])
  if (step === undefined) return <TourEnd role={role} />
  return <Step key={step.id} role={role} step={step} at={at} total={steps.length} onNext={() => goTo(role, at + 1)} />
}

type StepProps = {
  readonly role: Role
  readonly step: TourStep
  readonly at: number
  readonly total: number
  readonly onNext: () => void
}

function Step({ role, step, at, total, onNext }: StepProps) {
  const { t } = useTranslation()
  const stop = useTour((state) => state.stop)
  const { message } = App.useApp()
  const { pathname } = useLocation()
  const isHere = step.stand.isHere.test(pathname)
  const sight = useSight(isHere ? step.targets : step.stand.way)
  const isLoading = useIsFetching() > 0
  const isMissing = useLate(sight === null && !isLoading, MISSING_MS)
  const isAway = useLate(!isHere, AWAY_MS)
  const card = useRef<HTMLElement>(null)
  const isLook = step.done.by === 'next'
  const leave = () => {
    stop()
    void message.info(t('tour.left', { button: t(at > 0 ? 'tour.resume' : 'tour.start') }))
  }
  useStepDone(step, onNext)
  useStepFocus({
    card,
    sight,
    within: isHere ? step.focus : undefined,
    isOnTarget: isAway || (isHere && step.focus !== undefined),
    isOnCard: isHere && (isMissing || (isLook && sight !== null)),
  })
  useTourKeys({ card, onLeave: leave, toPage: () => focusWithin(sight?.element ?? null) })
  // Not in the corner for a blink before it knows where to stand.
  if ((sight === null && !isMissing) || (!isHere && !isAway)) return null
  const words = `tour.${role}.${step.id}` as 'tour.owner.chain'
  return (
    <TourCard
      ref={card}
      title={t(`${words}.title`)}
      position={t('tour.position', { at: at + 1, total })}
      target={sight?.box ?? null}
      onClose={leave}
      footer={
        <Button size="small" type={isHere && (isLook || isMissing) ? 'primary' : 'default'} onClick={onNext}>
          {t(isLook || isMissing ? 'tour.next' : 'tour.skip')}
        </Button>
      }
    >
      {isHere ? <p>{t(`${words}.text`)}</p> : <p className="np-tour-way">{t('tour.way')}</p>}
      {isHere && isMissing && <p className="np-muted">{t('tour.nothing')}</p>}
      {at === 0 && <p className="np-muted">{t('tour.keys')}</p>}
    </TourCard>
  )
}

/** Long enough for a screen that has read its data to show it. */
const MISSING_MS = 1000
/** Longer than any way from one screen to the next, and than a closing panel takes to hand the focus back. */
const AWAY_MS = 500

/** True once something has been so for a while without a break. */
function useLate(isSo: boolean, afterMs: number): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (!isSo) return
    const timer = setTimeout(() => setLate(true), afterMs)
    return () => clearTimeout(timer)
  }, [isSo, afterMs])
  return isSo && isLate
}
