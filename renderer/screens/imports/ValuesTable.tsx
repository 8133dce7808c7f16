import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { CountText } from '../../components/ui/Values.tsx'
import { MeaningSelect } from './MeaningSelect.tsx'
import type { ValueGroup, ValueRow, ValueState } from './meaning-view.ts'
import { StateMark } from './StateMark.tsx'

type Props = { readonly group: ValueGroup; readonly onMean: (value: string, meaning: string) => void }

const PAGE = 50

/** The distinct values of one column, how many rows have each, and what it means. */
export function ValuesTable({ group, onMean }: Props) {
  const { t } = useTranslation()
  const asksForPeople = group.field === 'receivedBy'
  return (
    <>
      {asksForPeople && <p className="np-muted im-hint">{t('imports.values.nobodyHint')}</p>}
      <Table<ValueRow>
        size="small"
        className="im-values"
        rowKey="value"
        pagination={group.rows.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
        dataSource={[...group.rows]}
        rowClassName={({ state }) => (state === 'open' ? 'im-open' : '')}
        columns={[
          {
            title: t('imports.values.value'),
            dataIndex: 'value',
            ellipsis: true,
            render: (value: string) =>
              value === '' ? <span className="np-muted">{t('imports.values.blank')}</span> : value,
          },
          {
            title: t('imports.values.rows'),
            dataIndex: 'rows',
            width: 80,
            align: 'right',
            render: (rows: number) => <CountText value={rows} />,
          },
          {
            title: t('imports.values.meaning'),
            width: 320,
            render: (_, { value, meaning }) => (
              <MeaningSelect
                field={group.field}
                value={value}
                meaning={meaning}
                onMean={(chosen) => onMean(value, chosen)}
              />
            ),
          },
          { title: t('imports.values.state'), width: 110, render: (_, { state }) => <StateTag state={state} /> },
        ]}
      />
    </>
  )
}

function StateTag({ state }: { readonly state: ValueState }) {
  const { t } = useTranslation()
  switch (state) {
    case 'open':
      return <StateMark tone="red">{t('imports.values.choose')}</StateMark>
    case 'guess':
      return <StateMark tone="amber">{t('imports.values.lookAt')}</StateMark>
    case 'new':
      return <StateMark tone="accent">{t('imports.values.isNew')}</StateMark>
    case 'sure':
      return null
  }
}
