import { DownloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LeftOutRow } from '../../../shared/contract/imports.ts'
import { guard } from '../../../shared/domain/export/guard.ts'
import type { Sheet } from '../../../shared/domain/export/sheet.ts'
import { call } from '../../api/client.ts'
import { TableExport } from '../../components/export/TableExport.tsx'
import type { FileDraft } from '../../stores/import-draft.ts'
import { saveText } from './file-content.ts'

/** What `exports.table` takes; a longer list is written here, as text only. */
const MOST_EXPORTED = 5000
const MOST_COLUMNS = 199
const LONGEST_HEADER = 200

type Props = { readonly draft: FileDraft; readonly total: number }

/** Every row left out as a file to mend and read in again: its cells under its headers, the reason in the last column. */
export function LeftOutExport({ draft, total }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const readSheet = useLeftOutSheet(draft)
  const base = draft.reading.fileName.replace(/\.\w+$/, '')
  const title = `${base} ${t('imports.preview.leftOut')}`
  if (total <= MOST_EXPORTED) {
    return (
      <TableExport
        size="small"
        about="imports.leftOut"
        title={title}
        isEmpty={total === 0}
        tables={[{ name: t('imports.preview.leftOut'), sheet: readSheet }]}
      />
    )
  }
  const save = async () => {
    const { columns, rows } = await readSheet()
    const { stringify } = await import('csv-stringify/browser/esm/sync')
    const lines = [columns.map(({ header }) => header), ...rows].map((line) =>
      line.map((cell) => guard(String(cell ?? ''))),
    )
    saveText(`${title}.csv`, stringify(lines, { record_delimiter: '\r\n', quoted_string: true }))
  }
  return (
    <Button
      size="small"
      icon={<DownloadOutlined aria-hidden />}
      onClick={() => void save().catch(() => message.error(t('failure.internal')))}
    >
      {t('imports.preview.downloadCsv')}
    </Button>
  )
}

function useLeftOutSheet({ reading, mapping }: FileDraft): () => Promise<Sheet> {
  const { t } = useTranslation()
  const reasonOf = ({ line, code }: LeftOutRow) =>
    t('imports.preview.reasonOfLine', { line, reason: t(`imports.leftOut.${code}`) })
  return async () => {
    const { token } = reading
    const { headers, rows } = await call('imports.leftOut', { jobId: crypto.randomUUID(), token, mapping })
    const width = Math.min(MOST_COLUMNS, Math.max(headers.length, ...rows.map(({ cells }) => cells.length)))
    const places = Array.from({ length: width }, (_, place) => place)
    const columns = [...places.map((place) => headers[place] ?? ''), t('imports.preview.reasonColumn')]
    return {
      name: t('imports.preview.leftOut'),
      columns: columns.map((header) => ({ header: header.slice(0, LONGEST_HEADER), kind: 'text' as const })),
      rows: rows.map((row) => [...places.map((place) => row.cells[place] ?? ''), reasonOf(row)]),
    }
  }
}
