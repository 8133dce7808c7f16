import { Button, Modal } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SALES } from '../../../shared/contract/operation.ts'
import { NOT_CAPTURED_REASONS } from '../../../shared/values/vocabulary.ts'
import type { ApiFailure } from '../../api/api-failure.ts'
import { useSession } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useRead } from '../../api/use-read.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraftState } from '../../components/drafts/use-draft-state.ts'
import { ChoiceButtons } from '../../components/floor/ChoiceButtons.tsx'
import { StaffSelect } from '../../components/floor/StaffSelect.tsx'
import { useReturnFocus } from '../../components/keys/use-return-focus.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useVisitDefaults } from '../../stores/visit-defaults.ts'
import { PartyInput } from './ArrivalFields.tsx'
import { useNewVisit } from './use-new-visit.ts'
import { logInputOf } from './visit-view.ts'

type Said = {
  readonly channelId: string | null
  readonly partySize: number | null
  readonly receivedBy: string | null
}
type Props = { readonly onClose: () => void }

/** A visitor who left nothing: open, press the reason, done. The rest is what is usual here, and can be changed before. */
export function AnonymousModal({ onClose }: Props) {
  const { t } = useTranslation()
  useReturnFocus()
  const { me, people } = useSession()
  const empty = useNewVisit()
  const { lastChannelId, setLastChannelId } = useVisitDefaults()
  const channels = useRead('channels.list', {}).data?.channels ?? []
  const usual = channels.find(({ id }) => id === lastChannelId) ?? channels.find(({ group }) => group === 'walk_in')
  const {
    values,
    say,
    draft: kept,
  } = useDraftState<Said>({
    form: 'anonymous',
    subject: '',
    initial: { channelId: null, partySize: empty.partySize, receivedBy: empty.receivedBy },
  })
  const { channelId, partySize, receivedBy } = values
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const { mutate, isPending } = useAct('visits.log', { said: t('visits.said.anonymous') })
  const channel = channels.find(({ id }) => id === channelId) ?? usual ?? channels[0]

  const log = (notCapturedReason: string) => {
    if (channel === undefined || isPending) return
    const draft = { ...empty, channelId: channel.id, partySize, receivedBy, notCapturedReason }
    mutate(logInputOf(draft, []), {
      onSuccess: () => {
        setLastChannelId(channel.id)
        kept.done()
        onClose()
      },
      onError: setFailure,
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const reason = NOT_CAPTURED_REASONS[Number(event.key) - 1]
    const isButton = event.target instanceof Element && event.target.closest('input, [role="combobox"]') === null
    if (reason !== undefined && isButton) log(reason)
  }
  const who = people.find(({ id }) => id === receivedBy)?.name ?? t('visits.form.receivedByNone')
  return (
    <Modal open title={t('visits.anonymousTitle')} footer={null} scrollLock={false} onCancel={onClose} width={560}>
      <DraftNotice draft={kept} />
      <FailureNotice error={failure} />
      <div className="vs-reasons" onKeyDown={onKeyDown} role="group" aria-label={t('visits.form.reason')}>
        {NOT_CAPTURED_REASONS.map((reason, at) => (
          <Button key={reason} size="large" autoFocus={at === 0} disabled={isPending} onClick={() => log(reason)}>
            <kbd className="np-muted">{at + 1}</kbd> {t(`codes.notCaptured.${reason}`)}
          </Button>
        ))}
      </div>
      <p className="np-muted">
        {t('visits.anonymousAbout', { channel: channel?.name ?? '–', party: partySize ?? '–', who })}
      </p>
      <div className="vs-anonymous">
        <ChoiceButtons
          ariaLabel={t('visits.form.channel')}
          choices={channels.map(({ id, name }) => ({ value: id, label: name }))}
          value={channel?.id ?? null}
          onChange={(next) => say({ channelId: next })}
        />
        <PartyInput value={partySize} onChange={(next) => say({ partySize: next })} />
        {me.role !== 'salesperson' && (
          <StaffSelect
            roles={SALES}
            allowClear
            ariaLabel={t('visits.form.receivedBy')}
            placeholder={t('visits.form.receivedBy')}
            style={{ width: '12.5rem' }}
            value={receivedBy}
            onChange={(next) => say({ receivedBy: next })}
          />
        )}
      </div>
    </Modal>
  )
}
