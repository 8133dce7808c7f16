import { useNavigate } from 'react-router'

const BY_KEY = { byKey: true } as const

/** Goes somewhere for a key or the palette; forms that would lose something ask first, as for any link. */
export function useGo(): (path: string) => void {
  const navigate = useNavigate()
  return (path) => void navigate(path, { state: BY_KEY })
}

/** Whether somebody came here by a key: then the next one belongs to the screen and not to what they left. */
export function cameByKey(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'byKey' in state
}
