import { useTranslation } from 'react-i18next'
import type { Sheet } from '../../../shared/domain/export/sheet.ts'
import { call } from '../../api/client.ts'
import { type ExportList, ExportMenu } from './ExportMenu.tsx'

export type TableDraft = {
  readonly name: string
  /** Made when somebody asks for it; may have to read more first. */
  readonly sheet: () => Sheet | Promise<Sheet>
}

type Props = {
  /** Names the table in the audit trail: `settings.people`. */
  readonly about: string
  readonly title: string
  readonly period?: { readonly from: string; readonly to: string } | null
  readonly tables: readonly TableDraft[]
  readonly lists?: readonly ExportList[]
  readonly isEmpty: boolean
  readonly size?: 'small' | 'middle'
}

/** Saves tables that already stand on screen. */
export function TableExport({ about, title, period = null, tables, lists = [], isEmpty, size = 'middle' }: Props) {
  const { t } = useTranslation()
  return (
    <ExportMenu
      size={size}
      isEmpty={isEmpty}
      lists={lists}
      tables={tables.map(({ name }) => name)}
      make={async (format, table) => {
        const drafts = format === 'csv' ? tables.slice(table, table + 1) : tables
        const sheets = await Promise.all(drafts.map(async ({ sheet }) => sheet()))
        const only = format === 'csv' && tables.length > 1 ? ` ${drafts[0]?.name ?? ''}` : ''
        const written = sheets.filter(({ rows }, i) => i === 0 || rows.length > 0)
        const filled = written.map(({ name, columns, rows }) => ({
          name,
          columns: [...columns],
          rows: rows.map((row) => [...row]),
        }))
        return call('exports.table', {
          about,
          app: t('common.appName'),
          title: title + only,
          period,
          format,
          sheets: filled,
        })
      }}
    />
  )
}
