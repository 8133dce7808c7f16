import type { Scope } from '../../../../shared/contract/board.ts'
import { call } from '../../../api/client.ts'
import { useRead } from '../../../api/use-read.ts'
import { ExportMenu } from '../../../components/export/ExportMenu.tsx'
import { useExportWords } from '../../../components/export/use-export-words.ts'
import { firstPage, type RecordsRef } from './records-context.ts'

type Props = { readonly scope: Scope; readonly opened: RecordsRef; readonly title: string }

/** All records of the opened figure as a file, not only the page on screen. */
export function RecordsExport({ scope, opened: { figure, param }, title }: Props) {
  const words = useExportWords('records')
  // The first page of the list below, which has asked for it already.
  const { data } = useRead('board.records', { ...scope, figure, param, ...firstPage }, { keepLast: true })
  return (
    <ExportMenu
      size="small"
      isEmpty={data?.total === 0}
      make={(format) => call('exports.records', { ...scope, figure, param, format, words: words(title) })}
    />
  )
}
