import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { GRADES, type Grade } from '../../../../shared/values/grade.ts'
import { lineAcross } from '../../../components/charts/line-across.ts'
import { type BarRow, PersonBars } from '../../../components/charts/PersonBars.tsx'
import { useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { type RecordsRef, useOpenRecords } from '../blocks/records-context.ts'
import { TeachingHint } from '../blocks/TeachingHint.tsx'
import type { PointData } from '../point-data.ts'
import { useBucketName, usePersonName } from './use-names.ts'
import { type AheadRow, workloadAhead } from './workload-ahead-view.ts'

const FIGURE = 'customerTypes.closing'

type Props = { readonly data: PointData; readonly cadenceDays: Readonly<Record<Grade, number>> }

/** What a person's open leads ask for every day, grade by grade, against what the person can do. */
export function WorkloadAhead({ data, cadenceDays }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const open = useOpenRecords()
  const colours = useChartColours()
  const bucketName = useBucketName()
  const personName = usePersonName(data.people)
  const ahead = useMemo(() => {
    const active = data.people.filter((person) => person.active)
    return workloadAhead(
      active.map(({ report, ...person }) => ({ ...person, stock: report.customerTypes.closing })),
      cadenceDays,
    )
  }, [data.people, cadenceDays])
  const rowOf = useRowOf(personName, cadenceDays)
  const rows = useMemo(() => ahead.map(rowOf), [ahead, rowOf])
  const parts = useMemo(
    () => GRADES.map((grade) => ({ key: grade, colour: colours.bucket[grade], shape: 'box' as const })),
    [colours],
  )
  const lines = useMemo(
    () =>
      ahead.flatMap(({ capacity }, i) =>
        capacity === null
          ? []
          : [
              lineAcross({
                axis: 'x',
                at: capacity,
                colour: colours.text,
                isDashed: false,
                between: [i - 0.4, i + 0.4],
              }),
            ],
      ),
    [ahead, colours],
  )
  if (ahead.every(({ owedPerDay }) => owedPerDay === 0)) {
    return <TeachingHint about="charts.followUpWorkload.noStock" to="/leads" />
  }
  return (
    <PersonBars
      note={t('charts.followUpWorkload.owedNote')}
      summary={t('charts.followUpWorkload.owedSummary', {
        values: rows.map(({ label }) => label.join(' ')).join(t('charts.comma')),
      })}
      parts={parts}
      rows={rows}
      lines={lines}
      roomPx={104}
      legend={[
        ...parts.map(({ key, ...look }) => ({ ...look, name: bucketName(key) })),
        { name: t('charts.followUpWorkload.capacityLine'), colour: colours.text, shape: 'line' },
      ]}
      onOpen={open}
      table={{
        head: [
          t('board.column.person'),
          ...GRADES.map(bucketName),
          bucketName('ungraded'),
          t('charts.followUpWorkload.owedColumn'),
          t('charts.followUpWorkload.capacityColumn'),
        ],
        rows: ahead.map(({ staffId, stock, owedPerDay, capacity }) => ({
          key: staffId,
          cells: [
            personName(staffId),
            ...[...GRADES, 'ungraded' as const].map((bucket) => (
              <CountLink key={bucket} figure={FIGURE} value={stock[bucket]} param={bucket} staffId={staffId} />
            )),
            format.decimal(owedPerDay),
            capacity === null ? t('charts.capacityUnknown') : format.count(capacity),
          ],
        })),
      }}
    />
  )
}

function useRowOf(personName: (staffId: string) => string, cadenceDays: Props['cadenceDays']) {
  const { t } = useTranslation()
  const format = useFormats()
  const bucketName = useBucketName()
  return useMemo(() => {
    const besideName = ({ owedPerDay, capacity }: AheadRow): string => {
      const owed = format.decimal(owedPerDay)
      if (capacity === null) return t('charts.followUpWorkload.owedUnknown', { owed })
      return t('charts.followUpWorkload.owedOf', { owed, capacity })
    }
    return (row: AheadRow): BarRow<RecordsRef> => {
      const { staffId, stock, owed } = row
      const ungraded =
        stock.ungraded === 0 ? [] : [t('charts.followUpWorkload.owedUngraded', { count: stock.ungraded })]
      const markOf = (grade: Grade) => {
        const counted = { stock: stock[grade], days: cadenceDays[grade], owed: format.decimal(owed[grade]) }
        const lines = [bucketName(grade), t('charts.followUpWorkload.owedTip', counted), ...ungraded]
        const ref = { figure: FIGURE, param: grade, staffId } as const
        return { value: owed[grade], tip: { title: personName(staffId), lines }, ref }
      }
      return {
        key: staffId,
        label: [personName(staffId), besideName(row)],
        text: row.isOver === true ? t('charts.followUpWorkload.owedOver') : '',
        marks: Object.fromEntries(GRADES.filter((grade) => stock[grade] > 0).map((grade) => [grade, markOf(grade)])),
      }
    }
  }, [t, format, bucketName, personName, cadenceDays])
}
