import { Select, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FileReading } from '../../../shared/contract/imports.ts'
import { IMPORT_FIELDS, type ImportField, type Mapping } from '../../../shared/domain/import/fields.ts'
import { HeaderRowSelect } from './HeaderRowSelect.tsx'
import { fieldOf, withColumn } from './meaning-view.ts'

type Props = {
  readonly reading: FileReading
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}
type Column = {
  readonly place: number
  readonly header: string
  readonly examples: string
  readonly field: ImportField | null
}

const SKIP = 'skip'

/** One line per column of the file: its header, a few of its values, and what it is read in as. */
export function ColumnsTable({ reading, mapping, onChange }: Props) {
  const { t } = useTranslation()
  const columns = reading.headers.map((header, place): Column => {
    return { place, header, examples: reading.examples[place] ?? '', field: fieldOf(mapping, place) }
  })
  const options = [
    { value: SKIP, label: t('imports.columns.skip') },
    ...IMPORT_FIELDS.map((field) => ({ value: field, label: t(`imports.field.${field}`) })),
  ]
  const choose = (place: number, chosen: string) =>
    onChange(withColumn(mapping, place, IMPORT_FIELDS.find((field) => field === chosen) ?? null))

  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.columns.title')}</h2>
        <span className="np-muted">{t('imports.columns.hint')}</span>
        <HeaderRowSelect reading={reading} mapping={mapping} onChange={onChange} />
      </div>
      <Table<Column>
        size="small"
        rowKey="place"
        pagination={columns.length > 40 ? { pageSize: 40, showSizeChanger: false } : false}
        dataSource={columns}
        rowClassName={({ field }) => (field === null ? 'im-skipped' : '')}
        columns={[
          { title: t('imports.columns.column'), dataIndex: 'header', width: 180, ellipsis: true },
          { title: t('imports.columns.examples'), dataIndex: 'examples', ellipsis: true },
          {
            title: t('imports.columns.meaning'),
            width: 220,
            render: (_, { place, header, field }) => (
              <Select
                className="im-wide"
                size="small"
                aria-label={t('common.pair', { name: header, value: t('imports.columns.meaning') })}
                value={field ?? SKIP}
                options={options}
                onChange={(chosen) => choose(place, chosen)}
              />
            ),
          },
        ]}
      />
    </section>
  )
}
