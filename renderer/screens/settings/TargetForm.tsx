import { App, Button, Dropdown, Form, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import type { ApiFailure } from '../../api/api-failure.ts'
import { call } from '../../api/client.ts'
import { useAct } from '../../api/use-act.ts'
import { CountInput } from '../../components/forms/CountInput.tsx'
import { useUnsavedGuard } from '../../components/forms/use-unsaved-guard.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useFailureText } from '../../components/ui/use-failure-text.ts'
import { TargetExport } from './MonthExports.tsx'
import { TargetTable } from './TargetTable.tsx'
import { balanceOf } from './target-sum.ts'

const WAYS = ['equal', 'recent_deals', 'capacity'] as const
type Targets = OutputOf<'targets.get'>

/** Saves only what adds up; the sum is shown while typing. */
export function TargetForm({ month, targets }: { readonly month: string; readonly targets: Targets }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const [draft, setDraft] = useState<Targets | null>(null)
  const save = useAct('targets.save')
  const { deals, potential, people } = draft ?? targets
  const balance = balanceOf(deals, people)
  const isRight = balance.state === 'none' || balance.state === 'balanced'
  const change = (changes: Partial<Targets>) => setDraft({ deals, potential, people, ...changes })
  useUnsavedGuard(draft !== null)

  const propose = (by: (typeof WAYS)[number]) =>
    call('targets.propose', { month, deals: deals ?? 0, by })
      .then((proposal) => change({ people: proposal.people }))
      .catch((error: ApiFailure) => message.error(failureText(error)))
  const send = () =>
    save.mutate(
      { month, deals, potential, people: people.map((share) => ({ staffId: share.staffId, deals: share.deals })) },
      {
        onSuccess: () => {
          setDraft(null)
          void message.success(t('common.saved'))
        },
      },
    )

  return (
    <Form layout="vertical" onFinish={send}>
      <Space size={24} align="start">
        <Form.Item htmlFor="target-deals" label={t('setup.targets.store')}>
          <CountInput id="target-deals" max={100_000} value={deals} onChange={(value) => change({ deals: value })} />
        </Form.Item>
        <Form.Item
          htmlFor="target-potential"
          label={t('setup.targets.potential')}
          extra={t('setup.targets.potentialHint')}
        >
          <CountInput id="target-potential" value={potential} onChange={(value) => change({ potential: value })} />
        </Form.Item>
      </Space>
      <div className="settings-bar">
        <Dropdown
          trigger={['click']}
          disabled={deals === null}
          menu={{
            items: WAYS.map((key) => ({ key, label: t(`setup.targets.${key}`) })),
            onClick: ({ key }) => void propose(WAYS.find((way) => way === key) ?? 'equal'),
          }}
        >
          <Button>{t('setup.targets.propose')}</Button>
        </Dropdown>
        <Button onClick={() => change({ people: people.map((share) => ({ ...share, deals: null })) })}>
          {t('setup.targets.clear')}
        </Button>
        <TargetExport month={month} targets={{ deals, potential, people }} />
      </div>
      <TargetTable
        people={people}
        balance={balance}
        onDeals={(staffId, value) =>
          change({ people: people.map((share) => (share.staffId === staffId ? { ...share, deals: value } : share)) })
        }
      />
      <div className="settings-foot">
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={draft === null || !isRight}>
          {t('common.save')}
        </Button>
      </div>
      <FailureNotice error={save.error} />
    </Form>
  )
}
