import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DRAFT_LENGTH, DRAFTS_KEPT } from '../../shared/values/draft-content.ts'
import { STAFF, testDesk } from '../support/desk.ts'
import { dumpStore } from '../support/dump.ts'

const DAY_MS = 86_400_000
const note = (text: string) => ({ values: { note: text } })
const followUp = { form: 'followUp', subject: 'lead-1' }

/** What a person is told to have begun, without the time. */
async function begunBy({ as }: ReturnType<typeof testDesk>, staffId: string) {
  const { drafts } = await as(staffId).call('drafts.list', {})
  return drafts.map(({ form, subject, content }) => ({ form, subject, content }))
}

describe('what somebody has begun to write', () => {
  it('counts what was typed last, in whatever order it arrives', async () => {
    const desk = testDesk()
    const lin = desk.as(STAFF.lin)
    const keep = (text: string, typedAt: number) =>
      lin.call('drafts.keep', { staffId: STAFF.lin, ...followUp, content: note(text), typedAt })
    await keep('问了置换', 20)
    await keep('问了', 10)
    expect(await begunBy(desk, STAFF.lin)).toEqual([{ ...followUp, content: note('问了置换') }])
    // Much later an earlier time says only that a clock was set back.
    desk.advance(61_000)
    await keep('再问', 5)
    expect(await begunBy(desk, STAFF.lin)).toEqual([{ ...followUp, content: note('再问') }])
  })

  it('comes back to them as they wrote it, the last of each form', async () => {
    const desk = testDesk()
    const lin = desk.as(STAFF.lin)
    const content = {
      values: { note: '问了\u0000置换\ud800 ', method: 'call', slots: [1, null, { a: true }] },
      path: '/x',
    }
    await lin.call('drafts.keep', { staffId: STAFF.lin, ...followUp, content: note('问') })
    desk.advance(1000)
    const { savedAt } = await lin.call('drafts.keep', { staffId: STAFF.lin, ...followUp, content })
    desk.advance(1000)
    await lin.call('drafts.keep', { staffId: STAFF.lin, form: 'visit', subject: '', content: note('') })
    expect(savedAt).toBe(desk.now() - 1000)
    expect(await begunBy(desk, STAFF.lin)).toEqual([
      { form: 'visit', subject: '', content: note('') },
      { ...followUp, content },
    ])
  })

  it('is nobody else’s to see, write or drop, not the owner’s either', async () => {
    const desk = testDesk()
    const mine = { staffId: STAFF.lin, ...followUp }
    await desk.as(STAFF.lin).call('drafts.keep', { ...mine, content: note('我的') })
    for (const other of [STAFF.wang, STAFF.manager, STAFF.owner, STAFF.reception]) {
      expect(await begunBy(desk, other)).toEqual([])
      // As it may happen without any malice: what was typed last arrives after a switch of person at the same desk.
      const late = await desk.as(other).refused('drafts.keep', { ...mine, content: note('盖掉') })
      expect([late.code, (await desk.as(other).refused('drafts.drop', mine)).code]).toEqual(['not_yours', 'not_yours'])
      expect(await begunBy(desk, other)).toEqual([])
    }
    expect((await desk.nobody.refused('drafts.list', {})).code).toBe('not_signed_in')
    expect(await begunBy(desk, STAFF.lin)).toEqual([{ ...followUp, content: note('我的') }])
  })

  it('is no record: nothing but the draft itself is written, no trail, and nothing is left when it is dropped', async () => {
    const desk = testDesk()
    const lin = desk.as(STAFF.lin)
    const { drafts: none, ...before } = dumpStore(desk.db)
    for (const text of ['问', '问了', '问了置换']) {
      await lin.call('drafts.keep', { staffId: STAFF.lin, ...followUp, content: note(text) })
    }
    const { drafts: kept, ...after } = dumpStore(desk.db)
    expect([none, kept?.length]).toEqual([[], 1])
    expect(after).toEqual(before)
    await lin.call('drafts.drop', { staffId: STAFF.lin, ...followUp })
    await lin.call('drafts.drop', { staffId: STAFF.lin, ...followUp })
    expect(dumpStore(desk.db)).toEqual({ drafts: [], ...before })
  })
})

const deep = (levels: number): unknown => (levels === 0 ? 'x' : { inner: deep(levels - 1) })
const cyclic: Record<string, unknown> = {}
cyclic.self = cyclic
const REFUSED: readonly [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a list', []],
  ['text', 'note'],
  ['too much', { note: 'x'.repeat(DRAFT_LENGTH) }],
  ['too deep', deep(20)],
  ['a circle', cyclic],
  ['what is no JSON', { at: new Date(0) }],
  ['no number', { count: Number.NaN }],
  ['a PIN', { values: { name: '新人', secret: '246810' } }],
  ['a password', { owner: { password: 'correct horse' } }],
  ['a PIN in a list', { people: [{ name: '新人', pin: '246810' }] }],
  ['what all objects share', JSON.parse('{"values": {"__proto__": {"isOwner": true}}}')],
  ['how objects are made', { values: { constructor: { prototype: {} } } }],
]

describe('what is not kept', () => {
  it.each(REFUSED)('%s', async (_, content) => {
    const desk = testDesk()
    const answer = await desk.as(STAFF.lin).ask('drafts.keep', { staffId: STAFF.lin, ...followUp, content })
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid_input', fields: [{ path: 'content' }] } })
    expect(desk.db.prepare('SELECT count(*) FROM drafts').pluck().get()).toBe(0)
  })

  it.each([
    { form: '', subject: '' },
    { form: '../x', subject: '' },
    { form: 'x'.repeat(41), subject: '' },
    { form: 'visit', subject: 'x'.repeat(401) },
  ])('a name like $form', async (place) => {
    const input = { staffId: STAFF.lin, ...place, content: note('x') }
    expect((await testDesk().as(STAFF.lin).refused('drafts.keep', input)).code).toBe('invalid_input')
  })

  it('is the oldest of more than anybody has open, and nothing of anybody else', async () => {
    const desk = testDesk()
    const lin = desk.as(STAFF.lin)
    await desk.as(STAFF.wang).call('drafts.keep', { staffId: STAFF.wang, ...followUp, content: note('王') })
    for (let at = 0; at <= DRAFTS_KEPT; at += 1) {
      await lin.call('drafts.keep', { staffId: STAFF.lin, form: 'followUp', subject: `lead ${at}`, content: note('x') })
    }
    const subjects = (await begunBy(desk, STAFF.lin)).map(({ subject }) => subject)
    expect([subjects.length, subjects[0], subjects.at(-1)]).toEqual([DRAFTS_KEPT, `lead ${DRAFTS_KEPT}`, 'lead 1'])
    expect(await begunBy(desk, STAFF.wang)).toHaveLength(1)
  })

  it('is what nobody came back to for two weeks, and what somebody had begun who left', async () => {
    const desk = testDesk()
    const pin = '246810'
    await desk.as(STAFF.owner).call('people.setSecret', { staffId: STAFF.wang, secret: pin })
    for (const staffId of [STAFF.lin, STAFF.wang]) {
      await desk.as(staffId).call('drafts.keep', { staffId, ...followUp, content: note('x') })
    }
    desk.advance(14 * DAY_MS)
    expect(await begunBy(desk, STAFF.lin)).toHaveLength(1)
    desk.advance(1)
    expect(await begunBy(desk, STAFF.lin)).toEqual([])
    const left = () => desk.db.prepare('SELECT count(*) FROM drafts').pluck().get()
    expect(left()).toBe(2)
    await desk.nobody.call('session.signIn', { staffId: STAFF.wang, secret: pin })
    expect(left()).toBe(0)

    await desk.as(STAFF.lin).call('drafts.keep', { staffId: STAFF.lin, ...followUp, content: note('x') })
    const person = { id: STAFF.lin, name: '林小雨', role: 'salesperson', dailyCapacity: 20 } as const
    await desk.as(STAFF.owner).call('people.save', { ...person, active: false })
    expect(left()).toBe(0)
  })
})

const people = [STAFF.lin, STAFF.wang, STAFF.reception]
const act = fc.record({
  staffId: fc.constantFrom(...people),
  form: fc.constantFrom('visit', 'followUp', 'order'),
  subject: fc.constantFrom('', 'a', 'b'),
  content: fc.option(
    fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
    {
      nil: null,
      freq: 3,
    },
  ),
  passMs: fc.constantFrom(0, 1, 60_000),
})

describe('whatever is kept and dropped by whom', () => {
  const desk = testDesk()

  it('everybody has exactly their own last ones, newest first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        desk.db.exec('DELETE FROM drafts')
        const expected = new Map<string, Map<string, object>>(people.map((staffId) => [staffId, new Map()]))
        for (const { staffId, form, subject, content, passMs } of acts) {
          desk.advance(passMs)
          const own = expected.get(staffId)
          own?.delete(`${form}/${subject}`)
          if (content === null) await desk.as(staffId).call('drafts.drop', { staffId, form, subject })
          else {
            await desk.as(staffId).call('drafts.keep', { staffId, form, subject, content })
            own?.set(`${form}/${subject}`, { form, subject, content })
          }
        }
        for (const staffId of people) {
          expect(await begunBy(desk, staffId)).toEqual([...(expected.get(staffId)?.values() ?? [])].toReversed())
        }
      }),
      { numRuns: 100 },
    )
  })
})
