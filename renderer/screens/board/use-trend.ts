import { useTranslation } from 'react-i18next'
import type { Tile } from '../../../shared/contract/board.ts'
import type { TrendDot } from '../../components/charts/TrendChart.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { headlinePlaces } from './control-point.ts'
import { axisText, periodText } from './periods.ts'

type Trend = {
  readonly dots: readonly TrendDot[]
  readonly format: (value: number) => string
  readonly summary: string
  /** False: no period has a value, and there is nothing to draw. */
  readonly isKnown: boolean
}

/** A tile's trend ready to be drawn, and in words. */
export function useTrend({ key, trend }: Tile): Trend {
  const { t } = useTranslation()
  const format = useFormats()
  const valueText = (value: number | null) => format.ratio(value, headlinePlaces(key))
  const dots = trend.map(({ from, to, asOf, headline }) => ({
    label: axisText(format, { from, to }),
    title: `${periodText(format, { from, to })} · ${t('board.trend.asOf', { date: format.dayMonth(asOf) })}`,
    value: headline,
  }))
  const values = dots.map(({ label, value }) => t('board.trend.point', { period: label, value: valueText(value) }))
  const summary = t('board.trend.summary', { name: t(`board.headline.${key}`), values: values.join(', ') })
  return { dots, format: valueText, summary, isKnown: trend.some(({ headline }) => headline !== null) }
}
