import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MANAGERS, OWNER } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'
import { useTour } from '../../stores/tour.ts'
import { GoButton } from '../ui/GoButton.tsx'
import './first-steps.css'

/** In a showroom that has nothing yet: what to do first, each with its button, and where to practise. */
export function FirstSteps() {
  const { t } = useTranslation()
  const { can } = useSession()
  const start = useTour((state) => state.start)
  return (
    <section className="fs-card" aria-labelledby="fs-title">
      <h2 id="fs-title">{t('tour.firstSteps.title')}</h2>
      <ol>
        <FirstStep text={t('tour.firstSteps.visit')}>
          <GoButton to="/visits?open=visit" isSmall>
            {t('tour.firstSteps.visitAction')}
          </GoButton>
        </FirstStep>
        {can(MANAGERS) && (
          <FirstStep text={t('tour.firstSteps.imports')}>
            <GoButton to="/import" isQuiet isSmall>
              {t('tour.firstSteps.importsAction')}
            </GoButton>
          </FirstStep>
        )}
        {can(OWNER) && (
          <FirstStep text={t('tour.firstSteps.people')}>
            <GoButton to="/settings/people" isQuiet isSmall>
              {t('tour.firstSteps.peopleAction')}
            </GoButton>
          </FirstStep>
        )}
        {can(MANAGERS) && (
          <FirstStep text={t('tour.firstSteps.target')}>
            <GoButton to="/settings/targets" isQuiet isSmall>
              {t('tour.firstSteps.targetAction')}
            </GoButton>
          </FirstStep>
        )}
        <FirstStep text={t('tour.firstSteps.tour')}>
          <Button size="small" onClick={() => start()}>
            {t('tour.firstSteps.tourAction')}
          </Button>
        </FirstStep>
      </ol>
    </section>
  )
}

function FirstStep({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <li>
      <span>{text}</span>
      {children}
    </li>
  )
}
