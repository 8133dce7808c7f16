import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../shared/values/vocabulary.ts'
import { useTour } from '../stores/tour.ts'
import { TourCard } from './TourCard.tsx'
import { useEnterDemo } from './use-enter-demo.ts'
import { focusCard } from './use-step-focus.ts'
import { useTourKeys } from './use-tour-keys.ts'

/** Asked for in a showroom of one's own: the way to the demo, where trying harms nothing. */
export function TourOffer({ role }: { readonly role: Role }) {
  const { t } = useTranslation()
  const stop = useTour((state) => state.stop)
  const { enter, isPending } = useEnterDemo()
  const card = useRef<HTMLElement>(null)
  useTourKeys({ card, onLeave: stop })
  useEffect(() => focusCard(card.current), [])
  return (
    <TourCard
      ref={card}
      title={t('tour.offer.title')}
      target={null}
      onClose={stop}
      footer={
        <>
          <Button size="small" type="primary" loading={isPending} onClick={() => enter(role)}>
            {t('tour.offer.go')}
          </Button>
          <Button size="small" onClick={stop}>
            {t('tour.offer.later')}
          </Button>
        </>
      }
    >
      <p>{t('tour.offer.text')}</p>
    </TourCard>
  )
}
