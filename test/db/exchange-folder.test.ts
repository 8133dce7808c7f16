import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { importFolder } from '../../db/exchange/import-folder.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import type { Fault } from '../../shared/messages/fault.ts'
import { SMALL_STORE, storeWhere } from '../support/small-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'exchange-folder-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** `code file:line column=value` */
function said({ code, file, line, column, value }: Fault): string {
  return `${code} ${file}:${line} ${column}=${value}`
}

describe('timestamps', () => {
  const MOMENT = Date.parse('2026-05-01T01:00:00Z')
  const text = (created: string) => storeWhere('customers.csv', '2026-05-01T09:00:00+08:00', created)

  it.each([
    ['2026-05-01T09:00+08:00', MOMENT],
    ['2026-05-01T01:00:00Z', MOMENT],
    ['2026-05-01T09:00:00+08', MOMENT],
    ['2026-04-30T22:30:00.000-0230', MOMENT],
    ['2026-05-01T09:00:00.25+08:00', MOMENT + 250],
    ['2026-05-01T09:00:00.123456+08:00', MOMENT + 123],
  ])('%s is one', (created, moment) => {
    const db = openStore(':memory:')
    importTables(db, text(created))
    expect(db.prepare('SELECT created_at FROM customers').pluck().get()).toBe(moment)
  })

  it.each([
    '2026-05-01',
    '2026-05-01T24:00:00Z',
    '2026-05-01T09:60:00Z',
    '2026-05-01T09:00:00+24:00',
    '20260501T090000Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59-08:00',
    '2026-05-01 09:00:00Z',
    'T',
    '1746061200',
  ])('%s is none', (created) => {
    const result = importTables(openStore(':memory:'), text(created))
    expect(result.ok ? [] : result.faults.map(({ code }) => code)).toEqual(['bad_instant'])
  })
})

describe('a folder', () => {
  function write(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
    const target = join(folder, name)
    mkdirSync(target)
    for (const [file, content] of Object.entries({ ...SMALL_STORE, ...files }))
      writeFileSync(join(target, file), content)
    return target
  }
  const importInto = (target: string) => importFolder(openStore(':memory:'), target)

  it('reports unknown columns and files, and leaves them out', () => {
    const target = write('unknown', {
      'market.csv': 'month,colour,potential\n2026-05,red,1\n',
      'Visits.CSV': 'id\n',
      'readme.txt': '',
    })
    const result = importInto(target)
    expect(result.ok && result.warnings.map(said).toSorted()).toEqual([
      'column_unknown market.csv:1 colour=colour',
      'file_unknown Visits.CSV:0 =',
    ])
  })

  it.each([
    [
      'not UTF-8',
      { 'market.csv': Buffer.from('month,potential\n2026-05,1\n\xd5\xb9\xcc\xfc', 'latin1') },
      'not_utf8 market.csv:3 =',
    ],
    ['UTF-16', { 'staff.csv': Buffer.from('\uFEFFid,name', 'utf16le') }, 'not_utf8 staff.csv:1 ='],
    ['nothing in it', { 'market.csv': '' }, 'header_missing market.csv:1 ='],
  ])('says where a file is at fault: %s', (name, files, fault) => {
    const result = importInto(write(name, files))
    expect(result.ok ? [] : result.faults.map(said)).toEqual([fault])
  })

  it('a file that cannot be read, a folder that is not there', () => {
    const target = write('unreadable', {})
    rmSync(join(target, 'market.csv'))
    mkdirSync(join(target, 'market.csv'))
    const unreadable = importInto(target)
    expect(unreadable.ok ? [] : unreadable.faults.map(said)).toEqual(['file_unreadable market.csv:0 ='])
    const missing = importInto(join(folder, 'nowhere'))
    expect(missing.ok ? [] : missing.faults.map(({ code }) => code)).toEqual(['folder_missing'])
  })
})
