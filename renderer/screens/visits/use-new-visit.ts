import { useSession } from '../../api/session.ts'
import type { VisitDraft } from './visit-view.ts'

/** How an empty form stands: a first showroom visit to buy, now, received by whoever types if they sell. */
export function useNewVisit(): VisitDraft {
  const { me } = useSession()
  return {
    kind: 'showroom',
    purpose: 'purchase',
    first: 'first',
    channelId: null,
    partySize: 1,
    receivedBy: me.role === 'salesperson' ? me.id : null,
    arrivedAt: null,
    note: '',
    notCapturedReason: null,
    phone: '',
    name: '',
    gender: null,
    wechat: '',
    model: '',
    identity: null,
  }
}
