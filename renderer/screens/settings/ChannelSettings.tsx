import { CopyOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import type { Channel } from '../../../shared/contract/plan.ts'
import { addMonths, type Month } from '../../../shared/values/business-date.ts'
import { call } from '../../api/client.ts'
import { useAct } from '../../api/use-act.ts'
import { useRead } from '../../api/use-read.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraftState } from '../../components/drafts/use-draft-state.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { Loaded } from '../../components/ui/Page.tsx'
import { ChannelModal } from './ChannelModal.tsx'
import { CostTable } from './CostTable.tsx'
import { CostExport } from './MonthExports.tsx'
import { MonthPicker } from './MonthPicker.tsx'
import { useMonth } from './use-month.ts'

type Costs = OutputOf<'channels.costs'>['costs']

/** Where visitors come from, and what each source cost in a month. */
export function ChannelSettings() {
  const { t } = useTranslation()
  const { month, setMonth } = useMonth()
  const costs = useRead('channels.costs', { month })
  return (
    <div className="settings-panel">
      <p className="settings-note">{t('setup.channels.costNote')}</p>
      <div className="settings-bar">
        <MonthPicker month={month} onChange={setMonth} />
      </div>
      <Loaded read={costs}>{(data) => <CostForm key={month} month={month} costs={data.costs} />}</Loaded>
    </div>
  )
}

/** A month's costs; what was typed and not saved comes back with its month. */
function CostForm({ month, costs }: { readonly month: string; readonly costs: Costs }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [edited, setEdited] = useState<Channel | 'new' | null>(null)
  const { values, said, say, draft } = useDraftState<Readonly<Record<string, number | null>>>({
    form: 'costs',
    subject: month,
    initial: Object.fromEntries(costs.map(({ id, costFen }) => [id, costFen])),
    isEdit: true,
  })
  const save = useAct('channels.saveCosts', { plainly: t('common.saved') })
  const rows = costs.map((row) => ({ ...row, costFen: values[row.id] ?? null }))
  const changed = Object.entries(said).map(([channelId, costFen]) => ({ channelId, costFen: costFen ?? null }))

  const copyLast = async () => {
    const last = await call('channels.costs', { month: addMonths(month as Month, -1) })
    const known = last.costs.filter(({ costFen }) => costFen !== null)
    if (known.length === 0) return void message.info(t('setup.channels.nothingToCopy'))
    say(Object.fromEntries(known.map(({ id, costFen }) => [id, costFen])))
    void message.info(t('setup.channels.copiedLast'))
  }
  const send = () => save.mutate({ month, costs: changed }, { onSuccess: () => draft.done() })

  return (
    <>
      <div className="settings-bar">
        <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copyLast()}>
          {t('setup.channels.copyLast')}
        </Button>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
          {t('setup.channels.add')}
        </Button>
        <CostExport month={month} rows={rows} />
      </div>
      <DraftNotice draft={draft} />
      <FailureNotice error={save.error} />
      <CostTable rows={rows} onCost={(channelId, costFen) => say({ [channelId]: costFen })} onEdit={setEdited} />
      <div className="settings-foot">
        <Button type="primary" loading={save.isPending} disabled={changed.length === 0} onClick={send}>
          {t('common.save')}
        </Button>
      </div>
      {edited !== null && <ChannelModal channel={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}
