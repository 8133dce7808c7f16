import type { HandlersOf } from '../context.ts'
import { checkStretch, readTrail, readTrailOfCustomer } from '../services/audit-trail.ts'

export const auditHandlers: HandlersOf<'audit'> = {
  'audit.list': readTrail,
  'audit.ofCustomer': readTrailOfCustomer,
  'audit.check': checkStretch,
}
