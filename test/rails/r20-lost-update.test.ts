import { afterAll, describe, expect, it } from 'vitest'
import { createDesk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import type { Answer } from '../../shared/contract/failure.ts'
import { AT_REST } from '../support/at-rest.ts'
import { STAFF, testDesk } from '../support/desk.ts'
import { rounds, tally } from '../support/rounds.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

const EDITS = rounds(1000, 10_000)
/** Windows that have all read the same version of the record and save at once, half of them in another program on the same file. */
const AT_ONCE = 50

const { desk, db, as, now } = testDesk()
const beside = createDesk({ folder: desk.folder, clock: now, ...AT_REST })
afterAll(() => beside.close())

const { leadId } = await as(STAFF.lin).call('visits.log', { ...anonymous, contact: someone })

/** What is saved says which edit it was. */
function edit(n: number, version: number): Promise<Answer> {
  const program = n % 2 === 0 ? desk : beside
  const window = `window ${n % AT_ONCE}`
  program.sessions.open(window, STAFF.manager, now())
  const facts = { ...noFacts, budget: `第${n}次` }
  const input = { leadId, version, facts, override: null }
  return dispatch(program, window, { id: 'test', op: 'leads.screen', input })
}

const stands = () =>
  db.prepare('SELECT version, budget FROM leads WHERE id = ?').get(leadId) as { version: number; budget: string }

describe('R20 nobody saves over what they have not seen', () => {
  it(`${EDITS} edits of one lead, ${AT_ONCE} at once: of each ${AT_ONCE} one is saved, the others are told`, async () => {
    const { done, expectAll } = tally(EDITS)
    for (let first = 0; first < EDITS; first += AT_ONCE) {
      const before = stands()
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => edit(first + n, before.version)))
      const saved = answers.flatMap((answer, n) => (answer.ok ? [first + n] : []))
      const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.failure.code]))
      expect(saved).toHaveLength(1)
      expect(refused).toEqual(Array.from({ length: AT_ONCE - 1 }, () => 'changed_meanwhile'))
      expect(stands()).toEqual({ version: before.version + 1, budget: `第${saved[0]}次` })
      for (const _ of answers) done()
    }
    expectAll()
  })

  it('who has read the newest saves', async () => {
    expect(await edit(0, stands().version)).toMatchObject({ ok: true })
  })
})
