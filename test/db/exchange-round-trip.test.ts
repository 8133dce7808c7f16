import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type Db, openStore } from '../../db/connection.ts'
import { writeCsv } from '../../db/exchange/csv-file.ts'
import { exportFolder, exportTables } from '../../db/exchange/export-folder.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { dumpStore } from '../support/dump.ts'
import { SMALL_STORE, storeWhere, storeWith } from '../support/small-store.ts'

const GOLDEN = join(import.meta.dirname, '../golden')
const STORES = ['plain', 'nasty', 'berlin', 'worked-example'] as const
const INSTANT_COLUMN = /_at$|^at$/

const folder = mkdtempSync(join(tmpdir(), 'exchange-'))
afterAll(() => rmSync(folder, { recursive: true }))

type CsvObject = Readonly<Record<string, string>>

function read(text: string): readonly CsvObject[] {
  return parse(text, { columns: true, bom: true }) as CsvObject[]
}

/** Rows as they compare: instants as such, empty columns as absent ones, in an order of their own unless the order counts. */
function comparable(file: string, text: string): readonly string[] {
  const rows = read(text).map((row) => {
    const cells = Object.entries(row).filter(([, value]) => value !== '')
    const values = cells.map(([name, value]) => [name, INSTANT_COLUMN.test(name) ? Date.parse(value) : value])
    return JSON.stringify(Object.fromEntries(values.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))))
  })
  return file === 'lead_events.csv' ? rows : rows.toSorted()
}

function imported(texts: ReadonlyMap<string, string>): Db {
  const db = openStore(':memory:')
  expect(importTables(db, texts)).toMatchObject({ ok: true, warnings: [] })
  return db
}

describe.each(STORES)('the golden store %s', (store) => {
  const source = join(GOLDEN, store, 'store')
  const db = openStore(':memory:')
  const result = importFolder(db, source)

  it('comes out as it went in', () => {
    expect(result).toMatchObject({ ok: true, warnings: [] })
    const target = join(folder, store)
    exportFolder(db, target)
    for (const file of readdirSync(source)) {
      const exported = readFileSync(join(target, file), 'utf8')
      expect(comparable(file, exported)).toEqual(comparable(file, readFileSync(join(source, file), 'utf8')))
    }
  })

  it('goes in twice and changes nothing', () => {
    const before = dumpStore(db)
    expect(importFolder(db, source)).toEqual(result)
    expect(importTables(db, exportTables(db))).toMatchObject({ ok: true })
    expect(dumpStore(db)).toEqual(before)
  })
})

describe('a store with everything', () => {
  it('comes out as it went in, with every file', () => {
    const exported = exportTables(imported(storeWith()))
    for (const [file, text] of Object.entries(SMALL_STORE)) {
      expect(comparable(file, exported.get(file) ?? '')).toEqual(comparable(file, text))
    }
    expect(dumpStore(imported(exported))).toEqual(dumpStore(imported(storeWith())))
  })

  it('derives what is not exchanged', () => {
    const db = imported(storeWith())
    const one = (sql: string) => db.prepare(sql).raw().get()
    expect(one('SELECT phone_key FROM customers')).toEqual(['13800138000'])
    expect(one('SELECT created_on FROM leads')).toEqual(['2026-05-01'])
    expect(one("SELECT arrived_on FROM visits WHERE id = 'v1'")).toEqual(['2026-05-01'])
    expect(one('SELECT done_on, reviewed_on, note_key, first_due_on, logged_at FROM follow_ups')).toEqual([
      '2026-05-02',
      '2026-05-02',
      '约了周六',
      null,
      null,
    ])
    expect(one("SELECT origin, won_grade, won_on FROM lead_history WHERE lead_id = 'l1' ORDER BY n DESC")).toEqual([
      'C',
      'A',
      '2026-05-03',
    ])
  })

  it('takes a byte order mark and CRLF', () => {
    const windows = new Map([...storeWith()].map(([file, text]) => [file, `\uFEFF${text.replaceAll('\n', '\r\n')}`]))
    expect(dumpStore(imported(windows))).toEqual(dumpStore(imported(storeWith())))
  })

  it('leaves the columns that a file lacks as they are, and empties those it empties', () => {
    const db = imported(storeWith())
    const customers = 'name,id,created_at,phone\n张小姐,c1,2026-05-01T01:00:00Z,\n'
    expect(importTables(db, storeWith({ 'customers.csv': customers }))).toMatchObject({ ok: true })
    const row = db.prepare('SELECT name, phone, phone_key, batch_id, created_at FROM customers').get()
    expect(row).toEqual({
      name: '张小姐',
      phone: null,
      phone_key: null,
      batch_id: 'b1',
      created_at: Date.parse('2026-05-01T09:00:00+08:00'),
    })
  })

  it('keeps the place of an event that is there and puts a new one after all', () => {
    const db = imported(storeWith())
    const events = (SMALL_STORE['lead_events.csv'] ?? '').split('\n')
    const again = [events[0], 'e0,l1,2026-05-01T09:00:00+08:00,grade,B,s1,', ...events.slice(1).toReversed()].join('\n')
    importTables(db, storeWith({ 'lead_events.csv': again.trim() }))
    expect(db.prepare('SELECT id FROM lead_events ORDER BY seq').pluck().all()).toEqual(['e2', 'e1', 'e3', 'e4', 'e0'])
  })

  it('lets two visits change places as the first one', () => {
    const second = 'v3,2026-05-05T10:00:00+08:00,2026-05-05T10:00:00+08:00,walk,showroom,purchase,true,,s1,l2,,,\n'
    const text = SMALL_STORE['visits.csv'] + second
    const db = imported(storeWith({ 'visits.csv': text }))
    const swapped = text.replace('2,s1,l1', '2,s1,l?').replace(',s1,l2', ',s1,l1').replace('l?', 'l2')
    expect(importTables(db, storeWith({ 'visits.csv': swapped }))).toMatchObject({ ok: true })
    expect(db.prepare("SELECT lead_id FROM visits WHERE id IN ('v1', 'v3') ORDER BY id").pluck().all()).toEqual([
      'l2',
      'l1',
    ])
  })

  it('moves every business date when the time zone changes', () => {
    const inNewYork = storeWhere('store.csv', 'Asia/Shanghai', 'America/New_York')
    const db = imported(storeWith())
    importTables(db, new Map([['store.csv', inNewYork.get('store.csv') ?? '']]))
    expect(dumpStore(db)).toEqual(dumpStore(imported(inNewYork)))
  })
})

describe('text', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc.stringMatching(/^[ \t",;\r\n=+@'\\\u00a0\u3000\ufeff]{1,8}$/),
    fc.constantFrom('=1+1', '+86 138', '-3', '@x', "'quoted'", ' 前后有空格 ', 'true', '1e3', '007', '2026-05-01'),
  )
  const storable = nasty.filter((text) => !text.includes('\0') && text.isWellFormed())

  it('comes out exactly as it went in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(storable, { minLength: 1, maxLength: 4 }), storable, storable, (ids, name, note) => {
        const rows = ids.map((id) => [id, name, '2026-05-01T09:00:00+08:00', note])
        const text = writeCsv([['id', 'name', 'created_at', 'note'], ...rows])
        const db = imported(
          new Map([
            ...storeWith({ 'leads.csv': null, 'lead_events.csv': null, 'visits.csv': null }),
            ['customers.csv', text],
            ['follow_ups.csv', 'id,lead_id,staff_id,due_on\n'],
            ['deals.csv', 'id,lead_id,staff_id,ordered_on\n'],
            ['loss_requests.csv', 'id,lead_id,requested_at,requested_by,reason\n'],
          ]),
        )
        const stored = db.prepare('SELECT id, name, note FROM customers ORDER BY rowid').raw().all()
        expect(stored).toEqual(ids.map((id) => [id, name, note]))
        const again = imported(exportTables(db))
        expect(again.prepare('SELECT id, name, note FROM customers ORDER BY id').raw().all()).toEqual(
          db.prepare('SELECT id, name, note FROM customers ORDER BY id').raw().all(),
        )
        db.close()
        again.close()
      }),
      { numRuns: 150 },
    )
  })
})

describe('an export into a folder that is there', () => {
  it('replaces its own files, keeps others, and leaves nothing unfinished', () => {
    const target = mkdtempSync(join(folder, 'there-'))
    writeFileSync(join(target, 'notes.txt'), 'mine')
    writeFileSync(join(target, 'staff.csv'), 'old')
    const db = imported(storeWith())
    exportFolder(db, target)
    expect(readdirSync(target).toSorted()).toEqual([...exportTables(db).keys(), 'notes.txt'].toSorted())
    expect(readFileSync(join(target, 'staff.csv'), 'utf8')).toBe(exportTables(db).get('staff.csv'))
  })
})
