import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, Status } from '../../../shared/contract/session.ts'
import { hearShell } from '../../api/shell.ts'
import { useLeaveDemo } from '../../app/use-leave-demo.ts'
import { MovedNotice } from '../../components/store-file/MovedNotice.tsx'
import { useHandedOver } from '../../components/store-file/use-handed-over.ts'
import { useEntry } from '../../stores/entry.ts'
import { ClaimForm } from './ClaimForm.tsx'
import { DemoRoles, seatsOf, useEnterAs } from './DemoRoles.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import { PersonButton } from './PersonButton.tsx'
import { RecoverForm } from './RecoverForm.tsx'
import { SecretField } from './SecretField.tsx'

/** A digit picks the person of that number, wherever the focus is not in a field; Escape lets go again. */
function usePickByKey(people: readonly Person[], pick: (person: Person | null) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') return pick(null)
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.altKey || event.metaKey) return
      const person = /^[1-9]$/.test(event.key) ? people[Number(event.key) - 1] : undefined
      if (person === undefined) return
      event.preventDefault()
      pick(person)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

/** Who is at the keyboard: a digit or a click, then the PIN. */
export function SignInScreen({ status }: { readonly status: Status }) {
  const { t } = useTranslation()
  const lockedStaffId = useEntry((state) => state.lockedStaffId)
  const [staffId, setStaffId] = useState(lockedStaffId)
  const pick = (one: Person | null) => setStaffId(one?.id ?? null)
  const [isRecovering, setRecovering] = useState(false)
  const leaveDemo = useLeaveDemo()
  const { people, demoSecret } = status
  const person = people.find((one) => one.id === staffId) ?? null
  const isDemo = demoSecret !== null
  const sayHandedOver = useHandedOver()
  useEffect(() => hearShell((ask) => ask.kind === 'store_file' && sayHandedOver()), [sayHandedOver])
  const entering = useEnterAs(demoSecret)
  const { first, others } = seatsOf(people)
  usePickByKey(isDemo ? [...first, ...others] : people, isDemo ? (picked) => picked && entering.enter(picked) : pick)

  if (status.unclaimedBy.length > 0) return <ClaimForm status={status} />
  if (isRecovering && person !== null) return <RecoverForm person={person} onBack={() => setRecovering(false)} />
  return (
    <EntryFrame
      title={status.storeName ?? t('session.signIn')}
      aside={
        status.isDemo && (
          <Button type="text" onClick={leaveDemo}>
            {t('session.leaveDemo')}
          </Button>
        )
      }
    >
      <MovedNotice movedAt={status.movedAt} />
      <p className="entry-lead">{t(isDemo ? 'session.demoRoles' : 'session.whoAreYou')}</p>
      {lockedStaffId !== null && (
        <Alert type="info" showIcon title={t('session.locked')} style={{ marginBottom: 16 }} />
      )}
      {isDemo ? (
        <DemoRoles people={people} entering={entering} />
      ) : (
        <div className="entry-people">
          {people.map((one, index) => (
            <PersonButton
              key={one.id}
              person={one}
              digit={index < 9 ? index + 1 : null}
              isPicked={one.id === staffId}
              onPick={() => setStaffId(one.id)}
            />
          ))}
        </div>
      )}
      {person !== null && !isDemo && (
        <SecretField key={person.id} person={person} onForgot={() => setRecovering(true)} />
      )}
    </EntryFrame>
  )
}
