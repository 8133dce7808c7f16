import '../../../components/charts/setup/matrix.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx'
import { heatGrid } from '../../../components/charts/heat-grid.ts'
import { sampleRate } from '../../../components/charts/sample-rate.ts'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { useIntervalText } from '../../../components/charts/use-interval-text.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { useOpenRecords } from '../blocks/records-context.ts'
import type { Captures, CaptureMap as View } from './capture-view.ts'
import { useCaptureNames } from './use-capture-names.ts'

/** A cell of fewer visits than this says next to nothing and is drawn pale. */
const FEW = 5
const PALE = '4d'
const ROW_PX = 32
const AXIS_PX = 34

/** Who received, at which hour of the day, and how many left a contact. */
export function CaptureMap({
  view,
  people,
}: {
  readonly view: View
  readonly people: Parameters<typeof useCaptureNames>[0]
}) {
  const { t } = useTranslation()
  const format = useFormats()
  const colours = useChartColours()
  const open = useOpenRecords()
  const intervalOf = useIntervalText()
  const { receiverName, hourName, hourLongName } = useCaptureNames(people)
  const chart = useMemo(
    () =>
      heatGrid(
        {
          columns: view.hours,
          rows: view.receivers,
          cells: view.cells.map((cell) => ({
            column: cell.hour,
            row: cell.receiver,
            ground: colourOf(cell, colours).ground,
          })),
          columnText: hourName,
          rowText: receiverName,
        },
        colours,
      ),
    [view, colours, hourName, receiverName],
  )
  return (
    <ChartFigure
      note={t('charts.infoCapture.mapNote')}
      summary={t('charts.infoCapture.mapSummary', {
        values: view.receivers.map((receiver) => `${receiverName(receiver)} ${ofReceiver(view, receiver)}`).join(', '),
      })}
      heightPx={view.receivers.length * ROW_PX + AXIS_PX}
      type="matrix"
      {...chart}
      legend={[
        ...[0, 0.5, 1].map((rate) => ({
          name: t('common.pair', { name: t('figures.infoCapture.K.name'), value: format.ratio(rate, 0) }),
          colour: colours.heat(rate).ground,
          shape: 'box' as const,
        })),
        { name: t('charts.infoCapture.few', { few: FEW }), colour: `${colours.heat(0.5).ground}${PALE}`, shape: 'box' },
      ]}
      tipOf={({ index }) => {
        const cell = view.cells[index]
        const rate = cell === undefined ? null : sampleRate(cell.hits, cell.trials)
        if (cell === undefined || rate === null) return null
        return {
          title: `${receiverName(cell.receiver)} · ${hourLongName(cell.hour)}`,
          lines: [
            t('charts.infoCapture.captured', { hits: cell.hits, trials: cell.trials }),
            t('common.pair', { name: t('figures.infoCapture.K.name'), value: format.ratio(rate.rate, 0) }),
            ...intervalOf(rate),
          ],
        }
      }}
      textOf={({ index }) => {
        const cell = view.cells[index]
        if (cell === undefined) return null
        return { text: `${cell.hits}/${cell.trials}`, ink: colourOf(cell, colours).ink, at: 'middle' }
      }}
      refOf={({ index }) => {
        const cell = view.cells[index]
        return cell === undefined ? null : { figure: 'infoCapture.byReceiverHour.N' as const, param: cell.param }
      }}
      onOpen={open}
      table={{
        head: ['', ...view.hours.map(hourName)],
        rows: view.receivers.map((receiver) => ({
          key: receiver,
          cells: [
            receiverName(receiver),
            ...view.hours.map((hour) => {
              const cell = view.cells.find((one) => one.receiver === receiver && one.hour === hour)
              return cell === undefined ? null : <CellCounts key={hour} cell={cell} />
            }),
          ],
        })),
      }}
    />
  )
}

/** Captured of all, in all hours. */
function ofReceiver({ cells }: View, receiver: string): string {
  const own = cells.filter((cell) => cell.receiver === receiver)
  const sum = (of: 'hits' | 'trials') => own.reduce((total, cell) => total + cell[of], 0)
  return `${sum('hits')}/${sum('trials')}`
}

function CellCounts({ cell: { param, hits, trials } }: { readonly cell: Captures }) {
  return (
    <>
      <CountLink figure="infoCapture.byReceiverHour.captured" param={param} value={hits} /> /{' '}
      <CountLink figure="infoCapture.byReceiverHour.N" param={param} value={trials} />
    </>
  )
}

function colourOf(
  { hits, trials }: Captures,
  colours: ChartColours,
): { readonly ground: string; readonly ink: string } {
  const step = colours.heat(hits / trials)
  return trials < FEW ? { ground: `${step.ground}${PALE}`, ink: colours.text } : step
}
