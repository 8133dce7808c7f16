import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../shared/values/vocabulary.ts'
import { useLeaveDemo } from '../app/use-leave-demo.ts'
import { useEntry } from '../stores/entry.ts'
import { useTour } from '../stores/tour.ts'
import { TourCard } from './TourCard.tsx'
import { focusCard } from './use-step-focus.ts'
import { useTourKeys } from './use-tour-keys.ts'

/** One sentence on where to go on, and the way to a showroom of one's own. */
export function TourEnd({ role }: { readonly role: Role }) {
  const { t } = useTranslation()
  const { finish, hasOwnStore } = useTour()
  const card = useRef<HTMLElement>(null)
  const end = () => finish(role)
  const goOwn = useLeaveDemo(() => {
    end()
    useEntry.getState().setCreating(!hasOwnStore)
  })
  useTourKeys({ card, onLeave: end })
  useEffect(() => focusCard(card.current), [])
  return (
    <TourCard
      ref={card}
      title={t('tour.end.title')}
      target={null}
      onClose={end}
      footer={
        <>
          <Button size="small" type="primary" onClick={goOwn}>
            {t(hasOwnStore ? 'tour.end.back' : 'tour.end.create')}
          </Button>
          <Button size="small" onClick={end}>
            {t('tour.end.stay')}
          </Button>
        </>
      }
    >
      <p>{t(`tour.${role}.end`)}</p>
    </TourCard>
  )
}
