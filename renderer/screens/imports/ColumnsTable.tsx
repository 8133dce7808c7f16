import { Select, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { FIELDS_OF, type ImportField } from '../../../shared/domain/import/fields.ts'
import { fieldLabelKey, fieldOf, withColumn } from './meaning-view.ts'
import type { DraftHandle } from './use-draft.ts'

type Column = {
  readonly place: number
  readonly header: string
  readonly examples: string
  readonly field: ImportField | null
}

const SKIP = 'skip'
const PAGE = 40

/** One line per column of the file: its header, a few of its values, and what it is read in as. */
export function ColumnsTable({ handle }: { readonly handle: DraftHandle }) {
  const { t } = useTranslation()
  const { reading, mapping } = handle.draft
  const fields = FIELDS_OF[mapping.kind]
  const columns = reading.headers.map((header, place): Column => {
    const shown = mapping.headerRow < 0 ? t('imports.columns.unnamed', { place: place + 1 }) : header
    return { place, header: shown, examples: reading.examples[place] ?? '', field: fieldOf(mapping, place) }
  })
  const mapped = columns.filter(({ field }) => field !== null).length
  const labelOf = (field: ImportField) => {
    const label = t(fieldLabelKey(mapping.kind, field))
    return field === 'date' ? `${label}${t('imports.columns.required')}` : label
  }
  const options = [
    { value: SKIP, label: t('imports.columns.skip') },
    ...fields.map((field) => ({ value: field, label: labelOf(field) })),
  ]
  const choose = (place: number, chosen: string) =>
    handle.ask(withColumn(mapping, place, fields.find((field) => field === chosen) ?? null))

  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.columns.title')}</h2>
        <span className="np-muted">{t('imports.columns.hint')}</span>
        <span className="np-muted im-head-end">
          {t('imports.columns.counts', { mapped, skipped: columns.length - mapped })}
        </span>
      </div>
      <Table<Column>
        size="small"
        rowKey="place"
        pagination={columns.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
        dataSource={columns}
        rowClassName={({ field }) => (field === null ? 'im-skipped' : '')}
        columns={[
          { title: t('imports.columns.column'), dataIndex: 'header', width: 200, ellipsis: true },
          { title: t('imports.columns.examples'), dataIndex: 'examples', ellipsis: true },
          {
            title: t('imports.columns.meaning'),
            width: 260,
            render: (_, { place, header, field }) => (
              <Select
                className="im-wide"
                size="small"
                aria-label={t('common.pair', { name: header, value: t('imports.columns.meaning') })}
                showSearch={{ optionFilterProp: 'label' }}
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
