import '../../../components/charts/setup/bar.ts'
import type { ChartData, ChartOptions } from 'chart.js'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ratio } from '../../../../shared/domain/measures/ratio.ts'
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx'
import { hatch } from '../../../components/charts/hatch.ts'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { useOpenRecords } from '../blocks/records-context.ts'
import type { DoorDay } from './recording-view.ts'

const HEIGHT_PX = 220
/** The place of the days without a door count among the datasets. */
const UNCOUNTED = 2

/** Day by day what the door counted, and in front of it what was logged. */
export function DoorChart({ days }: { readonly days: readonly DoorDay[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  const colours = useChartColours()
  const open = useOpenRecords()
  const data = useMemo(() => dataOf(days, format.dayMonth, colours), [days, format, colours])
  const options = useMemo(() => optionsOf(format.count, colours), [format, colours])
  const counted = days.filter((day) => day.counted !== null)
  const uncounted = days.length - counted.length
  return (
    <ChartFigure
      note={[
        t('charts.visitorRecording.doorNote'),
        uncounted > 0 && t('charts.visitorRecording.noCount', { count: uncounted }),
      ]
        .filter(Boolean)
        .join(' · ')}
      summary={t('charts.visitorRecording.doorSummary', {
        days: counted.length,
        counted: sumOf(counted, 'counted'),
        logged: sumOf(counted, 'logged'),
      })}
      heightPx={HEIGHT_PX}
      type="bar"
      data={data}
      options={options}
      legend={[
        { name: t('charts.visitorRecording.logged'), colour: colours.main, shape: 'box' },
        { name: t('charts.visitorRecording.counted'), colour: colours.edge, shape: 'outline' },
        ...(uncounted > 0
          ? [{ name: t('charts.visitorRecording.noDoor.title'), colour: colours.grid, shape: 'hatch' as const }]
          : []),
      ]}
      tipOf={({ datasetIndex, index }) => {
        const day = days[index]
        return day === undefined || datasetIndex !== (day.counted === null ? UNCOUNTED : 0)
          ? null
          : { title: format.weekdayFullDate(day.date), lines: linesOf(day) }
      }}
      refOf={({ index }) => {
        const day = days[index]
        return day === undefined || (day.logged ?? 0) === 0
          ? null
          : { figure: 'visitorRecording.loggedByDay' as const, param: day.date }
      }}
      onOpen={open}
      table={{
        head: [
          t('charts.visitorRecording.date'),
          t('charts.visitorRecording.counted'),
          t('charts.visitorRecording.logged'),
          t('charts.visitorRecording.completeness'),
        ],
        rows: counted.map((day) => ({
          key: day.date,
          cells: [
            format.weekdayDate(day.date),
            format.count(day.counted),
            <CountLink key="logged" figure="visitorRecording.loggedByDay" param={day.date} value={day.logged} />,
            format.ratio(completenessOf(day), 0),
          ],
        })),
      }}
    />
  )

  function linesOf(day: DoorDay): string[] {
    const { counted: came, logged } = day
    if (came === null || logged === null) return [t('charts.visitorRecording.noDoor.title')]
    const rate = format.ratio(completenessOf(day), 0)
    const gap = came - logged
    return [
      t('charts.visitorRecording.loggedOf', { logged, counted: came, rate }),
      ...(gap > 0 ? [t('charts.visitorRecording.missing', { count: gap })] : []),
      ...(gap < 0 ? [t('charts.visitorRecording.surplus', { count: -gap })] : []),
    ]
  }
}

function completenessOf({ counted, logged }: DoorDay): number | null {
  return counted === null || logged === null ? null : ratio(logged, counted)
}

function sumOf(days: readonly DoorDay[], of: 'counted' | 'logged'): number {
  return days.reduce((sum, day) => sum + (day[of] ?? 0), 0)
}

/** Both stand on the same place: what was logged in front, and of what the door counted only the rest shows. */
function dataOf(
  days: readonly DoorDay[],
  dayText: (date: string) => string,
  colours: ChartColours,
): ChartData<'bar', (number | null)[], unknown> {
  // A gap would be read as a day on which nobody came: what is not known reaches as high as anything known.
  const top = Math.max(1, ...days.map(({ counted, logged }) => Math.max(counted ?? 0, logged ?? 0)))
  const shape = { grouped: false, maxBarThickness: 40, categoryPercentage: 0.86, barPercentage: 1 } as const
  return {
    labels: days.map(({ date }) => dayText(date)),
    datasets: [
      { ...shape, label: 'logged', data: days.map(({ logged }) => logged), backgroundColor: colours.main, order: 0 },
      {
        ...shape,
        label: 'counted',
        data: days.map(({ counted }) => counted),
        backgroundColor: colours.fill,
        borderColor: colours.edge,
        borderWidth: 1,
        order: 1,
      },
      {
        ...shape,
        label: 'uncounted',
        data: days.map(({ counted }) => (counted === null ? top : null)),
        backgroundColor: hatch(colours.grid, colours.paper),
        order: 2,
      },
    ],
  }
}

function optionsOf(countText: (count: number) => string, colours: ChartColours): ChartOptions<'bar'> {
  const ticks = { color: colours.quiet, font: { size: colours.textPx } }
  return {
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: {
        grid: { display: false },
        border: { color: colours.grid },
        ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 16 },
      },
      y: {
        beginAtZero: true,
        grid: { color: colours.grid },
        border: { display: false },
        ticks: { ...ticks, precision: 0, maxTicksLimit: 6, callback: (value) => countText(Number(value)) },
      },
    },
  }
}
