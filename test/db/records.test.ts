import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Db, openStore } from '../../db/connection.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { type FigureRef, listRecords, type RecordRow } from '../../db/facts/records.ts'
import { countBy } from '../../shared/domain/counting.ts'
import type { Facts, ReportQuery } from '../../shared/domain/facts.ts'
import { FIGURE_KEYS, FIGURES } from '../../shared/domain/figures.ts'
import { RATIO_FIGURES } from '../../shared/domain/ratio-figures.ts'
import { buildReport, type Report } from '../../shared/domain/report.ts'

const PAGE = 40

const CASES = [
  ['plain', '2026-04-01', '2026-04-30', '2026-04-30', null],
  ['plain', '2026-04-01', '2026-05-20', '2026-05-12', 's1'],
  ['berlin', '2026-03-01', '2026-04-15', '2026-06-30', null],
  ['berlin', '2026-04-01', '2026-04-30', '2026-04-18', 's2'],
  ['nasty', '2026-01-10', '2026-02-20', '2026-02-01', null],
] as const

function storeOf(name: string): Db {
  const db = openStore(':memory:')
  expect(importFolder(db, join(import.meta.dirname, '../golden', name, 'store'))).toMatchObject({ ok: true })
  return db
}

/** The number at a figure's path: `a.b`, `a.map` with a parameter, or `a.map.leaf` with one. */
function numberIn(report: Report, { key, param }: FigureRef): unknown {
  const [point = '', name = '', ...leaf] = key.split('.')
  const path = [point, name, ...(param === undefined ? [] : [param]), ...leaf]
  return path.reduce<unknown>((value, step) => Object.entries(value ?? {}).find(([k]) => k === step)?.[1], report)
}

function refsOf(facts: Facts): FigureRef[] {
  return FIGURE_KEYS.flatMap((key): FigureRef[] => {
    if (FIGURES[key].by.length === 0) return [{ key }]
    return Object.keys(countBy(facts, key)).map((param) => ({ key, param }))
  })
}

function allPages(db: Db, query: ReportQuery, ref: FigureRef): { readonly total: number; readonly rows: RecordRow[] } {
  const rows: RecordRow[] = []
  for (;;) {
    const page = listRecords(db, query, ref, { limit: PAGE, offset: rows.length })
    rows.push(...page.rows)
    if (page.rows.length < PAGE) return { total: page.total, rows }
  }
}

describe.each(CASES)('%s %s..%s as of %s, %s', (store, from, to, asOf, staffId) => {
  const db = storeOf(store)
  const query = { from, to, asOf, staffId } as ReportQuery
  const facts = readFacts(db, query)
  const report = buildReport(facts)

  it('every number opens to as many records', () => {
    for (const ref of [...refsOf(facts), { key: 'visitorRecording.openDaysWithoutEntry' } as const]) {
      const { total, rows } = allPages(db, query, ref)
      // Null is said where a figure is nobody's in particular; there is nothing to list then.
      const number = numberIn(report, ref) ?? 0
      expect([ref, total, rows.length]).toEqual([ref, number, number])
      expect(new Set(rows.map((row) => row.id)).size).toBe(total)
    }
  })

  it('what is not there lists nothing', () => {
    expect(listRecords(db, query, { key: 'customerTypes.moves', param: 'none>none' }, { limit: 9, offset: 0 })).toEqual(
      {
        total: 0,
        rows: [],
      },
    )
  })
})

describe('the lists', () => {
  const db = storeOf('plain')
  const query = { from: '2026-04-01', to: '2026-04-30', asOf: '2026-04-30', staffId: null } as ReportQuery

  it('carry what a screen shows and opens', () => {
    const { rows } = listRecords(db, query, { key: 'customerTypes.moves', param: 'C>B' }, { limit: 1, offset: 0 })
    const [row] = rows
    expect(row).toMatchObject({ kind: 'lead', detail: 'C>B' })
    const lead = db.prepare('SELECT c.name FROM leads l JOIN customers c ON c.id = l.customer_id WHERE l.id = ?')
    expect(row?.customerName).toBe(lead.pluck().get(row?.leadId))
  })

  it('say which rules suspect a record', () => {
    const { rows } = listRecords(db, query, { key: 'followUpAudit.suspect' }, { limit: 500, offset: 0 })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter((row) => !/^[a-f](,[a-f])*$/.test(row.detail ?? ''))).toEqual([])
  })

  it('a parameter a figure does not take is refused', () => {
    expect(() => listRecords(db, query, { key: 'funnel.N', param: 's1' }, { limit: 1, offset: 0 })).toThrow(RangeError)
  })

  it('every ratio is the quotient of the counts it names', () => {
    const report = buildReport(readFacts(db, query))
    for (const [key, ratio] of Object.entries(RATIO_FIGURES)) {
      if (ratio.denominator === null) continue
      const [point, name] = key.split('.') as [keyof Report, string]
      const value = Object.entries(report[point]).find(([k]) => k === name)?.[1] as number | Record<string, number>
      const parts = typeof value === 'number' ? [[undefined, value] as const] : Object.entries(value)
      for (const [param, number] of parts) {
        const total = (figure: FigureRef['key'], p: string | undefined) =>
          listRecords(db, query, { key: figure, param: p }, { limit: 0, offset: 0 }).total
        const whole = total(ratio.denominator, 'perParam' in ratio ? param : undefined)
        expect([key, param, total(ratio.numerator, param) / whole]).toEqual([key, param, number ?? Number.NaN])
      }
    }
  })
})
