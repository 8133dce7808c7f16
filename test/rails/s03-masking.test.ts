import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { operations } from '../../shared/contract/contract.ts'
import type { Answer } from '../../shared/contract/failure.ts'
import { FIGURE_KEYS } from '../../shared/domain/figures.ts'
import { LEAD_SORTS } from '../../shared/values/lead-look.ts'
import { maskPhone, phoneKey } from '../../shared/values/phone.ts'
import { CHANNELS, STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { linesOf, NO_WORDS, sheetsOf } from '../support/exports.ts'
import { shaped } from '../support/hostile-input.ts'
import { rounds, seed, tally } from '../support/rounds.ts'
import { anonymous, someone } from '../support/visitors.ts'

vi.setConfig({ testTimeout: rounds(180_000, 1_800_000) })

// A colleague's customer is recognisable and not reachable (domain.md 4): in no answer of any operation, by whatever way it is asked.

/** Numbers of every form there is, WeChat ids, and what was written about somebody; of lin's customers and of wang's. */
const PHONES = [
  '13711112222',
  '138-2222-3333',
  '021-5588-9901',
  '+852 9123 4567',
  '１３９３３３３４４４４',
  '0571 8888 6602',
]
const secretsOf = (owner: string) =>
  PHONES.map((phone, n) => ({
    owner,
    name: `${owner === STAFF.lin ? '贾' : '甄'}客${n}`,
    phone: owner === STAFF.lin ? phone : `1850000000${n}`,
    wechat: `wx-${owner}-${n}-zq`,
    note: `只有${owner}知道${n}`,
    priceFen: (owner === STAFF.lin ? 15_731_900 : 18_264_500) + n,
  }))
type Secret = ReturnType<typeof secretsOf>[number]
const ALL = [...secretsOf(STAFF.lin), ...secretsOf(STAFF.wang)]

type Planted = TestDesk & { readonly leads: ReadonlyMap<string, string>; readonly visits: readonly string[] }

async function planted(): Promise<Planted> {
  const desk = testDesk()
  const leads = new Map<string, string>()
  const visits: string[] = []
  for (const secret of ALL) {
    const me = desk.as(secret.owner)
    const { name, phone, wechat, note, priceFen, owner } = secret
    const contact = { ...someone, name, phone, wechat, model: '朗逸' }
    const { leadId, visitId } = await me.call('visits.log', { ...anonymous, receivedBy: owner, note, contact })
    leads.set(name, leadId ?? '')
    visits.push(visitId)
    const lead = { leadId: leadId ?? '' }
    const customer = { name, phone, wechat, gender: null, city: null, note, sharesPhone: false }
    await me.call('leads.updateCustomer', { ...lead, ...customer })
    const contacted = { method: 'call', outcome: 'reached', note, doneAt: null, nextDueOn: '2026-05-20' } as const
    await me.call('followUps.log', { ...lead, ...contacted })
    if (name.endsWith('0')) {
      const sold = { orderedOn: '2026-05-20', model: null, priceFen, grossProfitFen: priceFen }
      await me.call('leads.order', { ...lead, ...sold })
    }
    if (name.endsWith('1')) await me.call('leads.lose', { ...lead, reason: 'price', competitor: null, note })
  }
  return { ...desk, leads, visits }
}

/** What of a secret must not be said: the number as written and as its digits, the WeChat id, remarks, what a deal brought. */
function leaksOf({ phone, wechat, note, priceFen }: Secret, said: string): string[] {
  const secrets = [phone, phoneKey(phone) ?? phone, wechat, note, String(priceFen)]
  return secrets.filter((secret) => said.includes(secret))
}

/** An answer as a text, a file in it opened. */
function saidBy(answer: Answer): string {
  const file = answer.ok ? (answer.value as { readonly contentBase64?: string; readonly mime?: string } | null) : null
  if (typeof file?.contentBase64 !== 'string') return JSON.stringify(answer)
  return JSON.stringify(
    file.mime?.includes('csv') === true
      ? linesOf({ contentBase64: file.contentBase64 })
      : sheetsOf({ contentBase64: file.contentBase64 }),
  )
}

/** What reads: every query, and every way to take something along as a file. */
const READS = [...operations]
  .filter(([op, { kind }]) => kind === 'query' || op.startsWith('exports.'))
  .map(([op]) => op)
const EACH = rounds(25, 400)

/** Inputs of an operation by its own schema, so that a new one is asked as well, with what lies in this store in them. */
function inputsOf(op: string, { leads }: Planted): readonly unknown[] {
  const period = { from: '2026-05-01', to: '2026-05-31' }
  const names = ALL.flatMap(({ name, phone, wechat }) => [name, phone, wechat, maskPhone(phone), phone.slice(-4)])
  const likely: Readonly<Record<string, readonly unknown[]>> = {
    leadId: [...leads.values()],
    leadIds: [...leads.values()],
    staffId: [null, ...Object.values(STAFF)],
    who: ['all', 'mine', ...Object.values(STAFF)],
    asOf: [null],
    ...Object.fromEntries(Object.entries(period).map(([key, day]) => [key, [day]])),
    date: ['2026-05-20'],
    month: ['2026-05'],
    limit: [20],
    offset: [0],
    text: ['', '客', 'jia', '朗逸', ...names],
    phone: names,
    wechat: [null, ...names],
    model: ['', '朗逸'],
    figure: [...FIGURE_KEYS],
    param: [null],
    words: [NO_WORDS],
    filter: [{}],
    channels: [[], [CHANNELS.walkIn]],
    about: ['a'],
    batchId: [null],
    ...Object.fromEntries(
      ['grades', 'statuses', 'stages', 'createdFrom', 'createdTo', 'due', 'silent'].map((key) => [
        key,
        [NONE[key] ?? null],
      ]),
    ),
  }
  const input = operations.get(op)?.input
  return fc.sample(
    shaped(input, (field) => likely[field] ?? []),
    { numRuns: EACH, seed },
  )
}
const NONE: Readonly<Record<string, unknown>> = { grades: [], statuses: [], stages: [] }

/** Asks everything that can be read, as somebody; answers what leaked of whom, and what was said of those who may be seen. */
async function readAll(desk: Planted, staffId: string, hidden: readonly Secret[], seen: readonly Secret[]) {
  const { ask } = desk.as(staffId)
  const leaks: string[] = []
  const heard = new Set<string>()
  const answered = tally(READS.length * EACH)
  for (const op of READS) {
    for (const input of inputsOf(op, desk)) {
      const answer = await ask(op, input)
      const said = saidBy(answer)
      // What somebody typed themselves may come back to them.
      const typed = JSON.stringify(input)
      const of = (secrets: readonly Secret[]) => secrets.flatMap((secret) => leaksOf(secret, said))
      leaks.push(
        ...of(hidden)
          .filter((what) => !typed.includes(what))
          .map((what) => `${op} ${typed} says ${what}`),
      )
      if (of(seen).length > 0) heard.add(op)
      answered.done()
    }
  }
  answered.expectAll()
  return { leaks: leaks.slice(0, 10), heard: [...heard] }
}

const OF_LIN = ALL.filter(({ owner }) => owner === STAFF.lin)
const OF_WANG = ALL.filter(({ owner }) => owner === STAFF.wang)

let desk: Planted
beforeAll(async () => {
  desk = await planted()
})

describe('S3 what is masked is masked in every answer', () => {
  it('a salesperson reads their own customers in full and a colleague’s in none', async () => {
    const { leaks, heard } = await readAll(desk, STAFF.wang, OF_LIN, OF_WANG)
    expect(leaks, `seed ${seed}`).toEqual([])
    const own = [
      'leads.list',
      'leads.get',
      'leads.find',
      'followUps.today',
      'visits.day',
      'exports.leads',
      'exports.visits',
      'exports.deals',
      'board.records',
    ]
    expect(heard).toEqual(expect.arrayContaining(own))
  })

  it('reception reads the numbers of its day, and no other’s', async () => {
    const today = await planted()
    const { heard } = await readAll(today, STAFF.reception, [], ALL)
    expect(heard.toSorted()).toEqual(['exports.visits', 'visits.day'])
    today.setClock('2026-05-21T10:00:00+08:00')
    const { leaks } = await readAll(
      today,
      STAFF.reception,
      ALL.map((one) => ({ ...one, note: one.phone })),
      [],
    )
    expect(leaks).toEqual([])
  })

  it('the control: manager and owner read them all', async () => {
    for (const staffId of [STAFF.manager, STAFF.owner]) {
      const { heard } = await readAll(desk, staffId, [], OF_LIN)
      expect(heard).toEqual(
        expect.arrayContaining(['leads.list', 'leads.get', 'visits.day', 'exports.leads', 'followUps.reviewQueue']),
      )
    }
  })
})

/** Every part of a number that somebody might guess at, from three signs up to all but one. */
const partsOf = (key: string) =>
  Array.from({ length: key.length }, (_, from) =>
    Array.from({ length: key.length - from }, (_, n) => key.slice(from, from + n + 1)),
  )
    .flat()
    .filter((part) => part.replace(/[^a-z0-9]/g, '').length >= 3 && part.length < key.length)

describe('S3 nor can it be found out by asking on', () => {
  it('letter by letter: a search finds a colleague’s customer by the whole number only', async () => {
    const lin = OF_LIN[0]
    const key = phoneKey(lin?.phone ?? '') ?? ''
    // The last four digits are shown to everybody, and may be looked for.
    const hidden = partsOf(key).filter((part) => !key.slice(-4).startsWith(part))
    const parts = [...new Set([...hidden, ...partsOf(lin?.wechat ?? '')])]
    const asked = tally(parts.length)
    const [wang, own] = [desk.as(STAFF.wang), desk.as(STAFF.lin)]
    const leadId = desk.leads.get(lin?.name ?? '')
    const found: string[] = []
    let foundByOwner = 0
    for (const text of parts) {
      const search = { by: 'text', text, limit: 20 } as const
      const list = { filter: { text }, limit: 50, offset: 0 }
      const [byFind, byList] = [await wang.call('leads.find', search), await wang.call('leads.list', list)]
      const { known } = await wang.call('visits.checkPhone', { phone: text, wechat: text })
      if ([...byFind.rows, ...byList.rows].some((row) => row.leadId === leadId)) found.push(text)
      if (known.some(({ name }) => name === lin?.name)) found.push(`checkPhone ${text}`)
      if ((await own.call('leads.find', search)).rows.some((row) => row.leadId === leadId)) foundByOwner += 1
      asked.done()
    }
    asked.expectAll()
    expect(found).toEqual([])
    expect(foundByOwner).toBeGreaterThan(5)
    const whole = await wang.call('leads.find', { by: 'text', text: key, limit: 5 })
    expect(whole.rows).toMatchObject([{ leadId, isMine: false, phone: maskPhone(key) }])
  })

  it('by the order of a list: it does not depend on what is hidden', async () => {
    const wang = desk.as(STAFF.wang)
    const orders = async () => {
      const all: string[] = []
      for (const by of LEAD_SORTS) {
        for (const descending of [false, true]) {
          const { rows } = await wang.call('leads.list', { filter: {}, sort: { by, descending }, limit: 50, offset: 0 })
          all.push([by, ...rows.map(({ leadId }) => leadId)].join(' '))
        }
      }
      return all
    }
    const before = await orders()
    expect(before).toHaveLength(2 * LEAD_SORTS.length)
    const key = desk.db
      .prepare('SELECT id, phone, phone_key AS phoneKey, wechat FROM customers ORDER BY id')
      .all() as Record<string, string>[]
    const put = desk.db.prepare('UPDATE customers SET phone = ?, phone_key = ?, wechat = ? WHERE id = ?')
    for (const [n, { id }] of key.entries()) {
      const other = key.at(-1 - n)
      put.run(other?.['phone'], other?.['phoneKey'], other?.['wechat'], id)
    }
    expect(await orders()).toEqual(before)
    for (const { id, phone, phoneKey: number, wechat } of key) put.run(phone, number, wechat, id)
  })

  it.each([STAFF.wang, STAFF.reception])('by saying that a colleague’s customer came to %s', async (who) => {
    const fresh = await planted()
    const me = fresh.as(who)
    const { visitId } = await me.call('visits.log', { ...anonymous, receivedBy: who })
    const tried = tally(OF_LIN.length * 2)
    for (const { name } of OF_LIN) {
      const leadId = fresh.leads.get(name) ?? ''
      const { customer } = await me.call('leads.get', { leadId })
      for (const identity of [
        { as: 'same_lead', leadId },
        { as: 'new_lead', customerId: customer.id },
      ] as const) {
        const contact = { ...someone, phone: '13612345678', wechat: null, identity }
        const arrival = { ...anonymous, firstVisit: false, receivedBy: who, contact }
        expect((await me.refused('visits.log', arrival)).code).toBe('not_yours')
        expect((await me.refused('visits.capture', { visitId, contact })).code).toBe('not_yours')
        tried.done()
      }
    }
    tried.expectAll()
    if (who === STAFF.wang) expect((await readAll(fresh, who, OF_LIN, [])).leaks).toEqual([])
    // Who has heard the number may say whose it is.
    const [heard] = OF_LIN
    const same = { as: 'same_lead', leadId: fresh.leads.get(heard?.name ?? '') ?? '' } as const
    const contact = { ...someone, phone: heard?.phone ?? '', identity: same }
    expect((await me.ask('visits.log', { ...anonymous, firstVisit: false, receivedBy: who, contact })).ok).toBe(true)
  })
})
