import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../../shared/contract/plan.ts'
import { MoneyInput } from '../../components/forms/MoneyInput.tsx'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { MoneyText } from '../../components/ui/Values.tsx'

type Row = Channel & { readonly costFen: number | null }
type Props = {
  readonly rows: readonly Row[]
  readonly onCost: (channelId: string, costFen: number | null) => void
  readonly onEdit: (channel: Channel) => void
}

export function CostTable({ rows, onCost, onEdit }: Props) {
  const { t } = useTranslation()
  const known = rows.filter(({ costFen }) => costFen !== null)
  const totalFen = known.length === 0 ? null : known.reduce((sum, { costFen }) => sum + (costFen ?? 0), 0)
  return (
    <Table<Row>
      size="middle"
      rowKey="id"
      dataSource={rows}
      pagination={false}
      locale={{ emptyText: <EmptyHint title={t('setup.channels.empty')} hint={t('setup.channels.emptyHint')} /> }}
      columns={[
        { title: t('setup.channelName'), dataIndex: 'name' },
        { title: t('setup.channelGroup'), width: 120, render: (_, { group }) => t(`codes.channelGroup.${group}`) },
        {
          title: t('setup.channels.cost'),
          width: 200,
          render: (_, { id, name, costFen }) => (
            <MoneyInput
              value={costFen}
              ariaLabel={`${name} ${t('setup.channels.cost')}`}
              onChange={(fen) => onCost(id, fen)}
            />
          ),
        },
        {
          title: t('setup.people.actions'),
          width: 110,
          render: (_, channel) => (
            <Button size="small" onClick={() => onEdit(channel)}>
              {t('common.edit')}
            </Button>
          ),
        },
      ]}
      summary={() =>
        rows.length > 0 && (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={2}>
              {t('common.total')}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={1} colSpan={2}>
              <strong>
                <MoneyText value={totalFen} />
              </strong>
            </Table.Summary.Cell>
          </Table.Summary.Row>
        )
      }
    />
  )
}
