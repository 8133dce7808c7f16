import '../../../components/charts/setup/matrix.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx'
import { hatch } from '../../../components/charts/hatch.ts'
import { heatGrid } from '../../../components/charts/heat-grid.ts'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import type { Formats } from '../../../i18n/formats.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { type RecordsRef, useOpenRecords } from '../blocks/records-context.ts'
import type { Calendar, CalendarDay } from './recording-view.ts'

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const
const WALL_ROW_PX = 44
const COLUMN_ROW_PX = 24
const AXIS_PX = 30

/** How much was entered on each day: a month as on a wall, a longer period as columns of weeks. */
export function RecordingCalendar({ calendar, isStore }: { readonly calendar: Calendar; readonly isStore: boolean }) {
  const { t } = useTranslation()
  const format = useFormats()
  const colours = useChartColours()
  const open = useOpenRecords()
  const { days, isWall, weeks } = calendar
  const weekdayText = useMemo(() => (day: string) => t(`codes.weekday.d${day as '1'}`), [t])
  const chart = useMemo(() => chartOf(calendar, weekdayText, format, colours), [calendar, weekdayText, format, colours])
  const known = days.filter(({ state }) => state !== 'ahead')
  const words = {
    from: format.date(known[0]?.date),
    to: format.date(known.at(-1)?.date),
    visits: days.reduce((sum, day) => sum + day.entries, 0),
    missing: days.filter(({ state }) => state === 'missing').length,
  }
  return (
    <ChartFigure
      note={t('charts.visitorRecording.calendarNote')}
      summary={t(
        isStore ? 'charts.visitorRecording.calendarSummary' : 'charts.visitorRecording.calendarSummaryOwn',
        words,
      )}
      heightPx={isWall ? weeks.length * WALL_ROW_PX + AXIS_PX : WEEKDAYS.length * COLUMN_ROW_PX + AXIS_PX}
      type="matrix"
      {...chart}
      legend={[
        { name: t('charts.visitorRecording.few'), colour: colours.heat(0).ground, shape: 'box' },
        { name: t('charts.visitorRecording.many'), colour: colours.heat(1).ground, shape: 'box' },
        ...(isStore
          ? [{ name: t('charts.visitorRecording.missingDay'), colour: colours.red, shape: 'hatch' as const }]
          : []),
        { name: t('charts.visitorRecording.closed'), colour: colours.fill, shape: 'box' },
      ]}
      tipOf={({ index }) => {
        const day = days[index]
        return day === undefined || day.state === 'ahead'
          ? null
          : { title: format.weekdayFullDate(day.date), lines: linesOf(day) }
      }}
      textOf={({ index }) => {
        const day = days[index]
        if (!isWall || day === undefined) return null
        const ink = day.state === 'entered' ? colours.heat(day.entries / calendar.most).ink : colours.quiet
        return { text: wallText(day), ink, at: 'middle' }
      }}
      refOf={({ index }) => refOf(days[index])}
      onOpen={open}
      table={{
        head: [
          t('charts.visitorRecording.date'),
          t('figures.visitorRecording.visits.name'),
          t('figures.visitorRecording.lateEntries.name'),
        ],
        rows: known
          .filter(({ state }) => state !== 'closed')
          .map(({ date, entries, late }) => ({
            key: date,
            cells: [
              format.weekdayDate(date),
              <CountLink key="entries" figure="visitorRecording.visitsByDay" param={date} value={entries} />,
              <CountLink key="late" figure="visitorRecording.lateByDay" param={date} value={late} />,
            ],
          })),
      }}
    />
  )

  function wallText({ date, state, entries }: CalendarDay): string {
    const day = format.dayMonth(date)
    if (state === 'ahead' || state === 'quiet') return day
    const said = state === 'closed' ? t('charts.visitorRecording.closed') : format.count(entries)
    return `${day}: ${said}`
  }

  function linesOf({ state, entries, late }: CalendarDay): string[] {
    if (state === 'ahead') return []
    if (state === 'closed') return [t('charts.visitorRecording.closed')]
    if (state === 'missing') return [t('charts.visitorRecording.missingDay')]
    if (state === 'quiet') return [t('charts.visitorRecording.noEntry')]
    const share = format.ratio(late / entries, 0)
    return [
      t('charts.visitorRecording.entries', { count: entries }),
      late === 0 ? t('charts.visitorRecording.noneLate') : t('charts.visitorRecording.late', { count: late, share }),
    ]
  }
}

/** A day nobody entered anything on opens the list of such days: it has no records of its own. */
function refOf(day: CalendarDay | undefined): RecordsRef | null {
  if (day?.state === 'entered') return { figure: 'visitorRecording.visitsByDay', param: day.date }
  if (day?.state === 'missing') return { figure: 'visitorRecording.openDaysWithoutEntry', param: null }
  return null
}

function chartOf(
  { days, weeks, monthOfWeek, isWall, most }: Calendar,
  weekdayText: (weekday: string) => string,
  format: Formats,
  colours: ChartColours,
) {
  const missing = hatch(colours.red, colours.paper)
  const grounds = { missing, closed: colours.fill, quiet: colours.paper, ahead: colours.paper } as const
  const cells = days.map(({ week, weekday, state, entries }) => {
    const ground = state === 'entered' ? colours.heat(entries / most).ground : grounds[state]
    const place = isWall ? { column: String(weekday), row: week } : { column: week, row: String(weekday) }
    return { ...place, ground, ...(state === 'entered' || state === 'closed' ? {} : { edge: colours.grid }) }
  })
  const monthText = (week: string) => {
    const month = monthOfWeek.get(week)
    return month === undefined ? '' : format.monthOnly(month)
  }
  return isWall
    ? heatGrid({ columns: WEEKDAYS, rows: weeks, cells, columnText: weekdayText, rowText: format.dayMonth }, colours)
    : heatGrid({ columns: weeks, rows: WEEKDAYS, cells, columnText: monthText, rowText: weekdayText }, colours)
}
