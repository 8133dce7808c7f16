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
type Column = TableColumnsType<Row>[number] & { readonly width: number }
type Columns = readonly Column[]

const PAGE = 10
/** A name is read from its beginning: no narrower than that. */
const NAME_PX = 110

/** The first records as they would stand in the store. */
export function SampleTable({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation()
  const format = useFormats()
  if (plan.sample.length === 0) return null
  const columns = [...begin(t, format, plan), ...middle(t, plan.kind), ...end(t, plan)]
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.preview.sample', { count: plan.sample.length })}</h2>
      </div>
      <Table<Row>
        size="small"
        rowKey="line"
        dataSource={plan.sample}
        scroll={{ x: columns.reduce((sum, { width }) => sum + width, 0) }}
        pagination={{ pageSize: PAGE, showSizeChanger: false, hideOnSinglePage: true }}
        columns={columns}
      />
    </section>
  )
}

/** What the file says nothing of has no column here. */
function begin(t: TFunction, format: Formats, { kind, sample }: ImportPlan): Columns {
  const dayOf = ({ at, hasTime }: Row) => {
    if (kind !== 'visits') return format.date(format.dayOf(at))
    return hasTime ? format.dateTime(at) : `${format.dayMonth(format.dayOf(at))} ${t('imports.preview.noTime')}`
  }
  const phone: Column = {
    title: t('imports.field.phone'),
    width: 130,
    render: (_, row) => <PhoneText value={row.phone} />,
  }
  return [
    { title: t('imports.preview.lineColumn'), dataIndex: 'line', width: 60, align: 'right', className: 'np-num' },
    {
      title: kind === 'visits' ? t('imports.preview.arrival') : t(fieldLabelKey(kind, 'date')),
      width: kind === 'visits' ? 140 : 110,
      className: 'np-num',
      render: (_, row) => dayOf(row),
    },
    {
      title: t('imports.preview.customer'),
      dataIndex: 'name',
      width: NAME_PX,
      ellipsis: true,
      render: (name: string | null) => name ?? '–',
    },
    ...(sample.some((row) => row.phone !== null) ? [phone] : []),
  ]
}

function middle(t: TFunction, kind: ImportKind): Columns {
  if (kind !== 'visits') {
    return [
      {
        title: t('imports.field.model'),
        dataIndex: 'model',
        width: NAME_PX,
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

function end(t: TFunction, { kind, sample }: ImportPlan): Columns {
  const grade: Column = {
    title: t('imports.field.grade'),
    width: 72,
    render: (_, row) => (row.grade === null ? '–' : <GradeTag bucket={row.grade} />),
  }
  const price: Column = {
    title: t('imports.preview.price'),
    width: 104,
    align: 'right',
    render: (_, { priceFen }) => <MoneyText value={priceFen} />,
  }
  return [
    { title: t('imports.field.channel'), dataIndex: 'channel', width: NAME_PX, ellipsis: true },
    {
      title: t(kind === 'visits' ? 'imports.fieldOf.visits.receivedBy' : 'imports.preview.person'),
      width: NAME_PX,
      ellipsis: true,
      render: (_, { person }) => person ?? '–',
    },
    ...(kind !== 'sales' && sample.some((row) => row.grade !== null) ? [grade] : []),
    ...(kind === 'visits' ? [] : [price]),
    { title: t('imports.preview.outcome'), width: 96, render: (_, { outcome }) => t(`imports.outcome.${outcome}`) },
  ]
}
