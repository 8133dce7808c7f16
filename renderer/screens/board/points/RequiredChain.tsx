import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FigureName, type NamedFigure } from '../blocks/FigureName.tsx'
import { Decimal, Percent } from '../blocks/Numbers.tsx'
import { Section } from '../blocks/Section.tsx'
import type { PointData } from '../point-data.ts'

/** Backwards from the rest of the target to the visitors it takes, read forwards: visitors, contacts, work, deals. */
export function RequiredChain({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const { stillRequired: required, experience } = data
  return (
    <Section title={t('charts.targetProgress.required2')} note={t('charts.targetProgress.required2Note')}>
      <div className="bd-required">
        <Step of="targetProgress.requiredN">
          <Decimal value={required.N} places={0} />
        </Step>
        <Arrow of="funnel.K" rate={experience.K} />
        <Step of="targetProgress.requiredCaptured">
          <Decimal value={required.captured} places={0} />
        </Step>
        <Arrow of="funnel.F" rate={experience.F} />
        <Step of="targetProgress.requiredWorked">
          <Decimal value={required.worked} places={0} />
        </Step>
        <Arrow of="funnel.C" rate={experience.C} />
        <Step of="targetProgress.fromNew">
          <Decimal value={required.fromNew} />
        </Step>
        <span className="bd-required-sign">{t('board.formulas.plus')}</span>
        <Step of="targetProgress.fromStock">
          <Decimal value={required.fromStock} />
        </Step>
        <span className="bd-required-sign">{t('charts.targetProgress.covers')}</span>
        <Step of="targetProgress.remaining">
          <Decimal value={required.deals} />
        </Step>
      </div>
      {required.N === null && (
        <small className="np-muted">
          {t(`charts.targetProgress.${required.deals === null ? 'chainWithoutTarget' : 'chainWithoutRates'}`)}
        </small>
      )}
    </Section>
  )
}

function Step({ of, children }: { readonly of: NamedFigure; readonly children: ReactNode }) {
  return (
    <div className="bd-required-step">
      <small className="np-muted">
        <FigureName of={of} />
      </small>
      <strong>{children}</strong>
    </div>
  )
}

function Arrow({ of, rate }: { readonly of: NamedFigure; readonly rate: number | null }) {
  const { t } = useTranslation()
  return (
    <div className="bd-required-arrow np-muted">
      <small>
        <FigureName of={of} />
      </small>
      <span>
        {t('board.formulas.times')} <Percent value={rate} /> {t('charts.targetProgress.arrow')}
      </span>
    </div>
  )
}
