import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { CountInput } from '../../components/forms/CountInput.tsx'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { CountText } from '../../components/ui/Values.tsx'
import type { Balance, Share } from './target-sum.ts'

type Props = {
  readonly people: readonly Share[]
  readonly balance: Balance
  readonly onDeals: (staffId: string, deals: number | null) => void
}

function BalanceText({ balance }: { readonly balance: Balance }) {
  const { t } = useTranslation()
  if (balance.state === 'none') return <span className="np-muted">{t('setup.targets.none')}</span>
  if (balance.state === 'balanced') return <span className="np-light-green">✓ {t('setup.targets.balanced')}</span>
  const sentence = t(balance.state === 'short' ? 'setup.targets.short' : 'setup.targets.over', { count: balance.by })
  return <strong className="np-light-red">{sentence}</strong>
}

export function TargetTable({ people, balance, onDeals }: Props) {
  const { t } = useTranslation()
  return (
    <Table<Share>
      size="middle"
      rowKey="staffId"
      dataSource={people}
      pagination={false}
      locale={{ emptyText: <EmptyHint title={t('setup.targets.empty')} hint={t('setup.targets.emptyHint')} /> }}
      columns={[
        { title: t('setup.targets.person'), dataIndex: 'name' },
        {
          title: t('setup.targets.deals'),
          width: 180,
          render: (_, { staffId, name, deals }) => (
            <CountInput
              max={100_000}
              value={deals}
              ariaLabel={`${name} ${t('setup.targets.deals')}`}
              onChange={(value) => onDeals(staffId, value)}
            />
          ),
        },
      ]}
      summary={() =>
        people.length > 0 && (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>
              {t('setup.targets.sum')}{' '}
              <span aria-live="polite">
                <BalanceText balance={balance} />
              </span>
            </Table.Summary.Cell>
            <Table.Summary.Cell index={1}>
              <strong>
                <CountText value={balance.sum} />
              </strong>
            </Table.Summary.Cell>
          </Table.Summary.Row>
        )
      }
    />
  )
}
