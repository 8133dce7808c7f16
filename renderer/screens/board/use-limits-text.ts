import { useTranslation } from 'react-i18next'
import type { Tile } from '../../../shared/contract/board.ts'
import { useFormats } from '../../i18n/use-formats.ts'

/** From where a light is green and below what it is red, and whether the method says so or we do (domain.md 4). */
export function useLimitsText(): (threshold: Tile['threshold']) => string {
  const { t } = useTranslation()
  const format = useFormats()
  return ({ amberFrom, greenFrom, source }) =>
    t('board.thresholdNote', {
      limits: t('board.threshold', { green: format.ratio(greenFrom, 0), amber: format.ratio(amberFrom, 0) }),
      source: t(`rules.thresholds.source.${source}`),
    })
}
