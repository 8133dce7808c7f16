import { useTranslation } from 'react-i18next'
import type { FigureKey } from '../../../../shared/domain/breakdowns.ts'
import type { RATIO_FIGURES } from '../../../../shared/domain/ratio-figures.ts'

/** Figures without a list of their own: quotients of something else, money, days, what is expected. */
type OtherKey =
  | 'customerTypes.sieve'
  | 'customerTypes.stockValue'
  | 'customerTypes.stockCoverage'
  | 'visitorRecording.counted'
  | 'leadAllocation.balance'
  | 'followUpWorkload.donePerDay'
  | 'sellingSkill.interval'
  | `leadSources.${'need' | 'reach' | 'cost' | 'costPerVisit' | 'costPerCaptured' | 'costPerDeal' | 'grossProfit' | 'roi'}`
  | `targetProgress.${'target' | 'expectedByNow' | 'remaining' | 'openDaysSoFar' | 'openDaysLeft'}`
  | `targetProgress.${'forecast' | 'forecastInterval' | 'fromStock' | 'fromNew'}`
  | `targetProgress.${'requiredWorked' | 'requiredCaptured' | 'requiredN'}`
export type NamedFigure = FigureKey | keyof typeof RATIO_FIGURES | OtherKey

/** A figure's name, what it means on hover. */
export function FigureName({ of }: { readonly of: NamedFigure }) {
  const { t } = useTranslation()
  return (
    <span className="bd-name" title={t(`figures.${of}.about`)}>
      {t(`figures.${of}.name`)}
    </span>
  )
}
