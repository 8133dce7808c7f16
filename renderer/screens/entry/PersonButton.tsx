import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/session.ts'

type Props = {
  readonly person: Person
  readonly digit: number | null
  readonly isPicked: boolean
  readonly onPick: () => void
}

export function PersonButton({ person, digit, isPicked, onPick }: Props) {
  const { t } = useTranslation()
  return (
    <button type="button" className="entry-person" aria-pressed={isPicked} onClick={onPick}>
      {digit !== null && <kbd>{digit}</kbd>}
      <span>
        <span className="entry-person-name">{person.name}</span>
        <span className="entry-person-role">{t(`codes.role.${person.role}`)}</span>
      </span>
    </button>
  )
}
