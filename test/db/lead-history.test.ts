import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import { buildStore, storePlan } from './generated-store.ts'

const historyOf = (db: Db) => db.prepare('SELECT * FROM lead_history ORDER BY lead_id, n').all()

it('rewriting some leads after a change gives what rewriting all gives', () => {
  fc.assert(
    fc.property(storePlan, (plan) => {
      const db = buildStore(plan)
      const before = historyOf(db)
      rewriteLeadHistory(db, ['nobody'])
      expect(historyOf(db)).toEqual(before)
      db.exec(`INSERT INTO lead_events (id, lead_id, at, kind, value)
        SELECT 'new-' || id, id, created_at + 1, 'status', 'lost' FROM leads`)
      const ids = db.prepare('SELECT id FROM leads').pluck().all() as string[]
      rewriteLeadHistory(db, [...ids, ...ids])
      const some = historyOf(db)
      rewriteLeadHistory(db, 'all')
      expect(some).toEqual(historyOf(db))
      expect(some.length).toBeGreaterThanOrEqual(before.length)
      db.close()
    }),
    { numRuns: 20 },
  )
})

it('one row a day is the state of a lead at the end of that day', () => {
  fc.assert(
    fc.property(storePlan, (plan) => {
      const db = buildStore(plan)
      const overlaps = db.prepare(`SELECT count(*) FROM lead_history a JOIN lead_history b
        ON a.lead_id = b.lead_id AND a.n < b.n AND a.until_on > b.on_date`)
      const newest = db.prepare(`SELECT count(*) FROM lead_history WHERE until_on = '9999-12-31'`)
      expect(overlaps.pluck().get()).toBe(0)
      expect(newest.pluck().get()).toBe(plan.leads.length)
      db.close()
    }),
    { numRuns: 20 },
  )
})
