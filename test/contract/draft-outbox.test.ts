import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDraftOutbox, type DraftOutbox, type DraftWish } from '../../renderer/stores/draft-outbox.ts'
import { type Caller, STAFF, testDesk } from '../support/desk.ts'

const outboxes: DraftOutbox[] = []
afterEach(() => {
  for (const outbox of outboxes.splice(0)) outbox.stop()
})
const opened = (send: (wish: DraftWish) => Promise<boolean>) => {
  const outbox = createDraftOutbox(send)
  outboxes.push(outbox)
  return outbox
}

const desk = testDesk()
let moments = 0
const nextMoment = () => {
  moments += 1
  return moments
}
const tell = async (caller: Caller, { content, typedAt, ...place }: DraftWish) => {
  if (content === null) await caller.call('drafts.drop', place)
  else await caller.call('drafts.keep', { ...place, content, typedAt })
  return true
}
const keptBy = async (staffId: string) => {
  const { drafts } = await desk.as(staffId).call('drafts.list', {})
  return Object.fromEntries(drafts.map(({ subject, content }) => [subject, content]))
}
const wish = (subject: string, text: string | null): DraftWish => ({
  staffId: STAFF.lin,
  form: 'followUp',
  subject,
  content: text === null ? null : { text },
  typedAt: nextMoment(),
})

describe('what is typed, on its way into the store', () => {
  it('gets there by itself a moment after the last key, also when nobody ever pauses', async () => {
    desk.db.exec('DELETE FROM drafts')
    const outbox = opened((one) => tell(desk.as(STAFF.lin), one))
    outbox.put(wish('still', 'a'))
    await vi.waitFor(async () => expect(await keptBy(STAFF.lin)).toEqual({ still: { text: 'a' } }), 5000)
    let typed = ''
    await vi.waitFor(
      async () => {
        typed += 'x'
        outbox.put(wish('on', typed))
        expect(Object.keys(await keptBy(STAFF.lin))).toContain('on')
      },
      { timeout: 8000, interval: 100 },
    )
  })

  it('is tried again when it could not arrive', async () => {
    desk.db.exec('DELETE FROM drafts')
    let isThere = false
    const outbox = opened(async (one) => isThere && tell(desk.as(STAFF.lin), one))
    outbox.put(wish('a', 'x'))
    await outbox.flush()
    expect([await keptBy(STAFF.lin), outbox.isUnderWay('followUp a')]).toEqual([{}, true])
    isThere = true
    await outbox.flush()
    expect([await keptBy(STAFF.lin), outbox.isUnderWay('followUp a')]).toEqual([{ a: { text: 'x' } }, false])
  })

  it('arrives in order: the last word holds, however long each took and whatever failed', async () => {
    const step = fc.record({
      subject: fc.constantFrom('a', 'b', 'c'),
      text: fc.option(fc.string({ maxLength: 3 }), { nil: null, freq: 3 }),
      slow: fc.integer({ min: 0, max: 3 }),
      fails: fc.boolean(),
      after: fc.constantFrom('flush', 'wait', 'nothing', 'nothing'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        desk.db.exec('DELETE FROM drafts')
        let at: (typeof steps)[number] | undefined
        const outbox = opened(async (one) => {
          const { slow = 0, fails = false } = at ?? {}
          for (let turn = 0; turn < slow; turn += 1) await new Promise((done) => setImmediate(done))
          return !fails && tell(desk.as(STAFF.lin), one)
        })
        const last: Record<string, object> = {}
        for (const one of steps) {
          at = one
          const { [one.subject]: _, ...others } = last
          outbox.put(wish(one.subject, one.text))
          delete last[one.subject]
          if (one.text !== null) Object.assign(last, { ...others, [one.subject]: { text: one.text } })
          if (one.after === 'flush') void outbox.flush()
          if (one.after === 'wait') await outbox.flush()
        }
        at = undefined
        await outbox.flush()
        await outbox.flush()
        outbox.stop()
        expect(await keptBy(STAFF.lin)).toEqual(last)
      }),
      { numRuns: 200 },
    )
  })
})
