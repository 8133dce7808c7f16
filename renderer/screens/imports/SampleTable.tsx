import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/imports.ts'
import { GradeTag } from '../../components/ui/GradeTag.tsx'
import { PhoneText } from '../../components/ui/Values.tsx'
import { useFormats } from '../../i18n/use-formats.ts'

type Row = ImportPlan['sample'][number]

const PAGE = 10

/** The first records as they would stand in the store. */
export function SampleTable({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation()
  const format = useFormats()
  if (plan.sample.length === 0) return null
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.preview.sample', { count: plan.sample.length })}</h2>
      </div>
      <Table<Row>
        size="small"
        rowKey="line"
        dataSource={plan.sample}
        scroll={{ x: 860 }}
        pagination={{ pageSize: PAGE, showSizeChanger: false, hideOnSinglePage: true }}
        columns={[
          { title: t('imports.preview.lineColumn'), dataIndex: 'line', width: 64, align: 'right', className: 'np-num' },
          {
            title: t('imports.preview.time'),
            width: 140,
            className: 'np-num',
            render: (_, { at, hasTime }) =>
              hasTime ? format.dateTime(at) : `${format.dayMonth(format.dayOf(at))} ${t('imports.preview.noTime')}`,
          },
          { title: t('imports.preview.customer'), dataIndex: 'name', ellipsis: true, render: (name) => name ?? '–' },
          { title: t('imports.field.phone'), width: 140, render: (_, { phone }) => <PhoneText value={phone} /> },
          {
            title: t('imports.field.partySize'),
            dataIndex: 'partySize',
            width: 64,
            align: 'right',
            className: 'np-num',
          },
          {
            title: t('imports.field.firstVisit'),
            width: 96,
            render: (_, { isFirst }) => t(isFirst ? 'imports.preview.first' : 'imports.preview.again'),
          },
          { title: t('imports.field.channel'), dataIndex: 'channel', ellipsis: true },
          { title: t('imports.field.receivedBy'), width: 96, render: (_, { person }) => person ?? '–' },
          {
            title: t('imports.field.grade'),
            width: 72,
            render: (_, { grade }) => (grade === null ? '–' : <GradeTag bucket={grade} />),
          },
          {
            title: t('imports.preview.outcome'),
            width: 110,
            render: (_, { outcome }) => t(`imports.outcome.${outcome}`),
          },
        ]}
      />
    </section>
  )
}
