import { useTranslation } from 'react-i18next'
import type { Scope } from '../../../shared/contract/board.ts'
import type { ControlPointKey } from '../../../shared/domain/control-points/keys.ts'
import { call } from '../../api/client.ts'
import { type TableDraft, TableExport } from '../../components/export/TableExport.tsx'
import type { PointData } from './point-data.ts'
import { type Cut, cutName, cutSheet, cutsOf } from './sheets/cut-sheets.ts'
import { channelsSheet, figuresSheet, peopleSheet } from './sheets/figure-sheets.ts'
import { useMoreLists } from './sheets/use-more-lists.ts'
import { usePointWords } from './sheets/use-point-words.ts'

type Props = { readonly pointKey: ControlPointKey; readonly scope: Scope; readonly data: PointData }

/** A control point's page as a file: its figures, people, sources, and the numbers behind its charts. */
export function PointExport({ pointKey, scope, data }: Props) {
  const { t } = useTranslation()
  const words = usePointWords(data)
  const lists = useMoreLists(pointKey, scope)
  const channels = channelsSheet(pointKey, data, words)
  const readCut = async (cut: Cut) => {
    const figures = [...cut.breakdowns]
    const { cells } = figures.length === 0 ? { cells: {} } : await call('board.breakdown', { ...scope, figures })
    return cutSheet(pointKey, cut, data, cells, words)
  }
  const tables: TableDraft[] = [
    { name: words.header('figures'), sheet: () => figuresSheet(pointKey, data, words) },
    { name: words.header('people'), sheet: () => peopleSheet(pointKey, data, words) },
    ...(channels === null ? [] : [{ name: channels.name, sheet: () => channels }]),
    ...cutsOf(pointKey, data.report).map((cut) => ({ name: cutName(cut, words), sheet: () => readCut(cut) })),
  ]
  return (
    <TableExport
      about={`point.${pointKey}`}
      title={t(`board.point.${pointKey}`)}
      period={{ from: scope.from, to: scope.to }}
      tables={tables}
      lists={lists}
      isEmpty={false}
    />
  )
}
