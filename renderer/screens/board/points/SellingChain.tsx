import '../../../components/charts/setup/error-bars.ts'
import type { ChartData, ChartOptions } from 'chart.js'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx'
import { DotChart, type DotRow } from '../../../components/charts/DotChart.tsx'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { useIntervalText } from '../../../components/charts/use-interval-text.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { type RecordsRef, useOpenRecords } from '../blocks/records-context.ts'
import type { ChainStep, StepKey } from './selling-skill-view.ts'

type Steps = { readonly steps: readonly ChainStep[] }

/** How many go from each step on to the next: bars of counts, each with the interval its share leaves open. */
export function ChainBars({ steps }: Steps) {
  const { t } = useTranslation()
  const format = useFormats()
  const colours = useChartColours()
  const open = useOpenRecords()
  const intervalText = useIntervalText()
  const labels = useMemo(
    () =>
      steps.map(({ key, count, rate }) => [
        t('charts.sellingSkill.count', { name: t(`charts.sellingSkill.steps.${key}`), count: format.count(count) }),
        ...(key === 'captured' ? [] : [shareText(key, rate === null ? '–' : format.ratio(rate.rate, 0))]),
      ]),
    [steps, t, format],
  )
  function shareText(key: Exclude<StepKey, 'captured'>, rate: string): string {
    return t('charts.sellingSkill.ofWhole', { whole: t(`charts.sellingSkill.wholes.${key}`), rate })
  }
  const data = useMemo(() => barsOf(steps, labels, colours), [steps, labels, colours])
  const options = useMemo(() => barOptions(colours), [colours])
  return (
    <ChartFigure
      title={t('charts.sellingSkill.counts')}
      summary={t('charts.sellingSkill.summary', { steps: labels.map((lines) => lines.join(' ')).join(', ') })}
      heightPx={steps.length * 50 + 36}
      type="barWithErrorBars"
      data={data}
      options={options}
      tipOf={({ index }) => {
        const rate = steps[index]?.rate ?? null
        return { title: labels[index]?.join(' · ') ?? '', lines: rate === null ? [] : intervalText(rate) }
      }}
      refOf={({ index }) => refOf(steps[index])}
      onOpen={open}
      table={useChainTable(steps)}
    />
  )
}

function refOf(step: ChainStep | undefined): RecordsRef | null {
  return step === undefined || step.count === 0 ? null : step.behind
}

function useChainTable(steps: readonly ChainStep[]) {
  const { t } = useTranslation()
  const format = useFormats()
  return {
    head: [
      t('charts.sellingSkill.step'),
      t('board.column.value'),
      t('charts.sellingSkill.share'),
      t('charts.sellingSkill.interval'),
    ],
    rows: steps.map(({ key, count, rate, behind }) => ({
      key,
      cells: [
        t(`charts.sellingSkill.steps.${key}`),
        <CountLink
          key="count"
          figure={behind.figure}
          value={count}
          {...(behind.param === null ? {} : { param: behind.param })}
        />,
        rate === null ? '–' : format.ratio(rate.rate),
        rate === null ? '–' : t('board.between', { low: format.ratio(rate.low, 0), high: format.ratio(rate.high, 0) }),
      ],
    })),
  }
}

type Bars = ChartData<'barWithErrorBars', { x: number; xMin: number | number[]; xMax: number | number[] }[], unknown>

function barsOf(steps: readonly ChainStep[], labels: readonly (readonly string[])[], colours: ChartColours): Bars {
  const { bucket } = colours
  const ground: Record<StepKey, string> = {
    captured: bucket.D,
    worked: bucket.C,
    testDriven: bucket.B,
    wonDriven: bucket.won,
    wonDirect: bucket.won,
  }
  return {
    labels: [...labels],
    datasets: [
      {
        data: steps.map(({ count, rate, whole }) => ({
          x: count,
          xMin: rate === null || whole === null ? [] : rate.low * whole,
          xMax: rate === null || whole === null ? [] : rate.high * whole,
        })),
        backgroundColor: steps.map(({ key }) => ground[key]),
        maxBarThickness: 22,
        errorBarColor: { v: [colours.text] },
        errorBarWhiskerColor: { v: [colours.text] },
        errorBarLineWidth: { v: [1.5] },
        errorBarWhiskerLineWidth: { v: [1.5] },
        errorBarWhiskerSize: { v: [8] },
      },
    ],
  }
}

function barOptions(colours: ChartColours): ChartOptions<'barWithErrorBars'> {
  return {
    indexAxis: 'y',
    interaction: { mode: 'nearest', axis: 'y', intersect: false },
    scales: {
      x: {
        beginAtZero: true,
        grid: { color: colours.grid },
        border: { display: false },
        ticks: { color: colours.quiet, precision: 0, maxTicksLimit: 6 },
      },
      y: {
        grid: { display: false },
        border: { color: colours.grid },
        ticks: { color: colours.text, autoSkip: false },
      },
    },
  }
}

/** How long each step takes: the median and the middle half of those whose days are known. */
export function ChainDays({ steps }: Steps) {
  const { t } = useTranslation()
  const format = useFormats()
  const open = useOpenRecords()
  const rows = useMemo(
    () =>
      steps.flatMap((step): DotRow<RecordsRef>[] => {
        const { key, days } = step
        if (key === 'captured') return []
        const name = t(`charts.sellingSkill.spans.${key}`)
        const words = {
          median: format.decimal(days?.median ?? null),
          low: format.decimal(days?.low ?? null),
          high: format.decimal(days?.high ?? null),
        }
        const unknown = t(`charts.sellingSkill.${step.count === 0 ? 'nobody' : 'daysUnknown'}`)
        const said = days === null ? unknown : t('charts.sellingSkill.medianDays', words)
        const more =
          days === null
            ? []
            : [t('charts.sellingSkill.middleHalf', words), t('charts.sellingSkill.daysKnown', { count: days.size })]
        return [
          {
            key,
            label: [name, said],
            value: days?.median ?? null,
            low: days?.low ?? null,
            high: days?.high ?? null,
            isSmall: (days?.size ?? 0) < FEW_DAYS,
            tip: { title: name, lines: [said, ...more] },
            ref: refOf(step),
          },
        ]
      }),
    [steps, t, format],
  )
  const table = {
    head: [t('charts.sellingSkill.step'), t('charts.sellingSkill.median'), t('charts.sellingSkill.middle')],
    rows: rows.map(({ key, label, value, low, high }) => ({
      key,
      cells: [
        label[0],
        format.decimal(value),
        value === null ? '–' : t('board.between', { low: format.decimal(low), high: format.decimal(high) }),
      ],
    })),
  }
  return (
    <DotChart
      title={t('charts.sellingSkill.days')}
      note={t('charts.sellingSkill.daysNote')}
      summary={t('charts.sellingSkill.summaryDays', { steps: rows.map(({ label }) => label.join(' ')).join(', ') })}
      rows={rows}
      tickText={(value) => t('board.days', { value: format.count(value) })}
      wholeTicks
      table={table}
      onOpen={open}
    />
  )
}

/** A middle half of fewer than this is a few single people. */
const FEW_DAYS = 10
