import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/session.ts'
import type { Role } from '../../../shared/values/vocabulary.ts'
import { enterStatus } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useEntry } from '../../stores/entry.ts'
import { useTour } from '../../stores/tour.ts'

/** Whoever is new most likely sells; the keys follow this order. */
const ROLES: readonly Role[] = ['salesperson', 'reception', 'manager', 'owner']

type Seats = { readonly first: readonly Person[]; readonly others: readonly Person[] }

/** One person for each role, and the rest. */
export function seatsOf(people: readonly Person[]): Seats {
  const first = ROLES.flatMap((role) => people.find((person) => person.role === role) ?? [])
  return { first, others: people.filter((person) => !first.includes(person)) }
}

/** Enters the demo as somebody; whose role is new here is led through it. */
export function useEnterAs(secret: string | null) {
  const signIn = useAct('session.signIn')
  const enter = (person: Person) => {
    if (secret === null || signIn.isPending) return
    signIn.mutate(
      { staffId: person.id, secret },
      {
        onSuccess: (status) => {
          const { seen, start, stop } = useTour.getState()
          useEntry.getState().setLocked(null)
          if (seen.includes(person.role)) stop()
          else start(person.role)
          enterStatus(status)
        },
      },
    )
  }
  return { enter, isPending: signIn.isPending, error: signIn.error }
}

type Props = { readonly people: readonly Person[]; readonly entering: ReturnType<typeof useEnterAs> }

/** The demo's door: a role by one press, without a secret. */
export function DemoRoles({ people, entering }: Props) {
  const { t } = useTranslation()
  const { first, others } = seatsOf(people)
  const { enter, isPending, error } = entering
  return (
    <>
      <FailureNotice error={error} />
      <div className="entry-roles">
        {first.map((person, at) => (
          <button
            key={person.id}
            type="button"
            className="entry-person"
            autoFocus={at === 0}
            disabled={isPending}
            onClick={() => enter(person)}
          >
            <kbd>{at + 1}</kbd>
            <span>
              <span className="entry-person-name">{t(`codes.role.${person.role}`)}</span>
              <span className="entry-person-role">{t(`session.demoRole.${person.role}`)}</span>
            </span>
          </button>
        ))}
      </div>
      <p className="entry-others">
        <span className="np-muted">{t('session.demoOthers')}</span>
        {others.map((person) => (
          <button
            key={person.id}
            type="button"
            className="entry-other"
            title={t(`codes.role.${person.role}`)}
            disabled={isPending}
            onClick={() => enter(person)}
          >
            {person.name}
          </button>
        ))}
      </p>
    </>
  )
}
