import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveStaff } from '../../db/repositories/staff.ts'
import { type OperationName, operations } from '../../shared/contract/contract.ts'
import { ACCESS } from '../support/access-matrix.ts'
import { type BusyDesk, busyDesk, order } from '../support/busy-desk.ts'
import { STAFF } from '../support/desk.ts'
import { type Ask, type LocalLine, openLine, overChannel, overHttp, type Way } from '../support/local-line.ts'
import { tally } from '../support/rounds.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

// Every operation x everybody x both carriers, against the roles written out a second time (access-matrix.ts).

const GONE = 'gone'
const CALLERS: readonly (readonly [letter: string, staffId: string | null])[] = [
  ['o', STAFF.owner],
  ['m', STAFF.manager],
  ['s', STAFF.lin],
  ['r', STAFF.reception],
  ['nobody', null],
  ['disabled', GONE],
]
const OPERATIONS = [...operations.keys()]

let desk: BusyDesk
let line: LocalLine
let ways: readonly Way[]
beforeAll(async () => {
  desk = await busyDesk()
  saveStaff(desk.db, { id: GONE, name: '已离职', role: 'owner', active: false, dailyCapacity: null })
  line = await openLine(desk.desk, { callsPerSecond: 100_000 })
  ways = [overChannel(desk.desk), overHttp(desk.desk, line)]
})
afterAll(() => line.close())

const codeOf = async (ask: Ask, op: string, input: unknown) => {
  const answer = await ask(op, input)
  return answer.ok ? 'ok' : answer.failure.code
}

/** No input at all is let past the gate's look at who asks, and no further: nothing is done, whatever the operation. */
const NO_INPUT: readonly never[] = []

function expectedCode(letter: string, row: string): string {
  if (row.includes('*')) return 'invalid_input'
  if (letter === 'nobody' || letter === 'disabled') return 'not_signed_in'
  return row.includes(letter) ? 'invalid_input' : 'forbidden'
}

describe('S2 every operation is open to whom it is meant for', () => {
  it('has a row for every operation there is', () => {
    expect(Object.keys(ACCESS).toSorted()).toEqual(OPERATIONS.toSorted())
  })

  it('answers every operation x caller x carrier as the matrix says', async () => {
    const cells = tally(OPERATIONS.length * CALLERS.length * ways.length)
    const wrong: string[] = []
    for (const [way, [letter, staffId]] of ways.flatMap((one) => CALLERS.map((caller) => [one, caller] as const))) {
      const ask = await way.windowOf(staffId)
      for (const [op, row] of Object.entries(ACCESS)) {
        const code = await codeOf(ask, op, NO_INPUT)
        if (code !== expectedCode(letter, row)) wrong.push(`${way.name}: ${op} by ${letter} is ${code}`)
        cells.done()
      }
    }
    expect(wrong).toEqual([])
    cells.expectAll()
  })

  it('asks anew who somebody is: the window of one who is disabled, or whose role has changed, is theirs no more', async () => {
    for (const way of ways) {
      const ask = await way.windowOf(STAFF.reception)
      expect(await codeOf(ask, 'channels.list', {})).toBe('ok')
      const person = { id: STAFF.reception, name: '前台小周', role: 'reception', dailyCapacity: null } as const
      saveStaff(desk.db, { ...person, active: false })
      expect(await codeOf(ask, 'channels.list', {})).toBe('not_signed_in')
      saveStaff(desk.db, { ...person, active: true })
    }
  })
})

/** Each operation that is narrowed to one's own, with a record of lin's. */
function ofLin({ openId: leadId, visitId, dealId, now }: BusyDesk): Partial<Record<OperationName, object>> {
  const { contact: _, ...fields } = anonymous
  const customer = { name: '周先生', phone: '13700137000', wechat: null, gender: null, city: null, note: null }
  return {
    'visits.correct': { ...fields, visitId, arrivedAt: now() },
    'visits.void': { visitId, reason: 'x' },
    'leads.updateCustomer': { leadId, ...customer, sharesPhone: false },
    'leads.screen': { leadId, version: 1, facts: noFacts, override: null },
    'leads.move': { leadId, version: 1, to: { by: 'stage', stage: 'desire' } },
    'leads.order': { leadId, ...order },
    'leads.deliver': { dealId, deliveredOn: '2026-05-20' },
    'leads.cancelOrder': { dealId, reason: 'x' },
    'leads.lose': { leadId, reason: 'price', competitor: null, note: null },
    'leads.reopen': { leadId, reason: 'x' },
    'followUps.log': { leadId, method: 'call', outcome: 'reached', note: null, doneAt: null, nextDueOn: null },
    'followUps.plan': { leadId, dueOn: '2026-06-01' },
    'scripts.forLead': { leadId },
  }
}
const ID_FIELD = { lead: 'leadId', visit: 'visitId', deal: 'dealId' } as const

describe('S2 what is a colleague’s is out of a salesperson’s reach', () => {
  it('in every operation that names it, over both carriers, and in nobody else’s', async () => {
    const inputs = Object.entries(ofLin(desk))
    const narrowed = [...operations].filter(([, { access }]) => access.own !== 'no').map(([op]) => op)
    expect(inputs.map(([op]) => op).toSorted()).toEqual(narrowed.toSorted())
    const asked = tally(inputs.length * ways.length)
    for (const way of ways) {
      const [wang, manager, lin] = [
        await way.windowOf(STAFF.wang),
        await way.windowOf(STAFF.manager),
        await way.windowOf(STAFF.lin),
      ]
      for (const [op, input] of inputs) {
        const { own } = operations.get(op)?.access ?? { own: 'no' }
        if (own === 'no') throw new Error(op)
        const unknown = { ...input, [ID_FIELD[own]]: 'none' }
        expect([op, await codeOf(wang, op, input)]).toEqual([op, 'not_yours'])
        expect([op, await codeOf(wang, op, unknown)]).toEqual([op, 'not_found'])
        // An id of another kind of record is no id.
        const foreign = { ...input, [ID_FIELD[own]]: desk.followUpId }
        expect([op, await codeOf(lin, op, foreign)]).toEqual([op, 'not_found'])
        // Undone at once: what one is let do here must not stand in the way of the next.
        desk.db.exec('SAVEPOINT tried')
        expect(await codeOf(manager, op, unknown)).toBe('not_found')
        desk.db.exec('ROLLBACK TO tried; RELEASE tried')
        asked.done()
      }
    }
    asked.expectAll()
  })

  it('while it is in the reach of whose it is, and of the manager', async () => {
    for (const who of [STAFF.lin, STAFF.manager]) {
      const fresh = await busyDesk()
      for (const [op, input] of Object.entries(ofLin(fresh))) {
        expect(['not_yours', 'forbidden']).not.toContain(await codeOf(fresh.as(who).ask, op, input))
      }
    }
  })

  const period = { from: '2026-05-01', to: '2026-05-31', asOf: null }
  const page = { limit: 20, offset: 0 }
  const words = { app: 'a', title: 't', columns: {}, codes: {} }
  it.each<[op: OperationName, input: (desk: BusyDesk) => object, code: string]>([
    ['board.show', () => ({ ...period, staffId: STAFF.wang }), 'forbidden'],
    ['board.show', () => ({ ...period, staffId: null }), 'forbidden'],
    ['board.show', () => ({ ...period, staffId: STAFF.lin }), 'ok'],
    ['board.point', () => ({ ...period, staffId: STAFF.wang, key: 'infoCapture' }), 'forbidden'],
    ['board.records', () => ({ ...period, staffId: null, figure: 'funnel.N', param: null, ...page }), 'forbidden'],
    ['board.breakdown', () => ({ ...period, staffId: STAFF.wang, figures: ['infoCapture.byHour.N'] }), 'forbidden'],
    [
      'exports.records',
      () => ({ ...period, staffId: STAFF.wang, figure: 'funnel.N', param: null, format: 'csv', words }),
      'forbidden',
    ],
    ['drafts.keep', () => ({ staffId: STAFF.wang, form: 'visit', subject: '', content: {} }), 'not_yours'],
    ['drafts.drop', () => ({ staffId: STAFF.wang, form: 'visit', subject: '' }), 'not_yours'],
    ['leads.deleteView', () => ({ viewId: 'none' }), 'not_found'],
  ])('%s asked by a salesperson about %j', async (op, input, code) => {
    for (const way of ways) {
      expect(await codeOf(await way.windowOf(STAFF.lin), op, input(desk))).toBe(code)
    }
  })

  it('and a saved look of somebody else’s, and what somebody else has just done', async () => {
    const { viewId } = desk
    const visit = { ...anonymous, contact: { ...someone, phone: '13700137777' } }
    for (const way of ways) {
      const [lin, wang, owner] = [
        await way.windowOf(STAFF.lin),
        await way.windowOf(STAFF.wang),
        await way.windowOf(STAFF.owner),
      ]
      for (const ask of [wang, owner]) expect(await codeOf(ask, 'leads.deleteView', { viewId })).toBe('not_found')
      const done = await lin('visits.log', {
        ...visit,
        contact: { ...visit.contact, identity: { as: 'another_person' } },
      })
      const undoId = done.ok ? (done.undoId ?? '') : ''
      expect(undoId).not.toBe('')
      for (const ask of [wang, owner]) expect(await codeOf(ask, 'acts.undo', { undoId })).toBe('undo_expired')
      expect(await codeOf(lin, 'acts.undo', { undoId })).toBe('ok')
    }
  })
})
