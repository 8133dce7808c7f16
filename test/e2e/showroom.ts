import type { InputOf } from '../../shared/contract/contract.ts'
import { openProgram, type Program, type ProgramWindow } from './program.ts'
import { settled } from './stillness.ts'

export const PIN = '135790'
export const PASSWORD = 'correct horse'

/** A showroom that has just been set up: an owner, a manager, two salespeople, two channels, nobody in it yet. */
export async function openShowroom(): Promise<{ program: Program; window: ProgramWindow }> {
  const program = await openProgram()
  const window = await program.openWindow()
  await window.ask('setup.createStore', {
    storeName: '城东展厅',
    timeZone: 'Asia/Shanghai',
    openWeekdays: [1, 2, 3, 4, 5, 6, 7],
    owner: { name: '何总', password: PASSWORD },
    people: [
      { name: '许经理', role: 'manager', pin: PIN },
      { name: '林小雨', role: 'salesperson', pin: PIN },
      { name: '王大力', role: 'salesperson', pin: PIN },
    ],
    channels: [
      { name: '自然到店', group: 'walk_in' },
      { name: '车展', group: 'outbound' },
    ],
  })
  await window.page.reload()
  await settled(window.page)
  return { program, window }
}

type Contact = NonNullable<InputOf<'visits.log'>['contact']>

/** Somebody's first visit for a purchase, received by whoever is signed in, past the form: for journeys about what comes after it. */
export async function logFirstVisit(
  { ask }: ProgramWindow,
  contact: Pick<Contact, 'name' | 'phone' | 'gender' | 'model'> | null,
  partySize = 1,
): Promise<string> {
  const { channels } = await ask('channels.list', {})
  const { me } = await ask('session.status', {})
  const { leadId } = await ask('visits.log', {
    arrivedAt: null,
    channelId: channels[0]?.id ?? '',
    kind: 'showroom',
    purpose: 'purchase',
    firstVisit: true,
    partySize,
    receivedBy: me?.id ?? '',
    notCapturedReason: null,
    note: null,
    contact: contact === null ? null : { ...contact, wechat: null, identity: { as: 'new' } },
  })
  return leadId ?? ''
}
