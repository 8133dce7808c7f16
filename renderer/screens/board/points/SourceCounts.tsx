import '../../../components/charts/setup/bar.ts'
import type { ChartData, ChartOptions } from 'chart.js'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_GROUPS } from '../../../../shared/values/vocabulary.ts'
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { useIntervalText } from '../../../components/charts/use-interval-text.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { useOpenRecords } from '../blocks/records-context.ts'
import type { SourceRow } from './lead-sources-view.ts'
import { useSourceLabels } from './use-source-labels.ts'

const PARTS = ['N', 'captured', 'won'] as const
/** How strong each part is drawn, in hexadecimal. */
const STRENGTH = { N: '59', captured: 'a6', won: '' } as const
const ROW_PX = 52

/** Visits, contacts and deals of every channel, in the colour of its group. */
export function SourceCounts({ rows }: { readonly rows: readonly SourceRow[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  const colours = useChartColours()
  const open = useOpenRecords()
  const intervalText = useIntervalText()
  const labels = useSourceLabels(rows)
  const data = useMemo(() => dataOf(rows, labels, colours), [rows, labels, colours])
  const options = useMemo(() => optionsOf(colours), [colours])
  const refAt = (row: SourceRow | undefined, part: (typeof PARTS)[number] | undefined) => {
    if (row === undefined || part === undefined || row.figures[part] === 0) return null
    return { figure: `leadSources.byChannel.${part}` as const, param: row.id }
  }
  const partName = (part: (typeof PARTS)[number]) => t(`figures.funnel.${part}.name`)
  return (
    <ChartFigure
      title={t('charts.leadSources.counts')}
      summary={t('charts.leadSources.summary', {
        rows: rows
          .map(({ name, figures: { N, captured, won } }) => t('charts.leadSources.row', { name, N, captured, won }))
          .join('; '),
      })}
      heightPx={rows.length * ROW_PX + 36}
      type="bar"
      data={data}
      options={options}
      legend={PARTS.map((part) => ({
        name: partName(part),
        colour: `${colours.main}${STRENGTH[part]}`,
        shape: 'box',
      }))}
      textOf={({ datasetIndex, index }) => {
        const part = PARTS[datasetIndex]
        const count = part === undefined ? 0 : (rows[index]?.figures[part] ?? 0)
        return { text: format.count(count), ink: colours.quiet, at: 'right' }
      }}
      tipOf={({ datasetIndex, index }) => {
        const [row, part] = [rows[index], PARTS[datasetIndex]]
        if (row === undefined || part === undefined) return null
        const count = t('charts.sellingSkill.pair', { name: partName(part), value: format.count(row.figures[part]) })
        const rate = part === 'captured' ? row.K : part === 'won' ? row.closing : null
        const name = part === 'captured' ? t('charts.leadSources.measure.K') : t('charts.leadSources.measure.closing')
        const rated =
          rate === null
            ? []
            : [t('charts.sellingSkill.pair', { name, value: format.ratio(rate.rate) }), ...intervalText(rate)]
        return { title: labels[index] ?? '', lines: [count, ...rated] }
      }}
      refOf={({ datasetIndex, index }) => refAt(rows[index], PARTS[datasetIndex])}
      onOpen={open}
      table={{
        head: [t('charts.leadSources.channel'), ...PARTS.map(partName)],
        rows: rows.map(({ id, figures }, i) => ({
          key: id,
          cells: [
            labels[i],
            ...PARTS.map((part) => (
              <CountLink key={part} figure={`leadSources.byChannel.${part}`} param={id} value={figures[part]} />
            )),
          ],
        })),
      }}
    />
  )
}

function dataOf(
  rows: readonly SourceRow[],
  labels: readonly string[],
  colours: ChartColours,
): ChartData<'bar', number[], string> {
  return {
    labels: [...labels],
    datasets: PARTS.map((part) => ({
      data: rows.map(({ figures }) => figures[part]),
      backgroundColor: rows.map(({ group }) => `${colours.series[CHANNEL_GROUPS.indexOf(group)]}${STRENGTH[part]}`),
      barPercentage: 0.9,
      categoryPercentage: 0.82,
    })),
  }
}

function optionsOf(colours: ChartColours): ChartOptions<'bar'> {
  return {
    indexAxis: 'y',
    layout: { padding: { right: 36 } },
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
