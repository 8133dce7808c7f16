import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { listRecords } from '../../db/facts/records.ts'
import { removeBatch } from '../../db/repositories/import-undo.ts'
import { rewriteLeadHistory } from '../../db/repositories/lead-history.ts'
import { settleLeads } from '../../db/repositories/lead-index.ts'
import { countBy, countOf } from '../../shared/domain/counting.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { FIGURE_KEYS, FIGURES } from '../../shared/domain/figures.ts'
import type { Mapping } from '../../shared/domain/import/fields.ts'
import { buildReport } from '../../shared/domain/report.ts'
import { OPEN_BUCKETS } from '../../shared/values/grade.ts'
import { indexAndRebuilt } from '../support/lead-index.ts'
import { importInto, NOW, openShowroom } from '../support/planned-import.ts'
import { dumpStore, registerText } from '../support/registers.ts'

// Registers, lists of leads and of orders about the same few people, one after the other into one store.

const pick = (...texts: readonly string[]) => fc.constantFrom(...texts)
const day = pick(
  '2026-02-28',
  '2026/3/1',
  '2026-03-01',
  '3月2日',
  '2026-03-15',
  '2026-04-01',
  '2026-05-20',
  '2031-01-01',
)
const who = fc.tuple(
  pick('王先生', '王涛', '李女士', '张磊', ''),
  pick('', '13800138000', '13800138001', '+86 13800138002', '1380013'),
)
const grade = pick('', 'A', 'B级', 'C', 'D', 'H')
const seller = pick('', '林小雨', '王大力', '前台小周', '钱小芳')
const closed = pick('', '2026-02-01', '2026-03-01', '2026-03-20', '2026-05-19', '2027-01-01', '某天')
const number = pick('', '', 'L1', 'L2', 'L3')

const leadLine = fc.tuple(
  number,
  day,
  who,
  grade,
  seller,
  pick('跟进中', '成交', '战败', '休眠'),
  closed,
  pick('', '128000'),
)
const saleLine = fc.tuple(number, day, who, pick('', '轩逸', '奇骏'), grade, seller, closed, pick('128000', '面议', ''))
const fileOf = (header: string, line: fc.Arbitrary<readonly unknown[]>) =>
  fc
    .array(line, { minLength: 1, maxLength: 12 })
    .map((lines) => [header, ...lines.map((cells) => cells.flat().join(','))].join('\n'))
const file = fc.oneof(
  fc.record({ kind: fc.constant('visits' as const), text: registerText }),
  fc.record({
    kind: fc.constant('leads' as const),
    text: fileOf('线索编号,建档日期,客户姓名,联系电话,级别,负责人,状态,关闭日期,成交价', leadLine),
  }),
  fc.record({
    kind: fc.constant('sales' as const),
    text: fileOf('订单号,订单日期,客户姓名,联系电话,意向车型,级别,销售顾问,交车日期,成交价', saleLine),
  }),
)
const choices: fc.Arbitrary<Partial<Mapping>> = fc.record({
  otherName: fc.constantFrom('same_person', 'another_person', 'skip'),
  knownPhone: fc.constantFrom('same_person', 'same_person', 'skip'),
  notesSayingDeal: fc.constantFrom('keep', 'as_deal'),
  notesSayingLoss: fc.constantFrom('keep', 'as_loss'),
})
const files = fc.array(fc.record({ file, choices }), { minLength: 1, maxLength: 4 })

const QUERIES = [
  { from: '2026-02-01', to: '2026-02-28', asOf: '2026-02-28', staffId: null },
  { from: '2026-03-01', to: '2026-03-31', asOf: '2026-05-20', staffId: null },
  { from: '2026-03-01', to: '2026-05-20', asOf: '2026-05-20', staffId: 'lin' },
] as ReportQuery[]

function checkReport(db: Db, query: ReportQuery): void {
  const facts = readFacts(db, query)
  const { customerTypes, funnel } = buildReport(facts)
  for (const bucket of OPEN_BUCKETS) {
    const count = (isOne: (move: string) => boolean) =>
      Object.entries(customerTypes.moves).reduce((sum, [move, n]) => sum + (isOne(move) ? n : 0), 0)
    const moved = count((move) => move.endsWith(`>${bucket}`)) - count((move) => move.startsWith(`${bucket}>`))
    expect([bucket, customerTypes.opening[bucket] + moved]).toEqual([bucket, customerTypes.closing[bucket]])
  }
  const { N, captured, owned, worked, won } = funnel
  if (query.staffId === null) expect([owned, captured <= N]).toEqual([captured, true])
  expect([worked <= owned, won <= worked]).toEqual([true, true])
  for (const key of FIGURE_KEYS) {
    if (FIGURES[key].storeOnly && query.staffId !== null) continue
    const refs = [
      { param: undefined, count: countOf(facts, key) },
      ...Object.entries(countBy(facts, key)).map(([param, count]) => ({ param, count })),
    ].filter(({ param }) => param === undefined || FIGURES[key].by.length > 0)
    for (const { param, count } of refs) {
      expect([key, param, listRecords(db, query, { key, param }, { limit: 1, offset: 0 }).total]).toEqual([
        key,
        param,
        count,
      ])
    }
  }
}

const WRITTEN = {
  visits: 'visits WHERE batch_id = ?',
  newLeads: 'leads WHERE batch_id = ?',
  newCustomers: 'customers WHERE batch_id = ?',
  deals: 'deals WHERE batch_id = ?',
  captured: 'visits WHERE lead_id IS NOT NULL AND batch_id = ?',
  firstVisits: 'visits WHERE first_visit = 1 AND batch_id = ?',
  testDrives: 'follow_ups WHERE done_at IS NOT NULL AND batch_id = ?',
  planned: 'follow_ups WHERE done_at IS NULL AND batch_id = ?',
} as const

describe('a store that whole files were read into', () => {
  it('holds what the previews said, reports what it holds, and is as before when all are undone', () => {
    fc.assert(
      fc.property(files, (given) => {
        const db = openShowroom()
        const dumps: unknown[] = []
        for (const [nth, { file: one, choices: changed }] of given.entries()) {
          const batch = `b${nth}`
          dumps.push(dumpStore(db))
          const { summary } = importInto(db, batch, one.text, { ...changed, kind: one.kind, defaultPerson: 'wang' })
          for (const [name, from] of Object.entries(WRITTEN)) {
            const written = db.prepare(`SELECT count(*) FROM ${from}`).pluck().get(batch)
            expect([name, written]).toEqual([name, summary[name as keyof typeof WRITTEN]])
          }
          const status = (value: string) =>
            db
              .prepare(
                `SELECT count(*) FROM leads l JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31'
                 WHERE l.batch_id = ? AND h.status = ?`,
              )
              .pluck()
              .get(batch, value)
          expect(['open', 'dormant', 'won', 'lost'].map(status)).toEqual([
            summary.open,
            summary.dormant,
            summary.won,
            summary.lost,
          ])
          // The same file again adds nothing.
          const again = importInto(db, `${batch}again`, one.text, { ...changed, kind: one.kind, defaultPerson: 'wang' })
          expect(again.summary.deals + again.summary.newLeads).toBe(0)
          removeBatch(db, `${batch}again`, { at: NOW, by: 'owner' })
        }
        const { stands, anew } = indexAndRebuilt(db)
        expect(stands).toEqual(anew)
        const history = () => db.prepare('SELECT * FROM lead_history ORDER BY lead_id, n').raw().all()
        const kept = history()
        rewriteLeadHistory(db, 'all')
        expect(history()).toEqual(kept)
        settleLeads(db)
        for (const query of QUERIES) checkReport(db, query)
        for (const nth of [...given.keys()].reverse()) {
          removeBatch(db, `b${nth}`, { at: NOW, by: 'owner' })
          expect(dumpStore(db)).toEqual(dumps[nth])
        }
        db.close()
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})
