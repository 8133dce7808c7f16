import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Tile } from '../../../shared/contract/board.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { TrendChart } from '../../components/charts/TrendChart.tsx'
import { LETTERS, numberOf } from './control-point.ts'
import { HeadlineValue } from './HeadlineValue.tsx'
import { useAdviceText } from './use-advice-text.ts'
import { useLimitsText } from './use-limits-text.ts'
import { useTrend } from './use-trend.ts'

/** One control point on the board; all of it opens its page. */
export function TileCard({ tile, report }: { readonly tile: Tile; readonly report: Report }) {
  const { t } = useTranslation()
  const adviceText = useAdviceText()
  const limitsText = useLimitsText()
  const navigate = useNavigate()
  const page = `/board/${tile.key}`
  const { dots, format, summary, isKnown } = useTrend(tile)
  return (
    <article className="bd-tile">
      <h2 className="bd-tile-head">
        <span className="bd-number">{numberOf(tile.key)}</span>
        <Link to={page} className="bd-tile-link" title={limitsText(tile.threshold)}>
          {t(`board.point.${tile.key}`)}
        </Link>
        <span className="bd-letter">{LETTERS[tile.key] ?? t('board.letterAll')}</span>
      </h2>
      <div className="bd-tile-body">
        <HeadlineValue tile={tile} report={report} />
        <div className="bd-tile-chart">
          {isKnown && (
            <TrendChart
              dots={dots}
              limits={tile.threshold}
              format={format}
              summary={summary}
              onOpen={() => void navigate(page)}
            />
          )}
        </div>
      </div>
      <p className="bd-advice">{adviceText(tile.advice)}</p>
    </article>
  )
}
