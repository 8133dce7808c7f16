import type { Person } from '../../../shared/contract/session.ts'
import { maskPhone } from '../../../shared/values/phone.ts'

/** Who sees what (domain.md 4): managers and owners everything, a salesperson the contacts of their own leads. */
export function seesContact(me: Person, ownerId: string | null): boolean {
  return me.role === 'manager' || me.role === 'owner' || ownerId === me.id
}

/** The phone as this person may see it: a colleague's customer is recognisable, not reachable. */
export function phoneFor(me: Person, ownerId: string | null, phone: string | null): string | null {
  if (phone === null || seesContact(me, ownerId)) return phone
  return maskPhone(phone)
}

/** The same of a WeChat id: enough to tell two customers apart. */
export function wechatFor(me: Person, ownerId: string | null, wechat: string | null): string | null {
  if (wechat === null || seesContact(me, ownerId)) return wechat
  return `${[...wechat][0] ?? ''}****`
}
