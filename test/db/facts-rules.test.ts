import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { listRecords } from '../../db/facts/records.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { buildReport, type Report } from '../../shared/domain/report.ts'
import { businessDateOf } from '../../shared/values/business-date.ts'
import { buildStore, insert } from './generated-store.ts'

const ZONE = 'Europe/Berlin'
const MINUTE = 60_000
const DAY = 1440
const MONDAY = Date.parse('2026-03-02T09:00:00+01:00')
const query = { from: '2026-03-01', to: '2026-03-31', asOf: '2026-05-31', staffId: null } as ReportQuery

/**
 * Leads with and without a phone, created on Monday 2 March, 9:00, from where minutes count; and one that comes in April, with
 * records said to have happened before it.
 */
function showroom(): Db {
  const db = buildStore({ leads: [], anonymous: [], doorDays: [] })
  insert(db, 'import_batches', { id: 'batch', file_name: 'f', file_hash: 'h', imported_at: 0, row_count: 1 })
  addLead(db, 'with', '13800000000', MONDAY)
  addLead(db, 'without', null, MONDAY)
  addLead(db, 'later', '13800000001', MONDAY + 40 * DAY * MINUTE)
  return db
}

function addLead(db: Db, id: string, phone: string | null, createdAt: number): void {
  const created_on = businessDateOf(createdAt, ZONE)
  insert(db, 'customers', { id, name: id, created_at: createdAt, phone })
  insert(db, 'leads', { id, customer_id: id, channel_id: 'walk', created_at: createdAt, created_on })
}

type Done = {
  readonly at: number
  readonly note?: string | null
  readonly loggedAfter?: number
  readonly staff?: string
  readonly lead?: string
  readonly method?: string
  readonly batch?: string
}

function addDone(db: Db, id: string, done: Done): void {
  const doneAt = MONDAY + done.at * MINUTE
  const doneOn = businessDateOf(doneAt, ZONE)
  insert(db, 'follow_ups', {
    id,
    lead_id: done.lead ?? 'with',
    staff_id: done.staff ?? 's1',
    due_on: doneOn,
    done_at: doneAt,
    done_on: doneOn,
    logged_at: doneAt + (done.loggedAfter ?? 0) * MINUTE,
    method: done.method ?? 'wechat',
    note: done.note ?? null,
    note_key: done.note ?? null,
    batch_id: done.batch ?? null,
  })
}

function suspicionsOf(rows: readonly Done[], asOf: string = query.asOf): Record<string, string> {
  const db = showroom()
  rows.forEach((row, i) => addDone(db, `f${i}`, row))
  const known = { ...query, asOf } as ReportQuery
  const list = listRecords(db, known, { key: 'followUpAudit.suspect' }, { limit: 100, offset: 0 })
  return Object.fromEntries(list.rows.map((row) => [row.id, row.detail ?? '']))
}

const note = (i: number) => `a note of its own ${i}`
const repeat = (times: number, each: (i: number) => Done) => Array.from({ length: times }, (_, i) => each(i))

describe('suspect records', () => {
  it.each<[name: string, rows: Done[], suspects: Record<string, string>]>([
    ['a: three within 30 days', repeat(3, (i) => ({ at: i * 15 * DAY, note: 'the same words' })), { f0: 'a', f1: 'a' }],
    ['a: not over 31 days', [0, 15, 31].map((day) => ({ at: day * DAY, note: 'the same words' })), {}],
    [
      'a: not of two people',
      repeat(4, (i) => ({ at: i * DAY, note: 'the same words', staff: i % 2 ? 's1' : 's2' })),
      {},
    ],
    [
      'b: five within 10 minutes',
      repeat(5, (i) => ({ at: i * 2.5, note: note(i) })),
      { f0: 'b', f1: 'b', f2: 'b', f3: 'b', f4: 'b' },
    ],
    ['b: not over 12 minutes', repeat(5, (i) => ({ at: i * 3, note: note(i) })), {}],
    [
      'b: by the clock of recording',
      repeat(5, (i) => ({ at: i * 60, loggedAfter: 300 - i * 60, note: note(i) })),
      { f0: 'b', f1: 'b', f2: 'b', f3: 'b', f4: 'b' },
    ],
    [
      'c: five characters, six of them emoji',
      [
        { at: 0, note: '12345' },
        { at: 9, note: '😀😀😀😀😀😀' },
      ],
      { f0: 'c' },
    ],
    ['c: no note', [{ at: 0 }], { f0: 'c' }],
    [
      'd: over a day late',
      [
        { at: 0, note: note(0), loggedAfter: DAY + 1 },
        { at: 9, note: note(1), loggedAfter: DAY },
      ],
      { f0: 'd' },
    ],
    [
      'e: a call to nobody',
      [
        { at: 0, note: note(0), method: 'call', lead: 'without' },
        { at: 9, note: note(1), method: 'sms' },
      ],
      { f0: 'e' },
    ],
    ['f: before the lead', [{ at: -1, note: note(0) }], { f0: 'f' }],
    ['all that apply', [{ at: -1, method: 'sms', lead: 'without', loggedAfter: 2 * DAY }], { f0: 'c,d,e,f' }],
    [
      'nothing of a foreign file',
      repeat(6, () => ({ at: -1, lead: 'without', method: 'call', loggedAfter: 3000, batch: 'batch' })),
      {},
    ],
  ])('%s', (_name, rows, suspects) => {
    // The third of rule a lies in April: it counts, but is not of the period.
    expect(suspicionsOf(rows)).toEqual(suspects)
  })

  it.each<[name: string, rows: Done[]]>([
    ['a: the third is done after asOf', repeat(3, (i) => ({ at: i * 15 * DAY, note: 'the same words' }))],
    // From 23:56 on 31 March by the clock of the store, which went to summer time on the 29th.
    ['b: the fifth is done after asOf', repeat(5, (i) => ({ at: 29 * DAY + 836 + i, note: note(i) }))],
    [
      'a: the third is of a lead created after asOf',
      repeat(3, (i) => ({ at: i, note: 'the same words', lead: i ? 'with' : 'later' })),
    ],
    [
      'b: the fifth is of a lead created after asOf',
      repeat(5, (i) => ({ at: i, note: note(i), lead: i ? 'with' : 'later' })),
    ],
  ])('%s', (_name, rows) => {
    expect(suspicionsOf(rows, '2026-03-31')).toEqual({})
    expect(Object.keys(suspicionsOf(rows)).length).toBeGreaterThan(1)
  })

  it('rules a and b agree with looking at every window', () => {
    const row = fc.record({
      at: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 60 * DAY })),
      note: fc.constantFrom('the same words', 'other words'),
      staff: fc.constantFrom('s1', 's2'),
      loggedAfter: fc.constantFrom(0, 2, 7),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), (rows) => {
        const day = (one: Done) => Math.floor(one.at / DAY + 9 / 24)
        const clock = (one: Done) => one.at + (one.loggedAfter ?? 0)
        const inWindow = (one: Done, among: readonly Done[], size: number, span: number, of: (row: Done) => number) =>
          among.some((start) => {
            const [low, high] = [of(start), of(start) + span]
            return (
              of(one) >= low && of(one) <= high && among.filter((r) => of(r) >= low && of(r) <= high).length >= size
            )
          })
        const expected = rows.flatMap((one, i) => {
          if (businessDateOf(MONDAY + one.at * MINUTE, ZONE) > query.to) return []
          const own = rows.filter((other) => other.staff === one.staff)
          const a = inWindow(
            one,
            own.filter((other) => other.note === one.note),
            3,
            30,
            day,
          )
          const b = inWindow(one, own, 5, 10, clock)
          const rules = [...(a ? ['a'] : []), ...(b ? ['b'] : [])]
          return rules.length === 0 ? [] : [[`f${i}`, rules.join(',')]]
        })
        expect(suspicionsOf(rows)).toEqual(Object.fromEntries(expected))
      }),
      { numRuns: 60 },
    )
  })
})

type Visit = {
  readonly at: number
  readonly loggedAfter?: number
  readonly isVoid?: boolean
  readonly batch?: string
  readonly lead?: string
  readonly isAgain?: boolean
}

function reportOfVisits(visits: readonly Visit[], person: string | null = null): Report {
  const db = showroom()
  rewriteLeadHistory(db, 'all')
  visits.forEach((visit, i) => {
    const arrivedAt = MONDAY + visit.at * MINUTE
    insert(db, 'visits', {
      id: `v${i}`,
      arrived_at: arrivedAt,
      arrived_on: businessDateOf(arrivedAt, ZONE),
      logged_at: arrivedAt + (visit.loggedAfter ?? 0) * MINUTE,
      channel_id: 'walk',
      kind: 'showroom',
      purpose: 'purchase',
      first_visit: visit.isAgain ? 0 : 1,
      received_by: 's1',
      lead_id: visit.lead ?? null,
      voided_at: visit.isVoid ? arrivedAt : null,
      void_reason: visit.isVoid ? 'twice' : null,
      batch_id: visit.batch ?? null,
    })
  })
  return buildReport(readFacts(db, { ...query, staffId: person }))
}

describe('visits', () => {
  it('a voided one counts nowhere but as voided', () => {
    const { visitorRecording, ...rest } = reportOfVisits([{ at: 0, isVoid: true, loggedAfter: 90 }])
    const { visitorRecording: none, ...without } = reportOfVisits([])
    expect(rest).toEqual(without)
    expect(visitorRecording).toEqual({ ...none, voided: 1 })
  })

  it('a lead whose first visit is voided is not of the cohort, and a voided return is none', () => {
    const back = { at: 60, lead: 'with', isAgain: true }
    const first = { at: 0, lead: 'with' }
    expect(reportOfVisits([first, back])).toMatchObject({ funnel: { owned: 1 }, sellingSkill: { beBacks: 1 } })
    expect(reportOfVisits([{ ...first, isVoid: true }, back]).funnel).toMatchObject({ captured: 0, owned: 0 })
    expect(reportOfVisits([first, { ...back, isVoid: true }]).sellingSkill.beBacks).toBe(0)
  })

  it('is late when logged more than 60 minutes after, unless a foreign file brought it', () => {
    const visits = [
      { at: 0, loggedAfter: 60 },
      { at: 1, loggedAfter: 61 },
      { at: 2, loggedAfter: 999, batch: 'batch' },
    ]
    expect(reportOfVisits(visits).visitorRecording).toMatchObject({ visits: 3, lateEntries: 1 })
  })

  it('belongs to who received it, and a day without one to nobody', () => {
    // Open Tuesday to Saturday: 21 such days from 1 to 31 March, one of them with a visit.
    expect(reportOfVisits([{ at: DAY }]).visitorRecording.openDaysWithoutEntry).toBe(20)
    expect(reportOfVisits([{ at: DAY }], 's1').visitorRecording).toMatchObject({
      visits: 1,
      openDaysWithoutEntry: null,
    })
    expect(reportOfVisits([{ at: DAY }], 's2').visitorRecording).toMatchObject({
      visits: 0,
      openDaysWithoutEntry: null,
    })
  })
})
