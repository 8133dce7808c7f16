import { describe, expect, it } from 'vitest'
import { STAFF, testDesk } from '../support/desk.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

const contact = { method: 'call', outcome: 'reached', note: '周末带家人来试驾', doneAt: null, nextDueOn: null } as const
const draft = {
  id: null,
  title: '邀约试驾',
  text: '{{客户}}，{{车型}}的试驾车周六有空。',
  purpose: 'invitation',
  grade: 'B',
  stage: null,
  active: true,
} as const

async function storeWithLead() {
  const desk = testDesk()
  const lin = desk.as(STAFF.lin)
  const { leadId } = await lin.call('visits.log', { ...anonymous, contact: someone })
  return { desk, lin, manager: desk.as(STAFF.manager), leadId: leadId ?? '' }
}

describe('a salesperson who logs a contact', () => {
  it('finds what fits the lead, with the names to say', async () => {
    const { lin, manager, leadId } = await storeWithLead()
    await manager.call('scripts.addDefaults', { language: 'zh' })
    const first = await lin.call('scripts.forLead', { leadId })
    expect(first.names).toEqual({ customer: '孙女士', consultant: '林小雨', model: null, showroom: '城东展厅' })
    // Nobody has called yet and nobody has graded: thanks for the visit, and none that is meant for a grade.
    expect(first.scripts[0]?.id).toBe('zh-first-call')
    expect(first.scripts.filter(({ fits, grade }) => fits && grade !== null)).toEqual([])

    const facts = { ...noFacts, horizonMonths: 5, stage: 'comparison' as const, model: '石野 X5' }
    await lin.call('leads.screen', { leadId, version: 1, facts, override: null })
    await lin.call('followUps.log', { leadId, ...contact, method: 'test_drive' })
    const then = await lin.call('scripts.forLead', { leadId })
    expect(then.names.model).toBe('石野 X5')
    expect(then.scripts[0]).toMatchObject({ id: 'zh-after-drive-compare', fits: true })
  })

  it('leaves behind which one was said, and never its text', async () => {
    const { desk, lin, manager, leadId } = await storeWithLead()
    const { id } = await manager.call('scripts.save', draft)
    const { followUpId } = await lin.call('followUps.log', { leadId, ...contact, scriptId: id })
    await lin.call('followUps.log', { leadId, ...contact })
    const used = desk.db
      .prepare('SELECT id, script_id AS scriptId, note FROM follow_ups WHERE done_on IS NOT NULL')
      .all()
    expect(used).toContainEqual({ id: followUpId, scriptId: id, note: contact.note })
    expect(used.filter((row) => (row as { scriptId: string | null }).scriptId === null)).toHaveLength(1)
    const { scripts } = await manager.call('scripts.list', {})
    expect(scripts[0]?.effect).toEqual({ used: 1, reached: 1, tried: 0, visited: 0 })
    const unknown = await lin.refused('followUps.log', { leadId, ...contact, scriptId: 'nothing' })
    expect(unknown.fields).toEqual([{ path: 'scriptId', code: 'not_found' }])
  })

  it('is told a week later whether somebody came', async () => {
    const { desk, lin, manager, leadId } = await storeWithLead()
    const { id } = await manager.call('scripts.save', draft)
    await lin.call('followUps.log', { leadId, ...contact, scriptId: id })
    desk.advance(3 * 86_400_000)
    await lin.call('visits.log', {
      ...anonymous,
      firstVisit: false,
      contact: { ...someone, identity: { as: 'same_lead', leadId } },
    })
    desk.advance(5 * 86_400_000)
    const { scripts } = await desk.as(STAFF.manager).call('scripts.list', {})
    expect(scripts[0]?.effect).toEqual({ used: 1, reached: 1, tried: 1, visited: 1 })
  })
})

describe('a manager who keeps the scripts', () => {
  it('changes one, and takes it out of use without losing what came of it', async () => {
    const { lin, manager, leadId } = await storeWithLead()
    const { id } = await manager.call('scripts.save', draft)
    await lin.call('followUps.log', { leadId, ...contact, scriptId: id })
    await manager.call('scripts.save', { ...draft, id, title: '约试驾', active: false })
    expect((await lin.call('scripts.forLead', { leadId })).scripts).toEqual([])
    const { scripts } = await manager.call('scripts.list', {})
    expect(scripts).toMatchObject([{ id, title: '约试驾', active: false, effect: { used: 1 } }])
  })

  it('is refused two of one title in use, a name that cannot be filled in, and one that is not there', async () => {
    const { manager } = await storeWithLead()
    await manager.call('scripts.save', draft)
    expect((await manager.refused('scripts.save', draft)).code).toBe('name_taken')
    await manager.call('scripts.save', { ...draft, active: false })
    const unknown = await manager.refused('scripts.save', { ...draft, title: '别的', text: '{{价格}}' })
    expect(unknown.fields).toEqual([{ path: 'text', code: 'unknown_placeholder' }])
    expect((await manager.refused('scripts.save', { ...draft, id: 'gone' })).code).toBe('not_found')
  })
})
