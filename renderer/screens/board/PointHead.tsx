import { useTranslation } from 'react-i18next'
import { isBeyond, TrendChart } from '../../components/charts/TrendChart.tsx'
import { HeadlineValue } from './HeadlineValue.tsx'
import type { PointData } from './point-data.ts'
import { useAdviceText } from './use-advice-text.ts'
import { useLimitsText } from './use-limits-text.ts'
import { useTrend } from './use-trend.ts'

/** The top of a control point's page: headline, light and its limits, what to do next, and the trend. */
export function PointHead({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const limitsText = useLimitsText()
  const adviceText = useAdviceText()
  const { tile, report } = data
  const { dots, format: valueText, summary, isKnown } = useTrend(tile)
  return (
    <section className="bd-head">
      <div className="bd-head-text">
        <HeadlineValue tile={tile} report={report} />
        <p className="bd-head-advice">{adviceText(tile.advice)}</p>
        <small className="np-muted">{limitsText(tile.threshold)}</small>
      </div>
      <figure className="bd-head-trend">
        <figcaption className="np-muted">
          {t(isKnown ? 'board.trend.note' : 'board.trend.none')}
          {isBeyond(dots, tile.threshold) && <span className="bd-beyond">{t('board.trend.beyond')}</span>}
        </figcaption>
        <div className="bd-head-chart">
          {isKnown && <TrendChart dots={dots} limits={tile.threshold} format={valueText} summary={summary} withAxes />}
        </div>
      </figure>
    </section>
  )
}
