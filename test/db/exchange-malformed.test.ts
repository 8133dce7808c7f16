import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { EXCHANGE_FILES } from '../../db/exchange/tables.ts'
import { FAULT_CODES } from '../../shared/messages/fault.ts'
import { dumpStore } from '../support/dump.ts'
import { SMALL_STORE, storeWith } from '../support/small-store.ts'

/** Cells that are right somewhere, nearly right, or nothing at all. */
const CELLS = `
  s1 m1 l1 l2 c1 v1 f1 walk true false 0 1 -1 99999999999 1.5 0.001 2026-05-01 2026-02-30 2026-05
  2026-05-01T09:00:00+08:00 A won owner grade status approved showroom purchase 𠮷 =1 __proto__ NaN " "" "a a"b
`
const cell = fc.constantFrom('', ' ', '\n', '\r', '\0', ...CELLS.trim().split(/\s+/))

/** The small store with some cells replaced and some text cut, doubled or thrown in. */
const damaged = fc
  .array(
    fc.record({
      file: fc.constantFrom(...EXCHANGE_FILES),
      cut: fc.nat(40),
      at: fc.nat(400),
      put: fc.oneof(cell, fc.string({ unit: 'binary', maxLength: 12 })),
      betweenCommas: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((edits) => {
    const texts = new Map(Object.entries(SMALL_STORE))
    for (const { file, at, cut, put, betweenCommas } of edits) {
      const text = texts.get(file) ?? ''
      const cells = text.split(/(?<=[,\n])/)
      const place = at % Math.max(1, cells.length)
      const edited = betweenCommas
        ? cells.with(Math.min(place, Math.max(0, cells.length - 1)), put + (cells[place]?.slice(-1) ?? '')).join('')
        : text.slice(0, at) + put + text.slice(at + cut)
      texts.set(file, edited)
    }
    return texts
  })

describe('whatever comes in', () => {
  it('is imported or named, and a named fault changes nothing', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(damaged, fc.boolean(), (texts, isOverStore) => {
        const db = openStore(':memory:')
        if (isOverStore) importTables(db, storeWith())
        const before = dumpStore(db)
        const result = importTables(db, texts)
        if (result.ok) {
          expect(db.pragma('foreign_key_check')).toEqual([])
          const once = dumpStore(db)
          expect(importTables(db, texts)).toMatchObject({ ok: true })
          expect(dumpStore(db)).toEqual(once)
        } else {
          expect(dumpStore(db)).toEqual(before)
          expect(result.faults.length).toBeGreaterThan(0)
          for (const { code, line } of result.faults) {
            expect(FAULT_CODES).toContain(code)
            expect(line).toBeGreaterThanOrEqual(0)
          }
        }
        db.close()
      }),
      { numRuns: 400 },
    )
  })
})
