import '../../../components/charts/setup/matrix.ts'
import { Segmented } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BusinessDate, weekdayOf } from '../../../../shared/values/business-date.ts'
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx'
import type { LegendEntry } from '../../../components/charts/ChartLegend.tsx'
import { heatGrid } from '../../../components/charts/heat-grid.ts'
import { heatMarks } from '../../../components/charts/heat-marks.ts'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import type { Formats } from '../../../i18n/formats.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { useOpenRecords } from '../blocks/records-context.ts'
import type { PointData } from '../point-data.ts'
import { usePersonName } from './use-names.ts'
import { cellLooks } from './workload-map-chart.ts'
import {
  type MapCell,
  type MapCells,
  type MapColumn,
  mapCells,
  type Per,
  WORKLOAD_SHOWS,
  type WorkloadShow,
} from './workload-map-view.ts'

const ROW_PX = 40
const HEAD_PX = 52

type Props = {
  readonly data: PointData
  readonly columns: readonly MapColumn[]
  readonly per: Per
  readonly cells: MapCells
}

/** Person by day: how much was done, promised or left undone, against what each person can do. */
export function WorkloadMap({ data, columns, per, cells: given }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const open = useOpenRecords()
  const colours = useChartColours()
  const personName = usePersonName(data.people)
  const [show, setShow] = useState<WorkloadShow>('done')
  const cells = useMemo(() => mapCells(columns, data.people, given, show), [columns, data.people, given, show])
  const texts = useMapTexts(per)
  const { columnText, rowText } = useAxisTexts(data, columns, per)
  const lookOf = useMemo(() => cellLooks(show, colours), [show, colours])
  const heat = useMemo(() => {
    return heatGrid(
      {
        columns: columns.map(({ date }) => date),
        rows: data.people.map(({ staffId }) => staffId),
        cells: cells.map((cell) => ({ column: cell.column.date, row: cell.staffId, ...lookOf(cell) })),
        columnText,
        rowText,
      },
      colours,
    )
  }, [cells, columns, data.people, lookOf, colours, columnText, rowText])
  const plugins = useMemo(() => [heatMarks(colours.paper)], [colours])
  const legend = useLegend(show, cells, colours)
  const figure = `followUpWorkload.${show}By${per === 'day' ? 'Day' : 'Week'}` as const
  return (
    <ChartFigure
      note={t(`charts.followUpWorkload.mapNote.${show}`)}
      summary={t('charts.followUpWorkload.mapSummary', {
        show: t(`charts.followUpWorkload.shows.${show}`),
        values: data.people
          .map(({ staffId, name }) => `${name} ${sumOf(cells, staffId, show)}`)
          .join(t('charts.comma')),
      })}
      extra={
        <Segmented<WorkloadShow>
          size="small"
          aria-label={t('charts.followUpWorkload.show')}
          value={show}
          onChange={setShow}
          options={WORKLOAD_SHOWS.map((value) => ({ value, label: t(`charts.followUpWorkload.shows.${value}`) }))}
        />
      }
      heightPx={data.people.length * ROW_PX + HEAD_PX}
      type="matrix"
      data={heat.data}
      options={heat.options}
      plugins={plugins}
      legend={legend}
      tipOf={({ index }) => {
        const cell = cells[index]
        if (cell === undefined) return null
        return { title: `${personName(cell.staffId)} · ${texts.columnName(cell.column)}`, lines: texts.linesOf(cell) }
      }}
      textOf={({ index }) => {
        const cell = cells[index]
        const count = cell?.[show]?.count ?? 0
        if (cell === undefined || count === 0) return null
        return { text: String(count), ink: lookOf(cell).ink, at: 'middle' }
      }}
      refOf={({ index }) => {
        const mark = cells[index]?.[show] ?? null
        return mark === null ? null : { figure, param: mark.param }
      }}
      onOpen={open}
      table={{
        head: [t('board.column.person'), ...columns.map(({ date }) => format.dayMonth(date))],
        rows: data.people.map(({ staffId, name }) => ({
          key: staffId,
          cells: [
            name,
            ...cells
              .filter((cell) => cell.staffId === staffId)
              .map(({ column, state, [show]: mark }) =>
                state === 'ahead' ? (
                  '–'
                ) : (
                  <CountLink key={column.date} figure={figure} value={mark?.count ?? 0} param={mark?.param ?? ''} />
                ),
              ),
          ],
        })),
      }}
    />
  )
}

function sumOf(cells: readonly MapCell[], staffId: string, show: WorkloadShow): number {
  return cells.reduce((sum, cell) => sum + (cell.staffId === staffId ? (cell[show]?.count ?? 0) : 0), 0)
}

/** A day's number, its month where it begins; a week by its Monday. */
function useAxisTexts({ people }: PointData, columns: readonly MapColumn[], per: Per) {
  const { t } = useTranslation()
  const format = useFormats()
  const personName = usePersonName(people)
  const letterOf = useCallback((date: string) => t(`charts.weekday.d${weekdayOf(date as BusinessDate) as 1}`), [t])
  return useMemo(
    () => ({
      columnText: (date: string): string | string[] => {
        if (per === 'week') return weekText(columns, date, format)
        const isFirst = date === columns[0]?.date || date.endsWith('-01')
        return [String(Number(date.slice(8))), isFirst ? format.monthOnly(date.slice(0, 7)) : letterOf(date)]
      },
      rowText: (staffId: string) => {
        const count = people.find((one) => one.staffId === staffId)?.dailyCapacity ?? null
        return [personName(staffId), count === null ? t('charts.capacityUnknown') : t('charts.capacity', { count })]
      },
    }),
    [people, columns, per, format, personName, letterOf, t],
  )
}

/** So many weeks have room for their dates; more of them are told by their months. */
const DATED_WEEKS = 14

function weekText(columns: readonly MapColumn[], date: string, format: Formats): string {
  if (columns.length <= DATED_WEEKS) return format.dayMonth(date)
  const before = columns[columns.findIndex((column) => column.date === date) - 1]
  return before?.date.slice(0, 7) === date.slice(0, 7) ? '' : format.monthOnly(date.slice(0, 7))
}

function useMapTexts(per: Per) {
  const { t } = useTranslation()
  const format = useFormats()
  const doneText = ({ done, capacity }: MapCell): string => {
    const count = done?.count ?? 0
    if (capacity === null) return t('charts.followUpWorkload.tipNoCapacity', { count })
    if (capacity === 0) return t('charts.followUpWorkload.tipClosed', { count })
    return t('charts.followUpWorkload.tipOfCapacity', { count, capacity, share: format.ratio(count / capacity, 0) })
  }
  return {
    columnName: ({ date }: MapColumn) =>
      per === 'day' ? format.weekdayDate(date) : t('charts.followUpWorkload.weekOf', { date: format.dayMonth(date) }),
    linesOf: (cell: MapCell): string[] => {
      if (cell.state === 'ahead') return [t('charts.followUpWorkload.ahead')]
      const [due, late, missed] = [cell.due, cell.late, cell.missed].map((mark) => mark?.count ?? 0)
      const dueText =
        due === 0
          ? t('charts.followUpWorkload.tipNothingDue')
          : t('charts.followUpWorkload.tipDue', { due, late, missed })
      return [doneText(cell), dueText]
    },
  }
}

function useLegend(show: WorkloadShow, cells: readonly MapCell[], colours: ChartColours): readonly LegendEntry[] {
  const { t } = useTranslation()
  const hasClosed = cells.some(({ state }) => state === 'closed')
  const hasUnknown = cells.some(({ state, share }) => state === 'within' && share === null)
  const ofShare = show === 'missed' ? 'all' : 'full'
  return [
    { name: t('charts.followUpWorkload.few'), colour: colours.heat(0).ground, shape: 'box' },
    { name: t(`charts.followUpWorkload.${ofShare}`), colour: colours.heat(1).ground, shape: 'box' },
    ...(show === 'missed'
      ? []
      : [
          { name: t('charts.followUpWorkload.over'), colour: colours.red, shape: 'corner' as const },
          { name: t('charts.followUpWorkload.hasMissed'), colour: colours.red, shape: 'point' as const },
          { name: t('charts.followUpWorkload.hasLate'), colour: colours.amber, shape: 'ring' as const },
        ]),
    { name: t('charts.followUpWorkload.emptyDay'), colour: colours.edge, shape: 'outline' },
    ...(hasUnknown
      ? [{ name: t('charts.followUpWorkload.unjudged'), colour: colours.edge, shape: 'frame' as const }]
      : []),
    ...(hasClosed
      ? [{ name: t('charts.followUpWorkload.closed'), colour: colours.grid, shape: 'hatch' as const }]
      : []),
  ]
}
