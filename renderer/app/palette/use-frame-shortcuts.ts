import { useSession } from '../../api/session.ts'
import { useShortcuts } from '../../components/keys/use-shortcuts.ts'
import { usePalette } from '../../stores/palette.ts'
import { asking } from '../asks.ts'
import { type NavigationKey, placesOf } from '../navigation.ts'
import { useGo } from '../use-go.ts'
import { useLock } from '../use-lock.ts'
import { useSwitchPerson } from '../use-switch-person.ts'

/** The keys that work on every screen, for the places this person has. */
export function useFrameShortcuts(): void {
  const { me } = useSession()
  const toggle = usePalette((state) => state.toggle)
  const go = useGo()
  const switchPerson = useSwitchPerson()
  const lock = useLock()
  const places = placesOf(me.role)
  const to = (place: NavigationKey) => (places.includes(place) ? () => go(`/${place}`) : undefined)
  useShortcuts({
    palette: () => toggle('palette'),
    shortcuts: () => toggle('shortcuts'),
    newVisit: () => go(asking('/visits', 'visit')),
    newAnonymous: () => go(asking('/visits', 'anonymous')),
    switchPerson,
    lock,
    goToday: to('today'),
    goVisits: to('visits'),
    goLeads: to('leads'),
    goBoard: to('board'),
    goLevers: to('levers'),
    goReview: to('review'),
    goImport: to('import'),
    goSettings: to('settings'),
  })
}
