import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { recallFacts } from '../../db/facts/live/recall-facts.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { listRecords } from '../../db/facts/records.ts'
import { countBy, countOf } from '../../shared/domain/counting.ts'
import { daysBefore } from '../../shared/domain/days-before.ts'
import type { Facts, ReportQuery, SetName } from '../../shared/domain/facts.ts'
import { endOf } from '../../shared/domain/facts.ts'
import { FIGURE_KEYS, FIGURES } from '../../shared/domain/figures.ts'
import { buildReport } from '../../shared/domain/report.ts'
import { eachDay } from '../../shared/values/business-date.ts'
import { OPEN_BUCKETS } from '../../shared/values/grade.ts'
import { buildStore, reportQuery, storePlan } from './generated-store.ts'

/** Sets of what is dated in the period; opening, closing and open are states, not flows. */
const FLOWS: readonly SetName[] = ['visits', 'voided', 'cohort', 'moves', 'created', 'done', 'suspects', 'due', 'deals']
/** Takes out the leads created after a day with all that hangs on them. */
const FUTURE = '(SELECT id FROM leads WHERE created_on > ?)'
const FORGET_FUTURE_LEADS = [
  `UPDATE visits SET lead_id = NULL WHERE lead_id IN ${FUTURE}`,
  `DELETE FROM follow_ups WHERE lead_id IN ${FUTURE}`,
  `DELETE FROM deals WHERE lead_id IN ${FUTURE}`,
  `DELETE FROM lead_events WHERE lead_id IN ${FUTURE}`,
  'DELETE FROM leads WHERE created_on > ?',
]
const RUNS = { numRuns: 40 }

function forAnyStore(check: (db: Db, query: ReportQuery) => void): void {
  fc.assert(
    fc.property(storePlan, reportQuery, (plan, query) => {
      const db = buildStore(plan)
      try {
        check(db, query)
      } finally {
        db.close()
      }
    }),
    RUNS,
  )
}

/** Per combination of dimensions: the count, and the money where there is any. */
function tally(facts: readonly Facts[], set: SetName): Record<string, readonly [count: number, fen: number]> {
  const sums: Record<string, readonly [number, number]> = {}
  for (const one of facts) {
    const rows: readonly ({ readonly count: number } & Readonly<Record<string, unknown>>)[] = one.sets[set]
    for (const { count, grossProfitFen, ...dimensions } of rows) {
      const key = JSON.stringify(dimensions)
      const [counted, fen] = sums[key] ?? [0, 0]
      sums[key] = [counted + count, fen + Number(grossProfitFen ?? 0)]
    }
  }
  return sums
}

describe('the report of any store', () => {
  it('opening + in - out = closing for ungraded and every grade, for the store and for a person', () => {
    forAnyStore((db, query) => {
      const { opening, closing, moves } = buildReport(readFacts(db, query)).customerTypes
      for (const bucket of OPEN_BUCKETS) {
        const entered = Object.entries(moves).filter(([move]) => move.endsWith(`>${bucket}`))
        const left = Object.entries(moves).filter(([move]) => move.startsWith(`${bucket}>`))
        const sum = (entries: [string, number][]) => entries.reduce((all, [, count]) => all + count, 0)
        expect(opening[bucket] + sum(entered) - sum(left)).toBe(closing[bucket])
      }
    })
  })

  it('everybody’s own, counted all at once, is what each one’s own report says', () => {
    forAnyStore((db, query) => {
      const { factsOf: own, beforeOf: before } = recallFacts(db, { ...query, staffId: null })
      for (const staffId of ['s1', 's2', 'gone']) {
        const mine = { ...query, staffId }
        expect(buildReport(own(staffId))).toEqual(buildReport(readFacts(db, mine)))
        const [one, other] = [before(staffId), readFacts(db, daysBefore(mine))].map(
          (facts) => buildReport(facts).funnel,
        )
        expect(one).toEqual(other)
      }
    })
  })

  it('N x K x F x C = won as fractions', () => {
    forAnyStore((db, query) => {
      const { N, captured, owned, worked, won } = buildReport(readFacts(db, { ...query, staffId: null })).funnel
      expect(owned).toBe(captured)
      expect(N * captured * worked * won).toBe(won * N * owned * worked)
      expect([captured <= N, worked <= owned, won <= worked]).toEqual([true, true, true])
    })
  })

  it('shares add to 1', () => {
    forAnyStore((db, query) => {
      const { mix, captureMix, graded, capturedGraded } = buildReport(readFacts(db, query)).customerTypes
      const sum = (shares: typeof mix) => (shares.A ?? 0) + (shares.B ?? 0) + (shares.C ?? 0)
      expect(sum(mix)).toBeCloseTo(graded === 0 ? 0 : 1, 12)
      expect(sum(captureMix)).toBeCloseTo(capturedGraded === 0 ? 0 : 1, 12)
    })
  })

  it('the facts of a period are the sum of those of its days', () => {
    forAnyStore((db, query) => {
      const whole = readFacts(db, query)
      const days = eachDay(query.from, endOf(query)).map((day) => readFacts(db, { ...query, from: day, to: day }))
      for (const set of FLOWS) expect(tally(days, set)).toEqual(tally([whole], set))
      expect(days.flatMap((one) => one.visitDays)).toEqual(whole.visitDays)
    })
  })

  it('every count equals the number of its records', () => {
    forAnyStore((db, query) => {
      const facts = readFacts(db, query)
      for (const key of FIGURE_KEYS) {
        if (FIGURES[key].storeOnly && query.staffId !== null) continue
        const refs = [
          { param: undefined, count: countOf(facts, key) },
          ...Object.entries(countBy(facts, key)).map(([param, count]) => ({ param, count })),
        ].filter(({ param }) => param === undefined || FIGURES[key].by.length > 0)
        for (const { param, count } of refs) {
          const { total, rows } = listRecords(db, query, { key, param }, { limit: 1000, offset: 0 })
          expect([key, param, total, rows.length]).toEqual([key, param, count, count])
          expect(new Set(rows.map((row) => row.id)).size).toBe(count)
        }
      }
    })
  })

  it('nothing that is known later changes a report of an earlier day', () => {
    forAnyStore((db, query) => {
      const before = buildReport(readFacts(db, query))
      for (const sql of FORGET_FUTURE_LEADS) db.prepare(sql).run(query.asOf)
      db.prepare('DELETE FROM lead_history WHERE on_date > ?').run(query.asOf)
      db.prepare(`UPDATE lead_history SET until_on = '9999-12-31' WHERE until_on > ?`).run(query.asOf)
      db.prepare('DELETE FROM deals WHERE ordered_on > ?').run(query.asOf)
      db.prepare('DELETE FROM visits WHERE arrived_on > ?').run(query.asOf)
      db.prepare('UPDATE follow_ups SET done_at = NULL, done_on = NULL WHERE done_on > ?').run(query.asOf)
      expect(buildReport(readFacts(db, query))).toEqual(before)
    })
  })
})
