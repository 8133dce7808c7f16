import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { exportTables } from '../../db/exchange/export-folder.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { putSilentLeadsToSleep } from '../../electron/api/services/dormancy.ts'
import type { Answer } from '../../shared/contract/failure.ts'
import type { LeadProfile } from '../../shared/contract/leads.ts'
import { addDays, businessDateOf } from '../../shared/values/business-date.ts'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

// A lead through any acts in any order, dated back or not, while the clock of the PC jumps about: whatever is accepted holds.

const HOUR_MS = 3_600_000
const ZONE = 'Asia/Shanghai'

type Act =
  | { readonly do: 'screen'; readonly months: number }
  | { readonly do: 'assign'; readonly to: string | null }
  | { readonly do: 'order' | 'contact' | 'arrival'; readonly daysAgo: number }
  | { readonly do: 'cancel' | 'lose' | 'reopen' | 'sleep' }

const daysAgo = fc.integer({ min: 0, max: 12 })
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('screen' as const), months: fc.integer({ min: 0, max: 12 }) }),
  fc.record({ do: fc.constant('assign' as const), to: fc.constantFrom(STAFF.lin, STAFF.wang, null) }),
  fc.record({ do: fc.constantFrom('order' as const, 'contact' as const, 'arrival' as const), daysAgo }),
  fc.record({ do: fc.constantFrom('cancel' as const, 'lose' as const, 'reopen' as const, 'sleep' as const) }),
)
/** Each act with the hours the clock has gone on before it, sometimes backwards. */
const story = fc.array(fc.tuple(fc.integer({ min: -30, max: 90 }), act), { minLength: 3, maxLength: 15 })

const { contact: _, ...arrival } = anonymous

async function perform(
  store: TestDesk,
  ids: { visitId: string; lead: LeadProfile },
  what: Act,
): Promise<Answer | null> {
  const { ask } = store.as(STAFF.manager)
  const { visitId, lead } = ids
  const { leadId } = lead
  const on = (days: number) => addDays(businessDateOf(store.now(), ZONE), -days)
  const deal = lead.deals.find(({ cancelledOn }) => cancelledOn === null)
  switch (what.do) {
    case 'screen': {
      const answers = { ...noFacts, selectionStarted: true, horizonMonths: what.months }
      return ask('leads.screen', { leadId, version: lead.version, facts: answers, override: null })
    }
    case 'assign':
      return ask('leads.assign', { leadIds: [leadId], staffId: what.to, reason: '调整' })
    case 'order':
      return ask('leads.order', {
        leadId,
        orderedOn: on(what.daysAgo),
        model: null,
        priceFen: null,
        grossProfitFen: null,
      })
    case 'contact': {
      const doneAt = what.daysAgo === 0 ? null : store.now() - what.daysAgo * 24 * HOUR_MS
      const made = { method: 'call', outcome: 'reached', note: '聊了试驾', nextDueOn: null }
      return ask('followUps.log', { ...made, leadId, doneAt })
    }
    case 'arrival':
      return ask('visits.correct', { ...arrival, visitId, arrivedAt: store.now() - what.daysAgo * 24 * HOUR_MS })
    case 'cancel':
      return deal === undefined ? null : ask('leads.cancelOrder', { dealId: deal.id, reason: '贷款没批' })
    case 'lose':
      return ask('leads.lose', { leadId, reason: 'price', competitor: null, note: null })
    case 'reopen':
      return ask('leads.reopen', { leadId, reason: '又来电' })
    case 'sleep':
      putSilentLeadsToSleep(store.db, store.now(), store.desk.newId)
      return null
  }
}

/** What an accepted act promised. */
function expectHeld(what: Act, answer: Answer, lead: LeadProfile, before: LeadProfile): void {
  if (!answer.ok) {
    expect(answer.failure.code).not.toBe('internal')
    expect({ ...lead, timeline: null }).toEqual({ ...before, timeline: null })
    return
  }
  if (what.do === 'screen') expect(lead.grade).toBe((answer.value as { grade: string }).grade)
  if (what.do === 'assign') expect(lead.ownerId).toBe(what.to)
  if (what.do === 'order') expect(lead.status).toBe('won')
  if (what.do === 'cancel' || what.do === 'reopen') expect(lead.status).toBe('open')
  if (what.do === 'lose') expect(lead.status).toBe('lost')
  if (what.do === 'contact') expect(lead.status).not.toBe('dormant')
  expect(lead.deals.some(({ cancelledOn }) => cancelledOn === null)).toBe(lead.status === 'won')
}

async function live(store: TestDesk, acts: readonly (readonly [number, Act])[]): Promise<void> {
  const manager = store.as(STAFF.manager)
  const { visitId, leadId } = await manager.call('visits.log', { ...anonymous, contact: someone })
  let lead = await manager.call('leads.get', { leadId: leadId ?? '' })
  for (const [hours, what] of acts) {
    store.advance(hours * HOUR_MS)
    const answer = await perform(store, { visitId, lead }, what)
    const after = await manager.call('leads.get', { leadId: lead.leadId })
    if (answer !== null) expectHeld(what, answer, after, lead)
    lead = after
  }
}

it('whatever was accepted last holds, and the store can be taken out and put back', async () => {
  const stories = fc.asyncProperty(story, async (acts) => {
    const store = testDesk()
    await live(store, acts)
    const files = exportTables(store.db)
    const again = openStore(':memory:')
    expect(importTables(again, files)).toMatchObject({ ok: true })
    const HISTORY = 'SELECT * FROM lead_history ORDER BY lead_id, n'
    expect(again.prepare(HISTORY).all()).toEqual(store.db.prepare(HISTORY).all())
    again.close()
    store.db.close()
  })
  await fc.assert(stories, { numRuns: 40 })
})
