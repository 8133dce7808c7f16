import '../../../components/charts/setup/error-bars.ts'
import type { ChartData, ChartOptions } from 'chart.js'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx'
import { hatch } from '../../../components/charts/hatch.ts'
import { lineAcross } from '../../../components/charts/line-across.ts'
import { type SampleRate, SMALL_SAMPLE, sampleRate } from '../../../components/charts/sample-rate.ts'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { useIntervalText } from '../../../components/charts/use-interval-text.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { useOpenRecords } from '../blocks/records-context.ts'
import type { CaptureGroup } from './capture-view.ts'

type Props = {
  readonly title: string
  readonly groups: readonly CaptureGroup[]
  readonly nameOf: (key: string) => string
  readonly figures: 'infoCapture.byHour' | 'infoCapture.byReceiver'
  /** The rate of them all, to hold each against, and in words. */
  readonly all: number | null
  readonly allText: string
}

const HEIGHT_PX = 240

/** Capture rates as bars with their 95% interval; a small sample is hatched. */
export function CaptureRates({ title, groups, nameOf, figures, all, allText }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const colours = useChartColours()
  const open = useOpenRecords()
  const intervalOf = useIntervalText()
  const rates = useMemo(() => groups.map(({ hits, trials }) => sampleRate(hits, trials)), [groups])
  const data = useMemo(
    () =>
      dataOf(
        groups.map(({ key }) => nameOf(key)),
        rates,
        colours,
      ),
    [groups, rates, nameOf, colours],
  )
  const options = useMemo(() => optionsOf((value) => format.ratio(value, 0), all, colours), [format, all, colours])
  const rateText = (rate: SampleRate) =>
    t('charts.infoCapture.rate', { rate: format.ratio(rate.rate, 0), hits: rate.hits, trials: rate.trials })
  const pairs = groups.flatMap(({ key }, i) => {
    const rate = rates[i] ?? null
    return rate === null ? [] : [t('common.pair', { name: nameOf(key), value: rateText(rate) })]
  })
  return (
    <ChartFigure
      summary={t('charts.infoCapture.ratesSummary', { name: title, values: pairs.join(', ') })}
      note={t('figures.infoCapture.K.about')}
      heightPx={HEIGHT_PX}
      type="barWithErrorBars"
      data={data}
      options={options}
      legend={[
        { name: allText, colour: colours.amber, shape: 'dash' },
        { name: t('charts.infoCapture.interval'), colour: colours.edge, shape: 'whisker' },
        { name: t('charts.smallSample', { count: SMALL_SAMPLE }), colour: colours.main, shape: 'hatch' },
      ]}
      tipOf={({ index }) => {
        const [group, rate] = [groups[index], rates[index] ?? null]
        if (group === undefined || rate === null) return null
        return { title: nameOf(group.key), lines: [rateText(rate), ...intervalOf(rate)] }
      }}
      refOf={({ index }) => {
        const group = groups[index]
        return group === undefined || group.trials === 0
          ? null
          : { figure: `${figures}.N` as const, param: group.param }
      }}
      onOpen={open}
      table={{
        head: [
          '',
          t('figures.infoCapture.N.name'),
          t('figures.infoCapture.captured.name'),
          t('figures.infoCapture.K.name'),
          t('charts.infoCapture.interval'),
        ],
        rows: groups.map(({ key, param, hits, trials }, i) => ({
          key,
          cells: [
            nameOf(key),
            <CountLink key="N" figure={`${figures}.N`} param={param} value={trials} />,
            <CountLink key="captured" figure={`${figures}.captured`} param={param} value={hits} />,
            format.ratio(rates[i]?.rate, 0),
            t('board.between', { low: format.ratio(rates[i]?.low, 0), high: format.ratio(rates[i]?.high, 0) }),
          ],
        })),
      }}
    />
  )
}

type Bars = ChartData<'barWithErrorBars', { y: number; yMin: number; yMax: number }[], unknown>

function dataOf(names: readonly string[], rates: readonly (SampleRate | null)[], colours: ChartColours): Bars {
  const uncertain = hatch(colours.main, colours.paper)
  return {
    labels: [...names],
    datasets: [
      {
        data: rates.map((rate) => ({ y: rate?.rate ?? Number.NaN, yMin: rate?.low ?? 0, yMax: rate?.high ?? 0 })),
        backgroundColor: rates.map((rate) => (rate?.isSmall === true ? uncertain : colours.main)),
        borderColor: colours.main,
        borderWidth: 1,
        maxBarThickness: 36,
        errorBarColor: colours.edge,
        errorBarWhiskerColor: colours.edge,
        errorBarLineWidth: 1.5,
        errorBarWhiskerLineWidth: 1.5,
        errorBarWhiskerRatio: 0.3,
      },
    ],
  }
}

function optionsOf(
  tickText: (value: number) => string,
  all: number | null,
  colours: ChartColours,
): ChartOptions<'barWithErrorBars'> {
  const ticks = { color: colours.quiet, font: { size: colours.textPx } }
  const across = lineAcross({ axis: 'y', at: all ?? 0, colour: colours.amber })
  return {
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: { grid: { display: false }, border: { color: colours.grid }, ticks: { ...ticks, autoSkip: false } },
      y: {
        min: 0,
        max: 1,
        grid: { color: colours.grid },
        border: { display: false },
        ticks: { ...ticks, stepSize: 0.25, callback: (value) => tickText(Number(value)) },
      },
    },
    plugins: { annotation: { annotations: all === null ? {} : { across } } },
  }
}
