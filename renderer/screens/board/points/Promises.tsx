import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BreakdownCell } from '../../../../shared/domain/breakdowns.ts'
import { type BarPart, type BarRow, PersonBars } from '../../../components/charts/PersonBars.tsx'
import { sampleRate } from '../../../components/charts/sample-rate.ts'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { useIntervalText } from '../../../components/charts/use-interval-text.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { Rate } from '../blocks/Numbers.tsx'
import { type RecordsRef, useOpenRecords } from '../blocks/records-context.ts'
import type { PointData } from '../point-data.ts'
import { PROMISES, type Promised, type PromiseRow, promises } from './promises-view.ts'
import { usePersonName } from './use-names.ts'

const FIGURES = {
  onTime: 'followUpWorkload.byStaff.onTime',
  late: 'followUpWorkload.byStaff.late',
  missed: 'followUpWorkload.byStaff.missed',
  void: 'followUpWorkload.voidByPerson',
} as const

type Props = { readonly data: PointData; readonly voids: readonly BreakdownCell[] }

/** What each person had promised and what became of it; what is void is no promise any more. */
export function Promises({ data, voids }: Props) {
  const { t } = useTranslation()
  const open = useOpenRecords()
  const colours = useChartColours()
  const personName = usePersonName(data.people)
  const kept = useMemo(() => {
    const people = data.people.map(({ staffId }) => staffId)
    return promises(data.report.followUpWorkload.byStaff, voids, people)
  }, [data, voids])
  const rowOf = useRowOf(personName)
  const rows = useMemo(() => kept.map(rowOf), [kept, rowOf])
  const parts = useMemo(() => partsOf(colours), [colours])
  const nameOf = (result: Promised) => t(`charts.followUpWorkload.promise.${result}`)
  return (
    <PersonBars
      note={t('charts.followUpWorkload.promisesNote')}
      summary={t('charts.followUpWorkload.promisesSummary', {
        values: rows.map(({ label, text }) => `${label[0]} ${text}`).join(t('charts.comma')),
      })}
      parts={parts}
      rows={rows}
      roomPx={148}
      legend={parts.map(({ key, ...look }) => ({ ...look, name: nameOf(key) }))}
      onOpen={open}
      table={{
        head: [
          t('board.column.person'),
          t('figures.followUpWorkload.due.name'),
          ...PROMISES.map(nameOf),
          t('figures.followUpWorkload.compliance.name'),
        ],
        rows: kept.map(({ staffId, due, counts }) => ({
          key: staffId,
          cells: [
            personName(staffId),
            <CountLink key="due" figure="followUpWorkload.byStaff.due" value={due} param={staffId} />,
            ...PROMISES.map((result) => (
              <CountLink key={result} figure={FIGURES[result]} value={counts[result]} param={staffId} />
            )),
            <Rate key="rate" hits={counts.onTime} trials={due} why="noneDue" />,
          ],
        })),
      }}
    />
  )
}

function partsOf(colours: ChartColours): readonly (BarPart & { readonly key: Promised })[] {
  return [
    { key: 'onTime', colour: colours.main, shape: 'box' },
    { key: 'late', colour: colours.series[1], shape: 'box' },
    { key: 'missed', colour: colours.red, shape: 'box' },
    { key: 'void', colour: colours.edge, shape: 'hatch' },
  ]
}

function useRowOf(personName: (staffId: string) => string): (row: PromiseRow) => BarRow<RecordsRef> {
  const { t } = useTranslation()
  const format = useFormats()
  const intervalText = useIntervalText()
  return useMemo(
    () =>
      ({ staffId, due, counts }) => {
        const rate = sampleRate(counts.onTime, due)
        const ends = { low: format.ratio(rate?.low, 0), high: format.ratio(rate?.high, 0) }
        const said =
          rate === null
            ? t('charts.followUpWorkload.onlyVoid')
            : t('charts.followUpWorkload.compliance', { rate: format.ratio(rate.rate, 0), ...ends })
        const markOf = (result: Promised) => {
          const lines = [`${t(`charts.followUpWorkload.promise.${result}`)} ${counts[result]}`]
          const about = rate === null || result === 'void' ? [] : [said, ...intervalText(rate).slice(1)]
          const ref = { figure: FIGURES[result], param: staffId }
          return { value: counts[result], tip: { title: personName(staffId), lines: [...lines, ...about] }, ref }
        }
        const shown = PROMISES.filter((result) => counts[result] > 0)
        return {
          key: staffId,
          label: [personName(staffId)],
          text: said,
          marks: Object.fromEntries(shown.map((result) => [result, markOf(result)])),
        }
      },
    [t, format, intervalText, personName],
  )
}
