import '../../../components/charts/setup/bar.ts'
import type { ChartData, ChartOptions } from 'chart.js'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_GROUPS } from '../../../../shared/values/vocabulary.ts'
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { Percent, Yuan } from '../blocks/Numbers.tsx'
import { useOpenRecords } from '../blocks/records-context.ts'
import { type Price, type PriceRow, priceRows, type SourceRow } from './lead-sources-view.ts'
import { useSourceLabels } from './use-source-labels.ts'

/** What a price is spread over: the records behind its mark. */
const SPREAD_OVER = {
  costPerDeal: 'won',
  costPerCaptured: 'captured',
  costPerVisit: 'N',
  roi: 'deals',
} as const satisfies Record<Price, 'N' | 'captured' | 'won' | 'deals'>
const ROW_PX = 34

type Props = {
  readonly rows: readonly SourceRow[]
  readonly price: Price
  readonly note: string
  readonly isStore: boolean
}

/** One price of every channel, the best on top; a price that is not known says why instead of a bar. */
export function SourcePrices({ rows, price, note, isStore }: Props) {
  const { t } = useTranslation()
  const colours = useChartColours()
  const open = useOpenRecords()
  const priced = useMemo(() => priceRows(rows, price, isStore), [rows, price, isStore])
  const labels = useSourceLabels(useMemo(() => priced.map(({ source }) => source), [priced]))
  const said = usePriceText(price)
  const name = t(`charts.leadSources.measure.${price}`)
  const data = useMemo(() => dataOf(priced, labels, price, colours), [priced, labels, price, colours])
  const isKnown = priced.some(({ value }) => value !== null)
  const options = useMemo(() => optionsOf(said.tick, isKnown, colours), [said, isKnown, colours])
  const part = SPREAD_OVER[price]
  return (
    <ChartFigure
      note={note}
      summary={t('charts.leadSources.summaryPrice', {
        name,
        rows: priced
          .map((row, i) => t('charts.sellingSkill.pair', { name: labels[i], value: said.value(row) }))
          .join(', '),
      })}
      heightPx={priced.length * ROW_PX + 36}
      type="bar"
      data={data}
      options={options}
      textOf={({ index }) => {
        const row = priced[index]
        if (row === undefined) return null
        return { text: said.value(row), ink: row.value === null ? colours.quiet : colours.text, at: 'right' }
      }}
      tipOf={({ index }) => {
        const row = priced[index]
        return row === undefined ? null : { title: labels[index] ?? '', lines: said.lines(row) }
      }}
      refOf={({ index }) => {
        const source = priced[index]?.source
        if (source === undefined || source.figures[part] === 0) return null
        return { figure: `leadSources.byChannel.${part}` as const, param: source.id }
      }}
      onOpen={open}
      table={{
        head: [
          t('charts.leadSources.channel'),
          name,
          t('figures.leadSources.cost.name'),
          t(`figures.leadSources.byChannel.${part}.name`),
        ],
        rows: priced.map((row, i) => ({
          key: row.source.id,
          cells: [
            labels[i],
            row.why !== null ? (
              said.value(row)
            ) : price === 'roi' ? (
              <Percent key="p" value={row.value} places={0} />
            ) : (
              <Yuan key="p" value={row.value} />
            ),
            <Yuan key="cost" value={row.source.figures.cost} />,
            <CountLink
              key="over"
              figure={`leadSources.byChannel.${part}`}
              param={row.source.id}
              value={row.source.figures[part]}
            />,
          ],
        })),
      }}
    />
  )
}

/** Whole yuan, or for the ROI per cent; where neither is known, why. */
function usePriceText(price: Price) {
  const { t } = useTranslation()
  const format = useFormats()
  return useMemo(() => {
    const yuan = (value: number | null) => (value === null ? '–' : format.money(Math.round(value) * 100))
    const tick = (value: number) => (price === 'roi' ? format.ratio(value, 0) : yuan(value))
    const value = ({ value: known, why, source }: PriceRow) =>
      why === null ? tick(known ?? 0) : t(`charts.leadSources.${why}`, { cost: yuan(source.figures.cost) })
    const lines = (row: PriceRow) => {
      const { cost, grossProfit, deals, N, captured, won } = row.source.figures
      return [
        value(row),
        ...(cost === null ? [] : [t('charts.leadSources.costs', { cost: yuan(cost) })]),
        t('charts.leadSources.row', { name: t('charts.leadSources.countsNote'), N, captured, won }),
        t('charts.leadSources.deals', { count: format.count(deals) }),
        t('charts.leadSources.profit', { profit: yuan(grossProfit) }),
      ]
    }
    return { tick, value, lines }
  }, [price, t, format])
}

function dataOf(
  priced: readonly PriceRow[],
  labels: readonly string[],
  price: Price,
  colours: ChartColours,
): ChartData<'bar', number[], string> {
  const colourOf = ({ source, value }: PriceRow) =>
    price === 'roi' && value !== null && value < 0
      ? colours.red
      : (colours.series[CHANNEL_GROUPS.indexOf(source.group)] ?? colours.main)
  return {
    labels: [...labels],
    // What is not known has no length, only words.
    datasets: [
      { data: priced.map(({ value }) => value ?? 0), backgroundColor: priced.map(colourOf), maxBarThickness: 16 },
    ],
  }
}

function optionsOf(tick: (value: number) => string, isKnown: boolean, colours: ChartColours): ChartOptions<'bar'> {
  return {
    indexAxis: 'y',
    layout: { padding: { right: 96 } },
    interaction: { mode: 'index', axis: 'y', intersect: false },
    scales: {
      x: {
        // Nothing to measure by, where no price is known.
        display: isKnown,
        beginAtZero: true,
        grid: { color: colours.grid },
        border: { display: false },
        ticks: { color: colours.quiet, maxTicksLimit: 5, callback: (value) => tick(Number(value)) },
      },
      y: {
        grid: { display: false },
        border: { color: colours.grid },
        ticks: { color: colours.text, autoSkip: false },
      },
    },
  }
}
