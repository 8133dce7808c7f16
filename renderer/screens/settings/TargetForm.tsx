import { App, Button, Dropdown, Form, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import type { ApiFailure } from '../../api/api-failure.ts'
import { call } from '../../api/client.ts'
import { useAct } from '../../api/use-act.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraftState } from '../../components/drafts/use-draft-state.ts'
import { CountInput } from '../../components/forms/CountInput.tsx'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useFailureText } from '../../components/ui/use-failure-text.ts'
import { TargetExport } from './MonthExports.tsx'
import { TargetTable } from './TargetTable.tsx'
import { balanceOf, sharesSaid, targetsSaid, toTargets } from './target-sum.ts'

const WAYS = ['equal', 'recent_deals', 'capacity'] as const
type Targets = OutputOf<'targets.get'>

/** Saves only what adds up; the sum is shown while typing. */
export function TargetForm({ month, targets }: { readonly month: string; readonly targets: Targets }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const { values, said, say, draft } = useDraftState({
    form: 'targets',
    subject: month,
    initial: targetsSaid(targets),
    isEdit: true,
  })
  const save = useAct('targets.save', { plainly: t('common.saved') })
  const { deals, potential, people } = toTargets(targets.people, values)
  const balance = balanceOf(deals, people)
  const isRight = balance.state === 'none' || balance.state === 'balanced'

  const propose = (by: (typeof WAYS)[number]) =>
    call('targets.propose', { month, deals: deals ?? 0, by })
      .then((proposal) => say(sharesSaid(proposal.people)))
      .catch((error: ApiFailure) => message.error(failureText(error)))
  const send = () =>
    save.mutate(
      { month, deals, potential, people: people.map((share) => ({ staffId: share.staffId, deals: share.deals })) },
      { onSuccess: () => draft.done() },
    )

  return (
    <Form layout="vertical" onFinish={send}>
      <DraftNotice draft={draft} />
      <Space size={24} align="start">
        <Form.Item htmlFor="target-deals" label={t('setup.targets.store')}>
          <CountInput id="target-deals" max={100_000} value={deals} onChange={(value) => say({ deals: value })} />
        </Form.Item>
        <Form.Item
          htmlFor="target-potential"
          label={t('setup.targets.potential')}
          extra={t('setup.targets.potentialHint')}
        >
          <CountInput id="target-potential" value={potential} onChange={(value) => say({ potential: value })} />
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
        <Button onClick={() => say(sharesSaid(people.map((share) => ({ ...share, deals: null }))))}>
          {t('setup.targets.clear')}
        </Button>
        <TargetExport month={month} targets={{ deals, potential, people }} />
      </div>
      <TargetTable
        people={people}
        balance={balance}
        onDeals={(staffId, value) => say(sharesSaid([{ staffId, deals: value }]))}
      />
      <div className="settings-foot">
        <Button
          type="primary"
          htmlType="submit"
          loading={save.isPending}
          disabled={Object.keys(said).length === 0 || !isRight}
        >
          {t('common.save')}
        </Button>
      </div>
      <FailureNotice error={save.error} />
    </Form>
  )
}
