import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract/contract.ts'
import type { Grade } from '../../shared/values/grade.ts'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

type Alternatives = InputOf<'rules.save'>['alternatives']

let phones = 13_700_000_000
/** A lead of lin's, graded by the rules for what was answered, or otherwise by lin with a reason. */
async function gradedLead(
  { as }: TestDesk,
  answers: Partial<typeof noFacts>,
  override: { grade: Grade; reason: string } | null = null,
): Promise<string> {
  phones += 1
  const visit = { ...anonymous, contact: { ...someone, phone: String(phones) } }
  const { leadId } = await as(STAFF.lin).call('visits.log', visit)
  const facts = { ...noFacts, ...answers }
  await as(STAFF.lin).call('leads.screen', { leadId: leadId ?? '', version: 1, facts, override })
  return leadId ?? ''
}
const gradeOf = async ({ as }: TestDesk, leadId: string) => (await as(STAFF.lin).call('leads.get', { leadId })).grade

/** Six leads within six months, one of them kept in B by a person; and rules that ask for two months instead. */
async function storeWithLeads() {
  const desk = testDesk()
  const manager = desk.as(STAFF.manager)
  const five = await gradedLead(desk, { horizonMonths: 5 })
  const waiting = await gradedLead(desk, { horizonMonths: 5, waitingFor: '年终奖' })
  const soon = await gradedLead(desk, { horizonMonths: 1 })
  const byHand = await gradedLead(desk, { horizonMonths: 5 }, { grade: 'A', reason: '下周就定' })
  const { alternatives, version } = await manager.call('rules.get', {})
  const stricter: Alternatives = {
    ...alternatives,
    B: [[{ fact: 'horizonMonths', op: 'atMost', value: 2 }], [{ fact: 'waitingFor', op: 'known', value: true }]],
  }
  const input = { alternatives: stricter, note: '旺季前收紧', basedOn: version, regrade: false, expected: 1 }
  return { desk, manager, leads: { five, waiting, soon, byHand }, shipped: alternatives, stricter, input }
}

describe('before rules are saved', () => {
  it('says how many leads move, from where to where, which, and what work follows', async () => {
    const { manager, leads, stricter } = await storeWithLeads()
    const preview = await manager.call('rules.preview', { alternatives: stricter })
    expect(preview).toEqual({
      leads: 4,
      moved: 1,
      moves: [{ from: 'B', to: 'C', leads: 1 }],
      kept: 1,
      stock: { A: 1, B: 3, C: 0, D: 0 },
      stockAfter: { A: 1, B: 2, C: 1, D: 0 },
    })
    const page = { limit: 50, offset: 0 }
    const movers = await manager.call('rules.movers', { alternatives: stricter, from: 'B', to: 'C', ...page })
    expect(movers).toEqual({
      total: 1,
      rows: [{ leadId: leads.five, customerName: '孙女士', model: null, ownerName: '林小雨', from: 'B', to: 'C' }],
    })
    expect(await manager.call('rules.movers', { alternatives: stricter, from: 'B', to: 'A', ...page })).toEqual({
      total: 0,
      rows: [],
    })
  })

  it('changes nothing', async () => {
    const { desk, manager, leads, stricter } = await storeWithLeads()
    await manager.call('rules.preview', { alternatives: stricter })
    expect((await manager.call('rules.get', {})).version).toBe(1)
    expect(await gradeOf(desk, leads.five)).toBe('B')
  })
})

describe('saving rules', () => {
  it('leaves the grades there are, and decides the next answers', async () => {
    const { desk, manager, leads, input } = await storeWithLeads()
    expect(await manager.call('rules.save', input)).toEqual({ version: 2, regraded: 0 })
    expect(await gradeOf(desk, leads.five)).toBe('B')
    const facts = { ...noFacts, horizonMonths: 5 }
    const screened = { leadId: leads.five, version: 2, facts, override: null }
    expect((await desk.as(STAFF.lin).call('leads.screen', screened)).grade).toBe('C')
    // A person's own grade stays until the facts change, whatever the rules say meanwhile.
    expect((await desk.as(STAFF.lin).call('leads.screen', { ...screened, leadId: leads.byHand })).grade).toBe('A')
    expect(
      (
        await desk
          .as(STAFF.lin)
          .call('leads.screen', { ...screened, leadId: leads.waiting, facts: { ...facts, waitingFor: '年终奖' } })
      ).grade,
    ).toBe('B')
  })

  it('grades those that move anew where that is asked for, as moves of today and without a reason', async () => {
    const { desk, manager, leads, input } = await storeWithLeads()
    desk.advance(60_000)
    expect(await manager.call('rules.save', { ...input, regrade: true })).toEqual({ version: 2, regraded: 1 })
    const five = await manager.call('leads.get', { leadId: leads.five })
    expect(five).toMatchObject({ grade: 'C', overrideReason: null })
    expect(five.timeline[0]).toMatchObject({ kind: 'grade', value: 'C', byName: '许经理' })
    expect(await gradeOf(desk, leads.byHand)).toBe('A')
    const month = { from: '2026-05-01', to: '2026-05-31', asOf: null, staffId: null }
    expect((await manager.call('board.show', month)).report.customerTypes.moves['B>C']).toBe(1)
    // Nothing of it is left to move.
    expect((await manager.call('rules.preview', { alternatives: input.alternatives })).moved).toBe(0)
  })

  it('moves as many as were agreed to, or none', async () => {
    const { desk, manager, leads, input } = await storeWithLeads()
    await gradedLead(desk, { horizonMonths: 4 })
    const failure = await manager.refused('rules.save', { ...input, regrade: true })
    expect(failure).toMatchObject({ code: 'count_changed', params: { count: 2 } })
    expect((await manager.call('rules.get', {})).version).toBe(1)
    expect(await gradeOf(desk, leads.five)).toBe('B')
  })

  it('is refused when somebody else has saved meanwhile', async () => {
    const { desk, manager, input } = await storeWithLeads()
    await desk.as(STAFF.owner).call('rules.save', { ...input, note: null })
    expect((await manager.refused('rules.save', input)).code).toBe('changed_meanwhile')
  })

  it('is refused for rules that leave a grade out or ask nothing, with the place', async () => {
    const { manager, input } = await storeWithLeads()
    const withWays = (change: Partial<Alternatives>) => ({
      ...input,
      alternatives: { ...input.alternatives, ...change },
    })
    expect((await manager.refused('rules.save', withWays({ D: [] }))).fields).toEqual([
      { path: 'alternatives.D.', code: 'grade_unreachable' },
    ])
    expect((await manager.refused('rules.save', withWays({ B: [[]] }))).fields).toEqual([
      { path: 'alternatives.B.0', code: 'empty_alternative' },
    ])
    const far = [[{ fact: 'horizonMonths' as const, op: 'atMost' as const, value: 1000 }]]
    expect((await manager.refused('rules.save', withWays({ B: far }))).code).toBe('invalid_input')
  })

  it('keeps every version, so that a former one can be put in force again', async () => {
    const { manager, input, shipped } = await storeWithLeads()
    await manager.call('rules.save', input)
    await manager.call('rules.save', { ...input, alternatives: shipped, note: null, basedOn: 2 })
    const { versions } = await manager.call('rules.history', {})
    expect(versions.map(({ version, note, savedByName }) => [version, note, savedByName])).toEqual([
      [3, null, '许经理'],
      [2, '旺季前收紧', '许经理'],
      [1, null, null],
    ])
    expect(versions[1]?.alternatives).toEqual(input.alternatives)
    expect(versions[0]?.alternatives).toEqual(versions[2]?.alternatives)
  })

  it('rules of a newer program that this one cannot read do not stop the day', async () => {
    const { desk, manager, input } = await storeWithLeads()
    await manager.call('rules.save', input)
    desk.db.prepare(`INSERT INTO rule_sets (version, rules, saved_at) VALUES (9, '{"A":[[{"fact":"mood"}]]}', 1)`).run()
    expect((await manager.call('rules.get', {})).version).toBe(2)
    const saved = await manager.call('rules.save', { ...input, note: null, basedOn: 2 })
    expect(saved.version).toBe(10)
  })
})

describe('the stock that is owed contacts', () => {
  it('is counted by grade; the team’s capacity only where everybody’s is known', async () => {
    const { desk, manager } = await storeWithLeads()
    await manager.call('visits.log', { ...anonymous, contact: { ...someone, phone: '13600136000' } })
    expect(await manager.call('rules.stock', {})).toEqual({
      stock: { A: 1, B: 3, C: 0, D: 0 },
      ungraded: 1,
      dailyCapacity: 30,
    })
    desk.db.prepare("UPDATE staff SET daily_capacity = NULL WHERE id = 'wang'").run()
    expect((await manager.call('rules.stock', {})).dailyCapacity).toBeNull()
  })
})
