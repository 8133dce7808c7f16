import { expect, it } from 'vitest'
import { STAFF, testDesk } from '../support/desk.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

// A card moved on the board says one thing more about the buyer; the rules grade by it.

async function withLead() {
  const desk = testDesk()
  const lin = desk.as(STAFF.lin)
  const leadId = (await lin.call('visits.log', { ...anonymous, contact: someone })).leadId ?? ''
  const read = () => lin.call('leads.get', { leadId })
  return { desk, lin, leadId, read }
}

it('a stage is graded by the rules, and everything else that is known stays', async () => {
  const { desk, lin, leadId, read } = await withLead()
  const facts = { ...noFacts, horizonMonths: 5, budget: '20 万', stage: 'interest' as const }
  await lin.call('leads.screen', { leadId, version: 1, facts, override: null })
  const before = await read()
  // A month later the same answer means a month less; moving the card must not push the expected day away.
  desk.advance(30 * 86_400_000)
  const moved = await lin.call('leads.move', {
    leadId,
    version: before.version,
    to: { by: 'stage', stage: 'decision' },
  })
  expect(moved.grade).toBe('A')
  const after = await read()
  expect(after.facts).toMatchObject({ stage: 'decision', budget: '20 万', expectedOn: before.facts.expectedOn })
  await lin.call('leads.move', { leadId, version: after.version, to: { by: 'stage', stage: null } })
  expect((await read()).facts.stage).toBeNull()
})

it('a grade against the rules owes a reason, and stays until the facts change', async () => {
  const { lin, leadId, read } = await withLead()
  const to = { by: 'grade', grade: 'A', reason: null } as const
  expect((await lin.refused('leads.move', { leadId, version: 1, to })).code).toBe('reason_required')
  await lin.call('leads.move', { leadId, version: 1, to: { ...to, reason: '电话里说定了' } })
  expect(await read()).toMatchObject({ grade: 'A', overrideReason: '电话里说定了' })
})

it('is refused for what somebody else has changed, and for what is closed', async () => {
  const { desk, lin, leadId } = await withLead()
  const move = { leadId, version: 7, to: { by: 'stage', stage: 'desire' } } as const
  expect((await lin.refused('leads.move', move)).code).toBe('changed_meanwhile')
  const loss = { leadId, reason: 'price', competitor: null, note: null } as const
  await desk.as(STAFF.manager).call('leads.lose', loss)
  expect((await lin.refused('leads.move', { ...move, version: 1 })).code).toBe('lead_closed')
})
