import { describe, expect, it } from 'vitest'
import type { OperationName } from '../../shared/contract/contract.ts'
import { operations } from '../../shared/contract/contract.ts'
import { type Caller, STAFF, testDesk } from '../support/desk.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

// Who may do what (domain.md 4, "Who sees what"), written out a second time by hand, so that the contract is held against
// something. o owner, m manager, s salesperson, r reception, * also before signing in. An operation without a row fails.
const MATRIX: Readonly<Record<OperationName, string>> = {
  'session.status': 'omsr*',
  'session.signIn': 'omsr*',
  'session.signOut': 'omsr*',
  'session.touch': 'omsr',
  'session.recover': 'omsr*',
  'setup.createStore': 'omsr*',
  'setup.claimStore': 'omsr*',
  'setup.openDemo': 'omsr*',
  'setup.leaveDemo': 'omsr*',
  'setup.damage': 'omsr*',
  'setup.rescue': 'omsr*',
  'store.get': 'omsr',
  'store.update': 'o',
  'store.updateSlots': 'om',
  'store.backUp': 'o',
  'store.backups': 'o',
  'store.place': 'o',
  'store.previewBackup': 'o',
  'store.restore': 'o',
  'store.pack': 'o',
  // Anybody where there is no showroom yet; where there is one, its owner (store-move.test.ts).
  'store.packed': 'omsr*',
  'store.openPacked': 'omsr*',
  'store.takePacked': 'omsr*',
  'store.markMoved': 'o',
  'people.list': 'omsr',
  'people.save': 'o',
  'people.setSecret': 'o',
  'channels.list': 'omsr',
  'channels.save': 'om',
  'channels.costs': 'om',
  'channels.saveCosts': 'om',
  'targets.get': 'omsr',
  'targets.propose': 'om',
  'targets.save': 'om',
  'doorCounts.month': 'om',
  'doorCounts.save': 'om',
  'visits.checkPhone': 'omsr',
  'visits.log': 'omsr',
  'visits.capture': 'omsr',
  'visits.correct': 'omsr',
  'visits.void': 'omsr',
  'visits.day': 'omsr',
  'leads.list': 'oms',
  'leads.find': 'oms',
  'leads.get': 'omsr',
  'leads.updateCustomer': 'oms',
  'leads.screen': 'oms',
  'leads.assign': 'om',
  'leads.assignMatching': 'om',
  'leads.move': 'oms',
  'leads.views': 'oms',
  'leads.saveView': 'oms',
  'leads.deleteView': 'oms',
  'leads.order': 'oms',
  'leads.deliver': 'oms',
  'leads.cancelOrder': 'oms',
  'leads.lose': 'oms',
  'leads.decideLoss': 'om',
  'leads.reopen': 'oms',
  'followUps.today': 'oms',
  'followUps.teamDay': 'om',
  'followUps.log': 'oms',
  'followUps.plan': 'oms',
  'followUps.reviewQueue': 'om',
  'followUps.review': 'om',
  'thresholds.get': 'om',
  'thresholds.save': 'om',
  'rules.get': 'oms',
  'rules.history': 'om',
  'rules.stock': 'om',
  'rules.preview': 'om',
  'rules.movers': 'om',
  'rules.save': 'om',
  'scripts.list': 'om',
  'scripts.forLead': 'oms',
  'scripts.save': 'om',
  'scripts.addDefaults': 'om',
  'board.show': 'oms',
  'board.point': 'oms',
  'board.records': 'oms',
  'board.breakdown': 'oms',
  'imports.read': 'om',
  'imports.remap': 'om',
  'imports.preview': 'om',
  'imports.leftOut': 'om',
  'imports.run': 'om',
  'imports.progress': 'om',
  'imports.cancel': 'om',
  'imports.templates': 'om',
  'imports.saveTemplate': 'om',
  'imports.useTemplate': 'om',
  'imports.deleteTemplate': 'om',
  'imports.batches': 'om',
  'imports.undo': 'om',
  'exports.leads': 'oms',
  'exports.visits': 'omsr',
  'exports.deals': 'oms',
  'exports.records': 'oms',
  'exports.table': 'omsr',
  'acts.undo': 'omsr',
  'drafts.list': 'omsr',
  'drafts.keep': 'omsr',
  'drafts.drop': 'omsr',
}
const PEOPLE = { o: STAFF.owner, m: STAFF.manager, s: STAFF.lin, r: STAFF.reception }

const codeOf = async (caller: Caller, op: string, input: unknown = {}) => {
  const answer = await caller.ask(op, input)
  return answer.ok ? 'ok' : answer.failure.code
}

describe('who may ask for what', () => {
  it('is said of every operation there is', () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...operations.keys()].sort())
  })

  const { as, nobody } = testDesk()
  const closed = Object.entries(MATRIX).filter(([, who]) => !who.includes('*'))
  it.each(closed)('%s: %s', async (op, who) => {
    const allowed: string[] = []
    for (const [letter, staffId] of Object.entries(PEOPLE)) {
      // Without fields most are incomplete, which is found out only after the role was let through.
      const code = await codeOf(as(staffId), op)
      expect(['ok', 'invalid_input', 'forbidden']).toContain(code)
      if (code !== 'forbidden') allowed.push(letter)
    }
    expect(allowed.join('')).toBe(who)
    expect(await codeOf(nobody, op)).toBe('not_signed_in')
  })
})

describe('what is a colleague’s', () => {
  const contact = { ...someone, name: '周先生', phone: '13700137000', wechat: 'zhou' }
  const visit = { ...anonymous, contact }

  it('is out of a salesperson’s reach in every operation that names it, and in the manager’s', async () => {
    const { as } = testDesk()
    const { leadId, visitId, loggedAt } = await as(STAFF.lin).call('visits.log', visit)
    const order = { leadId, orderedOn: '2026-05-20', model: null, priceFen: 15_800_000, grossProfitFen: 620_000 }
    const { dealId } = await as(STAFF.lin).call('leads.order', { ...order, leadId: leadId ?? '' })
    const customer = { name: '周先生', phone: '13700137000', wechat: null, gender: null, city: null, note: null }
    const followUp = { method: 'call', outcome: 'reached', note: null, doneAt: null, nextDueOn: null }
    const { contact: _, ...fields } = visit
    const inputs: Partial<Record<OperationName, object>> = {
      'visits.correct': { ...fields, visitId, arrivedAt: loggedAt },
      'visits.void': { visitId, reason: 'x' },
      'leads.updateCustomer': { leadId, ...customer, sharesPhone: false },
      'leads.screen': { leadId, version: 1, facts: noFacts, override: null },
      'leads.move': { leadId, version: 1, to: { by: 'stage', stage: 'desire' } },
      'leads.order': order,
      'leads.deliver': { dealId, deliveredOn: '2026-05-20' },
      'leads.cancelOrder': { dealId, reason: 'x' },
      'leads.lose': { leadId, reason: 'price', competitor: null, note: null },
      'leads.reopen': { leadId, reason: 'x' },
      'followUps.log': { leadId, ...followUp },
      'followUps.plan': { leadId, dueOn: '2026-06-01' },
      'scripts.forLead': { leadId },
    }
    const seen = await as(STAFF.wang).call('leads.get', { leadId: leadId ?? '' })
    expect(seen.deals).toMatchObject([{ id: dealId, priceFen: null, grossProfitFen: null }])
    const narrowed = [...operations].filter(([, operation]) => operation.access.own !== 'no').map(([op]) => op)
    expect(Object.keys(inputs).sort()).toEqual(narrowed.sort())
    for (const [op, input] of Object.entries(inputs)) {
      expect([op, await codeOf(as(STAFF.wang), op, input)]).toEqual([op, 'not_yours'])
      expect(await codeOf(as(STAFF.manager), op, input)).not.toBe('not_yours')
    }
  })

  it('shows no full number or WeChat id of it in any answer', async () => {
    const { as, db } = testDesk()
    const { leadId } = await as(STAFF.lin).call('visits.log', visit)
    const list = { filter: {}, limit: 50, offset: 0 }
    const period = { from: '2026-05-01', to: '2026-05-31', asOf: null, staffId: STAFF.wang }
    const asked: [OperationName, object][] = [
      ['visits.checkPhone', { phone: '13700137000' }],
      ['visits.day', { date: '2026-05-20' }],
      ['leads.list', list],
      ['leads.find', { by: 'text', text: '周', limit: 8 }],
      ['leads.find', { by: 'leads', leadIds: [leadId] }],
      ['leads.get', { leadId }],
      ['followUps.today', { staffId: STAFF.lin }],
      ['board.records', { ...period, figure: 'funnel.N', param: null, limit: 50, offset: 0 }],
    ]
    for (const [op, input] of asked) {
      const answer = await as(STAFF.wang).ask(op, input)
      const text = JSON.stringify(answer)
      expect([op, text.includes('13700137000'), text.includes('zhou')]).toEqual([op, false, false])
    }
    // The control: what is on file is what was looked for.
    expect(db.prepare('SELECT phone, wechat FROM customers').get()).toEqual({ phone: '13700137000', wechat: 'zhou' })
    expect(JSON.stringify(await as(STAFF.manager).ask('leads.get', { leadId }))).toContain('13700137000')
  })
})
