import '../../../components/charts/setup/line.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BreakdownKey } from '../../../../shared/domain/breakdowns.ts'
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx'
import type { LegendEntry } from '../../../components/charts/ChartLegend.tsx'
import type { Mark } from '../../../components/charts/chart-mark.ts'
import { useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { useOpenRecords } from '../blocks/records-context.ts'
import { EXPECTED, FORECAST, paceData, paceOptions, SUM } from './pace-drawing.ts'
import type { PaceDay } from './pace-view.ts'

type Props = {
  readonly days: readonly PaceDay[]
  /** Deals, or the first visits they need. */
  readonly of: 'deals' | 'visits'
  readonly figure: BreakdownKey
  readonly target: number | null
  readonly summary: string
}

/** A running sum as steps, held against what is wanted by each day, and where it is going. */
export function PaceChart({ days, of, figure, target, summary }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const colours = useChartColours()
  const open = useOpenRecords()
  const said = usePaceText(of)
  const end = days.findLastIndex(({ sum }) => sum !== null)
  const labels = useMemo(() => days.map(({ date }) => format.dayMonth(date)), [days, format])
  const data = useMemo(() => paceData(days, labels, colours), [days, labels, colours])
  const targetText = target === null ? null : t('charts.targetProgress.target', { target: format.decimal(target) })
  const options = useMemo(() => {
    const today = { index: end, text: t('charts.targetProgress.asOf', { date: labels[end] ?? '' }) }
    return paceOptions(today, target === null ? null : { value: target, text: targetText ?? '' }, colours)
  }, [end, labels, target, targetText, colours, t])
  // All lines of a day are met at once; one of them speaks for all.
  const speaks = ({ datasetIndex, index }: Mark) => datasetIndex === speakerOf(days[index])
  const tipOf = (mark: Mark) => {
    const day = days[mark.index]
    return day === undefined || !speaks(mark) ? null : { title: said.title(day), lines: said.lines(day) }
  }
  const refOf = ({ index }: Mark) => {
    const day = days[index]
    return day === undefined || day.count === null || day.count === 0 ? null : { figure, param: day.date }
  }
  return (
    <ChartFigure
      summary={summary}
      heightPx={300}
      type="line"
      data={data}
      options={options}
      legend={useLegend(days, of)}
      tipOf={tipOf}
      refOf={refOf}
      onOpen={open}
      table={{
        head: [
          t('charts.targetProgress.date'),
          t('charts.targetProgress.thatDay'),
          t('charts.targetProgress.total'),
          t(of === 'deals' ? 'charts.targetProgress.expected' : 'charts.targetProgress.needed'),
          ...(of === 'deals' ? [t('charts.targetProgress.forecast')] : []),
        ],
        rows: days.map((day) => ({ key: day.date, cells: cellsOf(day) })),
      }}
    />
  )

  function cellsOf({ date, count, sum, expected, forecast }: PaceDay) {
    return [
      format.date(date),
      count === null ? '–' : <CountLink key="day" figure={figure} param={date} value={count} />,
      format.count(sum),
      format.decimal(expected),
      ...(of === 'deals' ? [format.decimal(forecast?.deals ?? null)] : []),
    ]
  }
}

function speakerOf(day: PaceDay | undefined): number {
  if (day === undefined || day.sum !== null) return SUM
  return day.forecast === null ? EXPECTED : FORECAST
}

/** What a day says when it is pointed at. */
function usePaceText(of: Props['of']) {
  const { t } = useTranslation()
  const format = useFormats()
  const isDeals = of === 'deals'
  return {
    title: ({ date, isOpen }: PaceDay) => {
      const text = format.weekdayDate(date)
      return isOpen ? text : `${text} · ${t('charts.targetProgress.closed')}`
    },
    lines: ({ count, sum, expected, forecast, required }: PaceDay): readonly string[] => {
      const [low, high] = [format.count(forecast?.low ?? null), format.count(forecast?.high ?? null)]
      const value = format.decimal(expected)
      return [
        count === null
          ? null
          : t(isDeals ? 'charts.targetProgress.day' : 'charts.targetProgress.dayVisits', {
              count: format.count(count),
            }),
        sum === null ? null : t('charts.targetProgress.sum', { count: format.count(sum) }),
        expected === null
          ? null
          : t(isDeals ? 'charts.targetProgress.expectedLine' : 'charts.targetProgress.neededLine', { value }),
        forecast === null || sum !== null
          ? null
          : t('charts.targetProgress.forecastLine', { value: format.decimal(forecast.deals), low, high }),
        required === null || sum !== null
          ? null
          : t('charts.targetProgress.requiredLine', { value: format.decimal(required) }),
      ].filter((line) => line !== null)
    },
  }
}

function useLegend(days: readonly PaceDay[], of: Props['of']): readonly LegendEntry[] {
  const { t } = useTranslation()
  const colours = useChartColours()
  const isDeals = of === 'deals'
  const sum = isDeals ? 'charts.targetProgress.actual' : 'charts.targetProgress.visits'
  const expected = isDeals ? 'charts.targetProgress.expected' : 'charts.targetProgress.needed'
  const isAhead = days.some(({ sum: known, forecast }) => known === null && forecast !== null)
  const entries: readonly (LegendEntry | false)[] = [
    { name: t(sum), colour: colours.main, shape: 'line' },
    days.some((day) => day.expected !== null) && { name: t(expected), colour: colours.edge, shape: 'dash' },
    isDeals && isAhead && { name: t('charts.targetProgress.forecast'), colour: colours.main, shape: 'dash' },
    isDeals && isAhead && { name: t('charts.targetProgress.fan'), colour: colours.heat(0.3).ground, shape: 'box' },
    days.some((day) => day.required !== null) && {
      name: t('charts.targetProgress.required'),
      colour: colours.amber,
      shape: 'dash',
    },
  ]
  return entries.filter((entry) => entry !== false)
}
