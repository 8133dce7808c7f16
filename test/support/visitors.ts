import type { InputOf } from '../../shared/contract/contract.ts'
import { CHANNELS, STAFF } from './desk.ts'

/** A party that has just come in for the first time, received by lin, and leaves nothing. */
export const anonymous: InputOf<'visits.log'> = {
  arrivedAt: null,
  channelId: CHANNELS.walkIn,
  kind: 'showroom',
  purpose: 'purchase',
  firstVisit: true,
  partySize: 1,
  receivedBy: STAFF.lin,
  notCapturedReason: null,
  note: null,
  contact: null,
}

/** A contact nobody has on file yet. */
export const someone: NonNullable<(typeof anonymous)['contact']> = {
  name: '孙女士',
  phone: '13900139000',
  wechat: null,
  gender: null,
  model: null,
  identity: { as: 'new' },
}

/** Screening questions nobody has answered. */
export const noFacts: InputOf<'leads.screen'>['facts'] = {
  horizonMonths: null,
  selectionStarted: null,
  waitingFor: null,
  wantsNewCar: null,
  contentWithCurrent: null,
  stage: null,
  model: null,
  budget: null,
  decider: null,
  competitor: null,
}
