import '../../../components/charts/setup/matrix.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SUSPICIONS, type Suspicion } from '../../../../shared/domain/control-points/follow-up-audit.ts'
import { ChartFigure } from '../../../components/charts/ChartFigure.tsx'
import { heatGrid } from '../../../components/charts/heat-grid.ts'
import { type ChartColours, useChartColours } from '../../../components/charts/use-chart-colours.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { useOpenRecords } from '../blocks/records-context.ts'
import { inTwoLines } from './in-two-lines.ts'
import type { QuestionCell, QuestionRow } from './question-matrix-view.ts'

const ROW_PX = 42
const HEAD_PX = 52

type Props = { readonly rows: readonly QuestionRow[]; readonly personName: (staffId: string) => string }

/** Whom to ask what: a question, never an accusation (domain.md 5). */
export function QuestionMatrix({ rows, personName }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const open = useOpenRecords()
  const colours = useChartColours()
  const cells = useMemo(() => rows.flatMap((row) => row.cells), [rows])
  const questionOf = (rule: Suspicion) => t(`figures.followUpAudit.suspectByPerson.${rule}.name`)
  const { data, options } = useMemo(() => {
    const records = new Map(rows.map((row) => [row.staffId, row]))
    const grid = {
      columns: SUSPICIONS,
      rows: rows.map(({ staffId }) => staffId),
      cells: cells.map((cell) => ({ column: cell.rule, row: cell.staffId, ...groundOf(cell, colours) })),
      columnText: (rule: string) => inTwoLines(t(`figures.followUpAudit.suspectByPerson.${rule as Suspicion}.name`)),
      rowText: (staffId: string) => {
        const { records: count = 0, done = 0 } = records.get(staffId) ?? {}
        return [personName(staffId), t('charts.followUpAudit.records', { count, done })]
      },
    }
    return heatGrid(grid, colours)
  }, [rows, cells, colours, personName, t])
  return (
    <ChartFigure
      note={t('charts.followUpAudit.matrixNote')}
      summary={t('charts.followUpAudit.matrixSummary', {
        values: rows.map(({ staffId, records }) => `${personName(staffId)} ${records}`).join(t('charts.comma')),
      })}
      heightPx={rows.length * ROW_PX + HEAD_PX}
      type="matrix"
      data={data}
      options={options}
      tipOf={({ index }) => {
        const cell = cells[index]
        if (cell === undefined || cell.count === 0) return null
        const done = rows.find(({ staffId }) => staffId === cell.staffId)?.done ?? 0
        const share = t('charts.followUpAudit.share', { share: format.ratio(cell.share, 0), count: cell.count, done })
        return { title: `${personName(cell.staffId)} · ${questionOf(cell.rule)}`, lines: [share] }
      }}
      textOf={({ index }) => {
        const cell = cells[index]
        return cell === undefined || cell.count === 0
          ? null
          : { text: String(cell.count), ink: groundOf(cell, colours).ink, at: 'middle' }
      }}
      refOf={({ index }) => {
        const cell = cells[index]
        return cell === undefined || cell.count === 0 ? null : { figure: figureOf(cell.rule), param: cell.param }
      }}
      onOpen={open}
      table={{
        head: [t('board.column.person'), t('charts.followUpAudit.recordsColumn'), ...SUSPICIONS.map(questionOf)],
        rows: rows.map((row) => ({
          key: row.staffId,
          cells: [
            personName(row.staffId),
            <span key="all">
              <CountLink figure="followUpAudit.byStaff.suspect" value={row.records} param={row.staffId} /> / {row.done}
            </span>,
            ...row.cells.map(({ rule, count, param }) => (
              <CountLink key={rule} figure={figureOf(rule)} value={count} param={param} />
            )),
          ],
        })),
      }}
    />
  )
}

function figureOf(rule: Suspicion) {
  return `followUpAudit.suspectByPerson.${rule}` as const
}

/** Full from half of a person's records on: nobody's every record raises a question. */
function groundOf({ count, share }: QuestionCell, colours: ChartColours) {
  if (count === 0) return { ground: colours.paper, ink: colours.quiet, edge: colours.grid }
  return colours.heat((share ?? 0) * 2)
}
