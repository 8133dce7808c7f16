import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { exportTables } from '../../db/exchange/export-folder.ts'
import { countBuiltUpon, removeBatch } from '../../db/repositories/import-undo.ts'
import { writeBatch } from '../../db/repositories/import-write.ts'
import { IMPORT_KINDS, type ImportKind } from '../../shared/domain/import/fields.ts'
import { compareReports } from '../oracle/compare.ts'
import { engineReport } from '../oracle/engine.ts'
import { oracleReport } from '../oracle/oracle-report.ts'
import { parseTables } from '../oracle/tables.ts'
import { dumpStore } from '../support/dump.ts'
import { decisions, FOREIGN_TEXT } from '../support/foreign-files.ts'
import { indexAndRebuilt } from '../support/lead-index.ts'
import { guessFor, importInto, NOW, openShowroom, type Planned, planFor, rowsOf } from '../support/planned-import.ts'

const UNDONE = { at: NOW, by: 'owner' }

/** Every table but the traces that an undone import keeps on purpose. */
function stateOf(db: Db): Record<string, unknown> {
  const { import_batches: _batches, audit_trail: _trail, ...tables } = dumpStore(db)
  return tables
}

function writtenBy(db: Db, batchId: string) {
  const count = (sql: string) => db.prepare<[string], number>(sql).pluck().get(batchId)
  const made = (table: string, also = '') => count(`SELECT count(*) FROM ${table} WHERE batch_id = ? ${also}`)
  const ended = (status: string) =>
    count(`SELECT count(*) FROM lead_history h JOIN leads l ON l.id = h.lead_id
      WHERE l.batch_id = ? AND h.until_on = '9999-12-31' AND h.status = '${status}'`)
  return {
    visits: made('visits'),
    firstVisits: made('visits', 'AND first_visit = 1'),
    captured: made('visits', 'AND lead_id IS NOT NULL'),
    newCustomers: made('customers'),
    newLeads: made('leads'),
    testDrives: made('follow_ups', 'AND done_at IS NOT NULL'),
    planned: made('follow_ups', 'AND done_at IS NULL'),
    deals: made('deals'),
    revenueFen: count('SELECT sum(price_fen) FROM deals WHERE batch_id = ?'),
    open: ended('open'),
    won: ended('won'),
    lost: ended('lost'),
    dormant: ended('dormant'),
    newPeople: db.prepare(`SELECT name FROM staff WHERE id LIKE ? || ':%' ORDER BY rowid`).pluck().all(batchId),
  }
}

const DAYS = { from: '2026-03-01', to: '2026-05-31', asOf: '2026-06-30', staffId: null }

/** What a foreign file brings is exempt from lateness and suspicion, of which the interchange format knows nothing. */
const EXEMPT = /followUpAudit\.suspect|followUpWorkload\.(due|onTime|late|missed|compliance)/

function disagreements(db: Db): readonly string[] {
  const texts = exportTables(db)
  const { differences } = compareReports(engineReport(db, DAYS), oracleReport(parseTables(texts), DAYS))
  return differences.filter((difference) => !EXEMPT.test(difference))
}

function expectWholeFile(text: string, headerAt: number, { plan }: Planned): void {
  const accounted = [...plan.rows.map(({ line }) => line), ...plan.leftOut.map(({ row }) => row.line)]
  const lines = rowsOf(text).map(({ line }) => line)
  expect(accounted.toSorted((a, b) => a - b)).toEqual(lines.filter((_, index) => index !== headerAt))
}

describe.each(IMPORT_KINDS)('a file of %s', (kind: ImportKind) => {
  it('goes in as planned, is counted as a naive reading of the rules counts it, adds nothing again, and comes out', () => {
    fc.assert(
      fc.property(FOREIGN_TEXT[kind], FOREIGN_TEXT.visits, decisions, (text, earlier, decided) => {
        const db = openShowroom()
        importInto(db, 'earlier', earlier)
        const before = stateOf(db)
        const changed = { ...decided, kind, headerRow: 1, headerLines: 1 }
        const planned = importInto(db, 'batch', text, changed)
        expectWholeFile(text, 1, planned)
        expect(planned.summary).toMatchObject(writtenBy(db, 'batch'))
        expect(db.pragma('foreign_key_check')).toEqual([])
        expect(disagreements(db)).toEqual([])
        const { stands, anew } = indexAndRebuilt(db)
        expect(stands).toEqual(anew)

        const rows = rowsOf(text)
        const again = planFor(db, rows, { ...guessFor(db, rows, { kind }), ...changed })
        const isRecognisable = (row: Planned['plan']['rows'][number]) =>
          kind !== 'visits' || row.hasTime || row.phone !== null
        expect(again.plan.rows.filter(isRecognisable)).toEqual([])

        expect(countBuiltUpon(db, 'batch')).toBe(0)
        db.transaction(() => removeBatch(db, 'batch', UNDONE)).immediate()
        expect(stateOf(db)).toEqual(before)
        db.close()
      }),
      { numRuns: 60 },
    )
  })
})

describe('long work', () => {
  const lines = Array.from({ length: 1200 }, (_, n) => `D${n},2026-03-01,客户${n},,林小雨,1000`)
  const text = ['订单号,订单日期,客户姓名,联系电话,销售顾问,成交价', ...lines].join('\n')

  it('tells how far it is, and leaves nothing behind when it is stopped', () => {
    const db = openShowroom()
    const rows = rowsOf(text)
    const { plan } = planFor(db, rows, guessFor(db, rows))
    const before = stateOf(db)
    const batch = { id: 'b', kind: plan.kind, fileName: 'x', sha256: 'x', at: NOW, by: 'owner' } as const
    const heard: number[] = []
    const stop = (done: number, total: number) => {
      heard.push(done / total)
      if (done > total / 2) throw new Error('stopped')
    }
    expect(() => db.transaction(() => writeBatch(db, batch, plan.records, stop)).immediate()).toThrow('stopped')
    expect(heard.length).toBeGreaterThan(3)
    expect(heard).toEqual(heard.toSorted((a, b) => a - b))
    expect(stateOf(db)).toEqual(before)
  })
})

describe('a batch a week later', () => {
  const SALE = '订单号,订单日期,客户姓名,联系电话,销售顾问,成交价\nD1,2026-03-08,王涛,13800138000,赵小红,128000\n'
  const VISIT =
    '来店日期,到店时间,客户姓名,联系电话,首次/再次,接待顾问\n2026-03-01,10:00,王涛,13800138000,首次,林小雨\n'

  it('that won a lead of the store gives it back as it was', () => {
    const db = openShowroom()
    importInto(db, 'visits', VISIT)
    const before = stateOf(db)
    const { summary } = importInto(db, 'sales', SALE)
    expect(summary).toMatchObject({ newLeads: 0, deals: 1, newPeople: ['赵小红'] })
    const status = db.prepare(`SELECT status FROM lead_history WHERE until_on = '9999-12-31'`).pluck()
    expect(status.all()).toEqual(['won'])
    removeBatch(db, 'sales', UNDONE)
    expect(status.all()).toEqual(['open'])
    expect(stateOf(db)).toEqual(before)
  })

  it('counts a lead of the store that was won and opened again', () => {
    const db = openShowroom()
    importInto(db, 'visits', VISIT)
    importInto(db, 'sales', SALE)
    db.prepare(
      `INSERT INTO lead_events (id, lead_id, at, kind, value, by_id) SELECT 'again', id, ?, 'status', 'open', 'lin' FROM leads`,
    ).run(NOW)
    expect(countBuiltUpon(db, 'sales')).toBe(1)
  })

  it('keeps a salesperson whom somebody has come to need', () => {
    const db = openShowroom()
    importInto(db, 'visits', VISIT)
    importInto(db, 'sales', SALE)
    const id = db.prepare(`SELECT id FROM staff WHERE name = '赵小红'`).pluck().get()
    db.prepare(`INSERT INTO targets (month, staff_id, deals) VALUES ('2026-06', ?, 3)`).run(id)
    removeBatch(db, 'sales', UNDONE)
    expect(db.prepare(`SELECT count(*) FROM staff WHERE name = '赵小红'`).pluck().get()).toBe(1)
  })

  it('comes out although its lead has fallen asleep', () => {
    const db = openShowroom()
    const before = stateOf(db)
    importInto(db, 'visits', VISIT)
    db.prepare(
      `INSERT INTO lead_events (id, lead_id, at, kind, value) SELECT 'sleep', id, ?, 'status', 'dormant' FROM leads`,
    ).run(NOW)
    expect(countBuiltUpon(db, 'visits')).toBe(0)
    removeBatch(db, 'visits', UNDONE)
    expect(stateOf(db)).toEqual(before)
  })
})

describe('what was owed elsewhere', () => {
  const LEADS = [
    '线索编号,建档日期,客户姓名,联系电话,状态,负责人,试驾,下次跟进日期',
    'L1,2026-03-01,王涛,13800138000,跟进中,林小雨,已试驾,2026-03-05',
    'L2,2026-03-01,李娜,13800138001,跟进中,林小雨,,2026-05-25',
  ].join('\n')

  it('up to the day of the import is neither kept nor missed here; what it plans for later is owed', () => {
    const db = openShowroom()
    importInto(db, 'leads', LEADS)
    expect(engineReport(db, DAYS)).toMatchObject({
      followUpWorkload: { due: 1, onTime: 0, late: 0, missed: 1 },
      followUpAudit: { done: 1, suspect: 0 },
    })
  })
})
