import type { Desk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'

export const SECRETS = { owner: 'correct horse', others: '135790' } as const

/** A hostile text as a field of that length keeps it; nothing but blanks would be refused. */
function kept(nth: number, most: number): string {
  const text = HOSTILE_TEXTS[nth % HOSTILE_TEXTS.length] ?? ''
  const cut = text.slice(0, most).trim()
  return cut === '' || cut.replaceAll('\0', '') === '' ? `x${nth}` : cut
}

const distinct = (nth: number, most: number) => `${kept(nth, most - 4)} ${nth}`

/**
 * A showroom in which every text there is was typed by somebody who means no good: each hostile text stands in a customer's name,
 * WeChat id and notes, and others of them in every other field. Answers how many texts were put into it.
 */
export async function fillHostile(desk: Desk): Promise<number> {
  const call = callerOf(desk, 'filler')
  const { status } = await call('setup.createStore', {
    storeName: kept(0, 80),
    timeZone: 'Asia/Shanghai',
    openWeekdays: [1, 2, 3, 4, 5, 6, 7],
    owner: { name: kept(1, 40), password: SECRETS.owner },
    people: [
      { name: kept(2, 40), role: 'manager', pin: SECRETS.others },
      { name: kept(3, 40), role: 'salesperson', pin: SECRETS.others },
      { name: kept(4, 40), role: 'reception', pin: SECRETS.others },
    ],
    channels: [5, 6, 7].map((nth) => ({ name: kept(nth, 40), group: 'walk_in' as const })),
  })
  // How it is kept is told elsewhere (R1 to R3).
  desk.store()?.db.pragma('synchronous = OFF')
  const seller = status.people.find(({ role }) => role === 'salesperson')?.id ?? ''
  const { channels } = await call('channels.list', {})
  const channelId = channels[0]?.id ?? ''
  for (const nth of HOSTILE_TEXTS.keys()) await fillCustomer(call, nth, { channelId, receivedBy: seller })
  await fillRest(call)
  const manager = status.people.find(({ role }) => role === 'manager')?.id ?? ''
  desk.sessions.open('manager', manager, desk.clock())
  await review(callerOf(desk, 'manager'))
  return HOSTILE_TEXTS.length
}

type Call = <N extends OperationName>(op: N, input: InputOf<N>) => Promise<OutputOf<N>>

function callerOf(desk: Desk, client: string): Call {
  return async (op, input) => {
    const answer = await dispatch(desk, client, { id: 'fill', op, input })
    if (!answer.ok) throw new Error(`${op}: ${JSON.stringify(answer.failure)} ${JSON.stringify(input)}`)
    return answer.value as OutputOf<typeof op>
  }
}

type Arrival = { readonly channelId: string; readonly receivedBy: string }

async function fillCustomer(call: Call, nth: number, arrival: Arrival): Promise<void> {
  const text = (most: number, shift = 0) => kept(nth + shift, most)
  const visit = {
    ...arrival,
    arrivedAt: null,
    kind: 'showroom',
    purpose: 'purchase',
    firstVisit: true,
    partySize: 1,
  } as const
  const phone = String(13_800_000_000 + nth)
  const known = { name: text(60), phone, wechat: distinct(nth, 60), gender: null }
  const contact = { ...known, model: text(60, 1), identity: { as: 'new' } } as const
  const { leadId } = await call('visits.log', { ...visit, notCapturedReason: null, note: text(500), contact })
  const lead = { leadId: leadId ?? '' }
  const facts = {
    horizonMonths: nth % 12,
    selectionStarted: true,
    waitingFor: text(120),
    wantsNewCar: true,
    contentWithCurrent: false,
    stage: 'desire',
    model: text(60, 2),
    budget: text(60, 3),
    decider: text(60, 4),
    competitor: text(60, 5),
  } as const
  await call('leads.screen', {
    ...lead,
    version: 1,
    facts,
    override: { grade: nth % 2 === 0 ? 'A' : 'C', reason: text(200, 6) },
  })
  await call('leads.updateCustomer', { ...lead, ...known, city: text(60, 7), note: text(500, 8), sharesPhone: false })
  const contacted = { method: 'call', outcome: 'reached', note: text(1000, 9), doneAt: null, nextDueOn: null } as const
  await call('followUps.log', { ...lead, ...contacted })
  if (nth % 10 === 0)
    await call('leads.order', {
      ...lead,
      orderedOn: (await call('session.status', {})).today,
      model: text(60),
      priceFen: 1,
      grossProfitFen: 1,
    })
  if (nth % 10 === 1) await call('leads.lose', { ...lead, reason: 'price', competitor: text(60), note: text(500) })
  if (nth % 4 === 2)
    await call('visits.log', { ...visit, notCapturedReason: text(60), note: text(500, 10), contact: null })
}

/** What a manager writes: looks, scripts, rules, reviews, and a person who is no more. */
async function fillRest(call: Call): Promise<void> {
  const { rows } = await call('leads.list', { filter: {}, limit: 1, offset: 0 })
  for (const nth of [0, 20, 40, 60, 80]) {
    const look = {
      filter: { text: kept(nth, 60), model: kept(nth, 60) },
      sort: { by: 'due', descending: false },
      columns: [],
    } as const
    await call('leads.saveView', {
      viewId: null,
      name: distinct(nth, 40),
      shared: true,
      look: { ...look, columns: ['customer'] },
    })
    const script = {
      title: kept(nth, 40),
      text: kept(nth, 1000),
      purpose: 'first_call',
      grade: null,
      stage: null,
    } as const
    await call('scripts.save', { id: null, ...script, active: true })
  }
  const { alternatives, version } = await call('rules.get', {})
  const [soon, ...rest] = alternatives.B
  const keener = { ...alternatives, A: [...alternatives.A, ...(soon === undefined ? [] : [soon])], B: rest }
  const said = { note: kept(50, 200), basedOn: version, regrade: false, expected: 0 }
  await call('rules.save', { alternatives: keener, ...said })
  const { me } = await call('session.status', {})
  const subject = rows[0]?.leadId ?? ''
  await call('drafts.keep', {
    staffId: me?.id ?? '',
    form: 'followUp',
    subject,
    content: { note: kept(70, 500) },
  })
}

/** Nobody reads their own records: the manager reads the owner's. */
async function review(call: Call): Promise<void> {
  const { items } = await call('followUps.reviewQueue', {
    from: '2020-01-01',
    to: '2100-01-01',
    staffId: null,
    show: 'all',
  })
  for (const [nth, { followUpId }] of items.slice(0, 5).entries()) {
    await call('followUps.review', { followUpId, verdict: 'rejected', note: kept(nth, 300) })
  }
}
