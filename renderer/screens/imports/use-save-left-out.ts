import { useTranslation } from 'react-i18next'
import type { FileReading } from '../../../shared/contract/imports.ts'
import type { Mapping } from '../../../shared/domain/import/fields.ts'
import { call } from '../../api/client.ts'
import { saveText } from './file-content.ts'

/**
 * Saves the rows left out as a CSV that can be mended and read in again: line and reason, then the cells under their headers.
 * A cell that a spreadsheet would run as a formula is made plain text.
 */
export function useSaveLeftOut(reading: FileReading, mapping: Mapping): () => Promise<void> {
  const { t } = useTranslation()
  return async () => {
    const { headers, rows } = await call('imports.leftOut', { token: reading.token, mapping })
    const { stringify } = await import('csv-stringify/browser/esm/sync')
    const head = [t('imports.preview.lineColumn'), t('imports.preview.reason'), ...headers]
    const lines = rows.map(({ line, code, cells }) => [line, t(`imports.leftOut.${code}`), ...cells])
    const text = stringify([head, ...lines], { escape_formulas: true, record_delimiter: '\r\n' })
    saveText(`${reading.fileName.replace(/\.\w+$/, '')}-${t('imports.preview.leftOut')}.csv`, text)
  }
}
