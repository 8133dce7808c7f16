import { useSearchParams } from 'react-router'
import { MANAGERS, SALES } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'
import { PersonDayPage } from './PersonDayPage.tsx'
import { ReceptionDayPage } from './ReceptionDayPage.tsx'
import { TeamDayPage } from './TeamDayPage.tsx'
import './today.css'

/** The day of whoever is signed in: their own work, the team's, or the door's. */
export function TodayScreen() {
  const { me, can } = useSession()
  const [search] = useSearchParams()
  const staffId = search.get('staff')
  if (can(MANAGERS)) return staffId === null ? <TeamDayPage /> : <PersonDayPage key={staffId} staffId={staffId} />
  return can(SALES) ? <PersonDayPage staffId={me.id} /> : <ReceptionDayPage />
}
