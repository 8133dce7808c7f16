import type { Person } from '../../shared/contract/session.ts'
import type { OpenContext } from './context.ts'

/** Who is signed in at this window; asked anew for every request, so that a changed role or a deactivation counts at once. */
export function personOf(context: OpenContext): Person | null {
  const staffId = context.desk.sessions.staffIdOf(context.clientId, context.now)
  return staffId === null ? null : (context.desk.store()?.activePerson(staffId) ?? null)
}
