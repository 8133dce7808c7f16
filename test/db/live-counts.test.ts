import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { closeStore, type Db, openBeside, openStore } from '../../db/connection.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { readBreakdown } from '../../db/facts/breakdown.ts'
import { FACT_SETS } from '../../db/facts/fact-sets.ts'
import { recallBreakdowns } from '../../db/facts/live/recall-breakdown.ts'
import { recallFacts } from '../../db/facts/live/recall-facts.ts'
import { createTally } from '../../db/facts/live/tally.ts'
import { takeTouches } from '../../db/facts/live/touches.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { EXPERIENCE, readExperience } from '../../db/facts/read-headlines.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import { changeLogOf } from '../../db/undo/change-log.ts'
import { BREAKDOWN_KEYS, type BreakdownKey } from '../../shared/domain/breakdowns.ts'
import { countBy, countOf } from '../../shared/domain/counting.ts'
import type { Facts, ReportQuery, SetName } from '../../shared/domain/facts.ts'
import { buildReport } from '../../shared/domain/report.ts'
import { buildStore, type StorePlan, storePlan } from './generated-store.ts'
import { applyChange, minuteOf, type RandomChange, randomChange } from './random-changes.ts'

/** A set's counts by its own dimensions, whatever else its rows are grouped by. */
function tallyOf(facts: Facts, set: SetName, dimensions: readonly string[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const row of facts.sets[set] as unknown as readonly Readonly<Record<string, number>>[]) {
    for (const counted of ['count', ...(FACT_SETS[set].sums ?? [])]) {
      const key = JSON.stringify([counted, ...dimensions.map((name) => row[name] ?? null)])
      sums[key] = (sums[key] ?? 0) + (row[counted] ?? 0)
    }
  }
  return sums
}

function expectSame(db: Db, query: ReportQuery): void {
  const { facts, before } = recallFacts(db, query)
  const [wanted, wantedBefore] = [readFacts(db, query), readExperience(db, query)]
  for (const set of Object.keys(wanted.sets) as SetName[]) {
    const { dimensions } = FACT_SETS[set]
    expect([set, tallyOf(facts, set, dimensions)]).toEqual([set, tallyOf(wanted, set, dimensions)])
  }
  for (const [set, dimensions] of Object.entries(EXPERIENCE) as [SetName, readonly string[]][])
    expect([set, tallyOf(before, set, dimensions)]).toEqual([set, tallyOf(wantedBefore, set, dimensions)])
}

function expectSameCharts(db: Db, query: ReportQuery, keys: readonly BreakdownKey[]): void {
  const cells = recallBreakdowns(db, query, keys)
  expect(cells).toEqual(Object.fromEntries(keys.map((key) => [key, readBreakdown(db, query, key)])))
}

/** Also in the order of what it lists: of equals the advice names the first. */
function expectSameText(db: Db, query: ReportQuery): void {
  const textOf = (facts: Facts) => JSON.stringify(buildReport(facts))
  expect(textOf(recallFacts(db, query).facts)).toBe(textOf(readFacts(db, query)))
}

type Step = {
  readonly act: RandomChange
  readonly how: 'written' | 'rolled back' | 'read, then rolled back' | 'taken back'
}
const step: fc.Arbitrary<Step> = fc.record({
  act: randomChange,
  how: fc.constantFrom('written', 'written', 'written', 'rolled back', 'read, then rolled back', 'taken back'),
})

function take(db: Db, { act, how }: Step, queries: readonly ReportQuery[]): void {
  if (how === 'written') return db.transaction(() => applyChange(db, act))()
  if (how === 'taken back') {
    const log = changeLogOf(db)
    const { changes } = db.transaction(() => log.record(() => applyChange(db, act)))()
    for (const query of queries) recallFacts(db, query)
    if (changes !== null) db.transaction(() => log.takeBack(changes))()
    return
  }
  const back = new Error('back')
  const work = db.transaction(() => {
    applyChange(db, act)
    if (how !== 'rolled back') for (const query of queries) recallFacts(db, query)
    throw back
  })
  expect(work).toThrow(back)
}

/** Several plans in one store: fifty leads, with notes that come again and records of the same minutes. */
function buildLarge(plans: readonly StorePlan[]): Db {
  const db = buildStore({
    leads: plans.flatMap(({ leads }) => leads),
    anonymous: plans.flatMap(({ anonymous }) => anonymous),
    doorDays: [...new Set(plans.flatMap(({ doorDays }) => doorDays))],
  })
  const rows = db.prepare('SELECT id FROM follow_ups WHERE done_at IS NOT NULL').pluck().all()
  const spread = db.prepare('UPDATE follow_ups SET logged_at = ?, note_key = ? WHERE id = ?')
  for (const [n, id] of rows.entries()) spread.run(minuteOf((n * 97) % 400), `note ${n % 9}`, id)
  return db
}

const asked = (from: string, to: string, asOf: string, staffId: string | null) =>
  ({ from, to, asOf, staffId }) as ReportQuery
const QUERIES: readonly [ReportQuery, ...ReportQuery[]] = [
  asked('2026-03-21', '2026-04-11', '2026-04-12', null),
  asked('2026-03-21', '2026-04-11', '2026-04-12', 's1'),
  asked('2026-03-28', '2026-04-30', '2026-04-05', null),
]
const CHARTS: readonly BreakdownKey[] = [
  'customerTypes.passagesOpen',
  'customerTypes.passagesTo',
  'infoCapture.byReceiverHour.N',
  'sellingSkill.contactDays',
  'sellingSkill.carriedLast90Won',
  'leadAllocation.waits',
  'leadAllocation.load',
  'followUpAudit.verdictsByDay',
  'followUpAudit.suspectByPerson.burst',
  'followUpWorkload.missedByDay',
]

describe('counts that are kept up', () => {
  it('are what would be counted anew, whatever was written, rolled back or taken back since', () => {
    let steps = 0
    fc.assert(
      fc.property(
        fc.array(storePlan, { minLength: 5, maxLength: 6, size: 'max' }),
        fc.array(step, { minLength: 60, maxLength: 60 }),
        (plans, taken) => {
          const db = buildLarge(plans)
          try {
            for (const query of QUERIES) recallBreakdowns(db, query, CHARTS)
            for (const one of taken) {
              take(db, one, QUERIES)
              for (const query of QUERIES) expectSame(db, query)
              steps += 1
              const query = QUERIES[steps % QUERIES.length] ?? QUERIES[0]
              expectSameCharts(db, query, CHARTS)
              if (steps % 4 === 0) expectSameText(db, query)
            }
          } finally {
            db.close()
          }
        },
      ),
      { numRuns: 4, endOnFailure: true },
    )
    expect(steps).toBe(4 * 60)
  })

  it('of every chart are those of the chart', () => {
    const db = openStore(':memory:')
    importFolder(db, join(import.meta.dirname, '../golden/plain/store'))
    for (const staffId of [null, 's1']) {
      const query = asked('2026-04-01', '2026-05-31', '2026-05-12', staffId)
      expectSame(db, query)
      expectSameCharts(db, query, BREAKDOWN_KEYS)
    }
    db.close()
  })

  it('are counted anew only where something was written', () => {
    const db = openStore(':memory:')
    importFolder(db, join(import.meta.dirname, '../golden/plain/store'))
    expect(takeTouches(db)).toBe('all')
    expect(takeTouches(db)).toEqual([])
    db.prepare(`UPDATE leads SET version = version + 1, model = 'other'`).run()
    expect(takeTouches(db)).toEqual([])
    db.prepare(`UPDATE deals SET ordered_on = '2026-05-09' WHERE rowid = (SELECT min(rowid) FROM deals)`).run()
    expect(takeTouches(db)).toContainEqual({ kind: 'deal', key: '2026-05-09' })
    db.prepare(`UPDATE grade_slots SET cadence_days = 3 WHERE slot = 'A'`).run()
    expect(takeTouches(db)).toBe('all')
    db.close()
  })
})

it('hold a unit only while it has a record', () => {
  const tally = createTally(['grade'], [], new Map())
  for (let n = 0; n < 3; n += 1) {
    tally.put('lead', [['A', 1]])
    expect(tally.size()).toBe(1)
    tally.put('lead', [])
    expect([tally.size(), tally.rows()]).toEqual([0, []])
  }
})

describe('what another connection has written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'live-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is seen', () => {
    const db = openStore(join(folder, 'a.db'), { create: true })
    importFolder(db, join(import.meta.dirname, '../golden/plain/store'))
    const query = asked('2026-05-01', '2026-05-31', '2026-05-12', null)
    expectSame(db, query)
    const other = openBeside(join(folder, 'a.db'))
    other.prepare(`UPDATE follow_ups SET done_on = '2026-05-03' WHERE done_on IS NOT NULL`).run()
    expectSame(db, query)
    other.close()
    closeStore(db)
  })
})

describe('what one record changes for others', () => {
  const visit = {
    at: 60,
    loggedAfter: 0,
    channel: 'walk',
    kind: 'showroom',
    purpose: 'purchase',
    staff: 's1',
    isVoid: false,
  } as const
  const lead: StorePlan['leads'][number] = {
    at: 60,
    channel: 'walk',
    hasPhone: true,
    first: visit,
    again: [],
    events: [
      { at: 90, kind: 'owner', value: 's1' },
      { at: 95, kind: 'grade', value: 'A' },
    ],
    followUps: [
      { staff: 's1', due: 2, firstDue: null, done: null, loggedAfter: 0, method: 'call', note: null, review: null },
    ],
    deals: [],
  }
  const query = asked('2026-03-20', '2026-04-10', '2026-04-10', null)
  /** Five leads, one planned contact each, done and recorded on days and at minutes of their own. */
  const store = () => {
    const db = buildStore({ leads: [lead, lead, lead, lead, lead], anonymous: [], doorDays: [1] })
    for (const n of [0, 1, 2, 3]) done(db, n, { minute: n * 60 })
    return db
  }
  const done = (db: Db, n: number, { minute = 0, day = 2 + n, note = `note ${n}` }) =>
    db
      .prepare('UPDATE follow_ups SET done_at = :at, logged_at = :at, done_on = :day, note_key = :note WHERE id = :id')
      .run({ id: `l${n}-f0`, at: minuteOf(minute), day: `2026-04-0${day}`, note })

  it.each<readonly [string, (db: Db) => void, (facts: Facts) => number]>([
    [
      'the fifth of ten minutes',
      (db) => {
        for (const n of [0, 1, 2, 3]) done(db, n, { minute: n })
        expectSame(db, query)
        done(db, 4, { minute: 9 })
      },
      (facts) => countOf(facts, 'followUpAudit.suspectByRule.burst'),
    ],
    [
      'the third of a note',
      (db) => {
        for (const n of [0, 1]) done(db, n, { note: 'said the same' })
        expectSame(db, query)
        done(db, 2, { note: 'said the same' })
      },
      (facts) => countOf(facts, 'followUpAudit.suspectByRule.sameNote'),
    ],
    [
      'a phone number that is taken away',
      (db) => db.prepare(`UPDATE customers SET phone = NULL WHERE id = 'c-l1'`).run(),
      (facts) => countOf(facts, 'followUpAudit.suspectByRule.noPhone'),
    ],
    ['a first contact', (db) => done(db, 4, { day: 9 }), (facts) => -countOf(facts, 'leadAllocation.idle')],
    ['a first contact, of a cohort', (db) => done(db, 4, {}), (facts) => countOf(facts, 'funnel.worked')],
    [
      'a lead that is closed before a contact was due',
      (db) => {
        db.prepare(`UPDATE follow_ups SET due_on = '2026-04-08' WHERE id = 'l4-f0'`).run()
        expectSame(db, query)
        db.prepare(
          `INSERT INTO lead_events (id, lead_id, at, kind, value) VALUES ('lost', 'l4', ?, 'status', 'lost')`,
        ).run(Date.parse('2026-04-05T10:00:00Z'))
        rewriteLeadHistory(db, ['l4'])
      },
      (facts) => countOf(facts, 'followUpWorkload.void'),
    ],
    [
      'a lead that came by another channel after all',
      (db) => {
        db.prepare(`INSERT INTO deals (id, lead_id, staff_id, ordered_on) VALUES ('d', 'l1', 's1', '2026-04-02')`).run()
        expectSame(db, query)
        db.prepare(`UPDATE leads SET channel_id = 'friend' WHERE id = 'l1'`).run()
      },
      (facts) => countBy(facts, 'leadSources.byChannel.deals')['friend'] ?? 0,
    ],
    [
      'a day that is counted at the door',
      (db) => db.prepare(`UPDATE door_counts SET date = '2026-03-20'`).run(),
      (facts) => countOf(facts, 'visitorRecording.logged'),
    ],
  ])('%s', (_name, write, figure) => {
    const db = store()
    const before = figure(recallFacts(db, query).facts)
    write(db)
    expectSame(db, query)
    expect(figure(recallFacts(db, query).facts)).toBeGreaterThan(before)
    db.close()
  })
})
