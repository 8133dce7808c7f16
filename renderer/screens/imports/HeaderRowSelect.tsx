import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FileReading } from '../../../shared/contract/imports.ts'
import type { Mapping } from '../../../shared/domain/import/fields.ts'

type Props = {
  readonly reading: FileReading
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

const SHOWN = 24

/** Which row holds the headers: registers begin with titles. Another row is another table, so the columns are guessed anew. */
export function HeaderRowSelect({ reading, mapping, onChange }: Props) {
  const { t } = useTranslation()
  const options = reading.head.map((cells, row) => {
    const text = cells.filter((cell) => cell.trim() !== '').join(' ')
    return { value: row, label: t('imports.columns.headerAt', { row: row + 1, text: text.slice(0, SHOWN) }) }
  })
  return (
    <label className="im-head-end">
      {t('imports.columns.headerRow')}{' '}
      <Select
        className="im-header-row"
        popupMatchSelectWidth={false}
        value={mapping.headerRow}
        options={[{ value: -1, label: t('imports.columns.noHeader') }, ...options]}
        onChange={(headerRow: number) => onChange({ ...mapping, headerRow, columns: {}, values: {} })}
      />
    </label>
  )
}
