import { useEffect } from 'react'
import { enterStatus } from '../api/session.ts'
import { useAct } from '../api/use-act.ts'

/** Makes room for the next person: F2, then their digit. */
export function useSwitchPerson(): () => void {
  const { mutate } = useAct('session.signOut')
  return () => mutate({}, { onSuccess: enterStatus })
}

export function useSwitchKey(): void {
  const switchPerson = useSwitchPerson()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F2' || event.repeat) return
      event.preventDefault()
      switchPerson()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
