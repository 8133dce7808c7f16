import { Table, type TableColumnsType } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/imports.ts'
import type { ImportKind } from '../../../shared/domain/import/fields.ts'
import { GradeTag } from '../../components/ui/GradeTag.tsx'
import { MoneyText, PhoneText } from '../../components/ui/Values.tsx'
import type { Formats } from '../../i18n/formats.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { fieldLabelKey } from './meaning-view.ts'

type Row = ImportPlan['sample'][number]
type Columns = TableColumnsType<Row>

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
        columns={[...begin(t, format, plan.kind), ...middle(t, plan.kind), ...end(t, plan.kind)]}
      />
    </section>
  )
}

function begin(t: TFunction, format: Formats, kind: ImportKind): Columns {
  const dayOf = ({ at, hasTime }: Row) => {
    if (kind !== 'visits') return format.date(format.dayOf(at))
    return hasTime ? format.dateTime(at) : `${format.dayMonth(format.dayOf(at))} ${t('imports.preview.noTime')}`
  }
  return [
    { title: t('imports.preview.lineColumn'), dataIndex: 'line', width: 64, align: 'right', className: 'np-num' },
    {
      title: kind === 'visits' ? t('imports.preview.arrival') : t(fieldLabelKey(kind, 'date')),
      width: 140,
      className: 'np-num',
      render: (_, row) => dayOf(row),
    },
    {
      title: t('imports.preview.customer'),
      dataIndex: 'name',
      ellipsis: true,
      render: (name: string | null) => name ?? '–',
    },
    { title: t('imports.field.phone'), width: 140, render: (_, { phone }) => <PhoneText value={phone} /> },
  ]
}

function middle(t: TFunction, kind: ImportKind): Columns {
  if (kind !== 'visits') {
    return [
      {
        title: t('imports.field.model'),
        dataIndex: 'model',
        ellipsis: true,
        render: (model: string | null) => model ?? '–',
      },
    ]
  }
  return [
    { title: t('imports.field.partySize'), dataIndex: 'partySize', width: 64, align: 'right', className: 'np-num' },
    {
      title: t('imports.field.firstVisit'),
      width: 96,
      render: (_, { isFirst }) => t(isFirst ? 'imports.preview.first' : 'imports.preview.again'),
    },
  ]
}

function end(t: TFunction, kind: ImportKind): Columns {
  const grade: Columns[number] = {
    title: t('imports.field.grade'),
    width: 72,
    render: (_, row) => (row.grade === null ? '–' : <GradeTag bucket={row.grade} />),
  }
  const price: Columns[number] = {
    title: t('imports.preview.price'),
    width: 120,
    align: 'right',
    render: (_, { priceFen }) => <MoneyText value={priceFen} />,
  }
  return [
    { title: t('imports.field.channel'), dataIndex: 'channel', ellipsis: true },
    {
      title: t(kind === 'visits' ? 'imports.fieldOf.visits.receivedBy' : 'imports.preview.person'),
      width: 130,
      ellipsis: true,
      render: (_, { person }) => person ?? '–',
    },
    ...(kind === 'sales' ? [] : [grade]),
    ...(kind === 'visits' ? [] : [price]),
    { title: t('imports.preview.outcome'), width: 110, render: (_, { outcome }) => t(`imports.outcome.${outcome}`) },
  ]
}
