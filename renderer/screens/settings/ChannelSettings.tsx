import { CopyOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../../shared/contract/plan.ts'
import { addMonths } from '../../../shared/values/business-date.ts'
import { call } from '../../api/client.ts'
import { useAct } from '../../api/use-act.ts'
import { useRead } from '../../api/use-read.ts'
import { useUnsavedGuard } from '../../components/forms/use-unsaved-guard.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { ChannelModal } from './ChannelModal.tsx'
import { CostTable } from './CostTable.tsx'
import { CostExport } from './MonthExports.tsx'
import { MonthPicker } from './MonthPicker.tsx'
import { useMonth } from './use-month.ts'

type Draft = Readonly<Record<string, number | null>>

/** What was typed and not saved yet, month by month, so that looking at another month loses nothing. */
function useCostDrafts(month: string) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({})
  const draft = drafts[month] ?? {}
  const setDraft = (next: Draft) => setDrafts((all) => ({ ...all, [month]: next }))
  const isDirty = Object.values(drafts).some((one) => Object.keys(one).length > 0)
  return { draft, setDraft, isDirty }
}

/** Where visitors come from, and what each source cost in a month. */
export function ChannelSettings() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { month, setMonth } = useMonth()
  const [edited, setEdited] = useState<Channel | 'new' | null>(null)
  const { draft, setDraft, isDirty } = useCostDrafts(month)
  const costs = useRead('channels.costs', { month }, { keepLast: true })
  const save = useAct('channels.saveCosts')
  useUnsavedGuard(isDirty)

  // A draft of null is a cost taken back, which is not the same as no draft.
  const rows = (costs.data?.costs ?? []).map((row) => ({
    ...row,
    costFen: row.id in draft ? (draft[row.id] ?? null) : row.costFen,
  }))

  const copyLast = async () => {
    const last = await call('channels.costs', { month: addMonths(month, -1) })
    const known = last.costs.filter(({ costFen }) => costFen !== null)
    if (known.length === 0) return void message.info(t('setup.channels.nothingToCopy'))
    setDraft({ ...draft, ...Object.fromEntries(known.map(({ id, costFen }) => [id, costFen])) })
    void message.info(t('setup.channels.copiedLast'))
  }
  const send = () =>
    save.mutate(
      { month, costs: Object.entries(draft).map(([channelId, costFen]) => ({ channelId, costFen })) },
      {
        onSuccess: () => {
          setDraft({})
          void message.success(t('common.saved'))
        },
      },
    )

  return (
    <div className="settings-panel">
      <p className="settings-note">{t('setup.channels.costNote')}</p>
      <div className="settings-bar">
        <MonthPicker month={month} onChange={setMonth} />
        <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copyLast()}>
          {t('setup.channels.copyLast')}
        </Button>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
          {t('setup.channels.add')}
        </Button>
        <CostExport month={month} rows={rows} />
      </div>
      <FailureNotice error={costs.error ?? save.error} />
      <CostTable
        rows={rows}
        isLoading={costs.isPending}
        onCost={(channelId, costFen) => setDraft({ ...draft, [channelId]: costFen })}
        onEdit={setEdited}
      />
      <div className="settings-foot">
        <Button type="primary" loading={save.isPending} disabled={Object.keys(draft).length === 0} onClick={send}>
          {t('common.save')}
        </Button>
      </div>
      {edited !== null && <ChannelModal channel={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}
