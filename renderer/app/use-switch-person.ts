import { enterStatus } from '../api/session.ts'
import { useAct } from '../api/use-act.ts'
import { flushDrafts } from '../stores/drafts.ts'

/** Makes room for the next person: F2, then their digit. */
export function useSwitchPerson(): () => void {
  const { mutate } = useAct('session.signOut')
  // What was typed last is theirs: it has to be in the store before they are gone.
  return () => void flushDrafts().then(() => mutate({}, { onSuccess: enterStatus }))
}
