import { useTranslation } from 'react-i18next'
import type { StatedFact } from '../../../shared/domain/screening/screen.ts'

/** A known fact as a few words: "3 个月内购车". */
export function useFactWords(): (stated: StatedFact) => string {
  const { t } = useTranslation()
  return ({ fact, value }) => {
    switch (fact) {
      case 'horizonMonths':
        return value === 0 ? t('leads.screening.says.thisMonth') : t('leads.screening.says.horizonMonths', { value })
      case 'selectionStarted':
      case 'wantsNewCar':
      case 'contentWithCurrent':
        return t(`leads.screening.says.${fact}.${value === true ? 'yes' : 'no'}`)
      case 'stage':
        return t('leads.screening.says.stage', { value: t(`codes.stage.${String(value)}` as 'codes.stage.desire') })
      case 'waitingFor':
      case 'budget':
      case 'decider':
      case 'competitor':
        return t(`leads.screening.says.${fact}`, { value })
    }
  }
}
