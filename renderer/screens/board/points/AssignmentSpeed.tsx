import '../../../components/charts/setup/bar.ts'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BreakdownCell } from '../../../../shared/domain/breakdowns.ts'
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx'
import type { Mark } from '../../../components/charts/chart-mark.ts'
import { sampleRate } from '../../../components/charts/sample-rate.ts'
import { useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { useIntervalText } from '../../../components/charts/use-interval-text.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { useOpenRecords } from '../blocks/records-context.ts'
import { TeachingHint } from '../blocks/TeachingHint.tsx'
import { speedData, speedLook, speedOptions } from './assignment-speed-chart.ts'
import { assignmentSpeed, SPEEDS, type AssignmentSpeed as Speeds } from './assignment-speed-view.ts'

const FIGURE = 'leadAllocation.waits' as const

type Props = { readonly cells: readonly BreakdownCell[]; readonly responseMinutes: number }

/** How long new leads waited for somebody, the store's limit drawn across. */
export function AssignmentSpeed({ cells, responseMinutes }: Props) {
  const { t } = useTranslation()
  const open = useOpenRecords()
  const colours = useChartColours()
  const stepName = useCallback((step: string) => t(`charts.leadAllocation.step.${step as '5'}`), [t])
  const speed = useMemo(() => assignmentSpeed(cells, responseMinutes), [cells, responseMinutes])
  const data = useMemo(() => speedData(speed, colours), [speed, colours])
  const options = useMemo(() => speedOptions(speed, stepName, colours), [speed, stepName, colours])
  const note = useInTimeText(speed, responseMinutes)
  if (cells.length === 0) return <TeachingHint about="charts.leadAllocation.speedEmpty" to="/visits?open=visit" />

  const shown = SPEEDS.filter((one) => speed.steps.some(({ marks }) => marks[one]))
  const speedName = (one: (typeof SPEEDS)[number]) => t(`charts.leadAllocation.speeds.${one}`)
  const markOf = ({ datasetIndex, index }: Mark) => speed.steps[index]?.marks[SPEEDS[datasetIndex] ?? 'late']
  return (
    <ChartFigure
      note={note}
      summary={t('charts.leadAllocation.speedSummary', {
        values: speed.steps.map(({ step, count }) => `${stepName(step)} ${count}`).join(t('charts.comma')),
      })}
      heightPx={250}
      type="bar"
      data={data}
      options={options}
      legend={[
        ...shown.map((one) => ({ name: speedName(one), ...speedLook(one, colours) })),
        { name: t('charts.leadAllocation.limit', { minutes: responseMinutes }), colour: colours.text, shape: 'dash' },
      ]}
      tipOf={(mark) => {
        const [step, count] = [speed.steps[mark.index]?.step ?? '', markOf(mark)?.count]
        const name = speedName(SPEEDS[mark.datasetIndex] ?? 'late')
        return count === undefined
          ? null
          : { title: stepName(step), lines: [t('charts.leadAllocation.leads', { name, count })] }
      }}
      textOf={({ datasetIndex, index }) => {
        const step = speed.steps[index]
        const isTop = SPEEDS.findLastIndex((one) => step?.marks[one]) === datasetIndex
        return step && isTop ? { text: String(step.count), ink: colours.text, at: 'above' } : null
      }}
      refOf={(mark) => {
        const found = markOf(mark)
        return found === undefined ? null : { figure: FIGURE, param: found.param }
      }}
      onOpen={open}
      table={{
        head: [t('charts.leadAllocation.speedColumn'), ...shown.map(speedName)],
        rows: speed.steps.map(({ step, marks }) => ({
          key: step,
          cells: [
            stepName(step),
            ...shown.map((one) => (
              <CountLink key={one} figure={FIGURE} value={marks[one]?.count ?? 0} param={marks[one]?.param ?? ''} />
            )),
          ],
        })),
      }}
    />
  )
}

/** The share in time of the leads made here, with its interval; that the imported are not among them. */
function useInTimeText({ own: { inTime, created }, imported }: Speeds, minutes: number): string {
  const { t } = useTranslation()
  const format = useFormats()
  const intervalText = useIntervalText()
  const rate = sampleRate(inTime, created)
  const parts: string[] = []
  if (rate !== null) {
    const interval = intervalText(rate).join(t('charts.comma'))
    const share = format.ratio(rate.rate)
    parts.push(t('charts.leadAllocation.speedNote', { share, minutes, inTime, created, interval }))
  }
  if (imported > 0) parts.push(t('charts.leadAllocation.importedNote', { imported }))
  return parts.join(' ')
}
