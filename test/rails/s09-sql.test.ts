import { describe, expect, it, vi } from 'vitest'
import { saveTemplate } from '../../db/repositories/import-templates.ts'
import { findStaff } from '../../db/repositories/staff.ts'
import { CHANNELS, STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { SQL_TEXTS } from '../support/hostile-texts.ts'
import { rounds, tally } from '../support/rounds.ts'
import { moduleOf, modulesUnder } from '../support/source-modules.ts'
import { looseSqlParts } from '../support/sql-parts.ts'
import { anonymous, someone } from '../support/visitors.ts'

vi.setConfig({ testTimeout: rounds(180_000, 1_800_000) })

// No statement is put together from what somebody typed: by the sources, and by what comes of asking.

/** Folders whose statements are made for every table alike: from the names in lists of ours, or in the schema itself, quoted. */
const MADE_FOR_ALL_TABLES: Readonly<Record<string, string>> = {
  'db/exchange/': 'tables and columns of the exchange format (tables.ts)',
  'db/facts/': 'sets, figures and dimensions: constants and closed unions, composed by functions of the folder',
  'db/migrations/': 'schema, written once',
  'db/person/': 'the register of tables that hold something of a person, and columns of the schema',
  'db/undo/': 'names as the schema itself says them, quoted',
}

/** The other places that compose a statement: each part of it that is no constant of a module, and why it is ours. */
const COMPOSED: readonly (readonly [path: string, why: string, parts: readonly string[]])[] = [
  ['db/backup-file.ts', 'a list of tables in the same file', ['table']],
  [
    'db/connection.ts',
    'the migrations and their numbers; a number of megabytes, by its type',
    ['step.sql', 'step.version', 'cacheMb'],
  ],
  ['db/replace-store.ts', 'one of two words, by its type', ['mode']],
  ['db/store-check.ts', 'tables as the schema names them, quoted', ['quoted(table)']],
  [
    'db/store-key.ts',
    'a key as hexadecimal digits; no place for a parameter in this statement',
    ['name', 'how', 'wordsOf(key)'],
  ],
  ['db/store-summary.ts', 'two stores by the names we gave them', ['schema', 'from(IDS[kind])', 'newestAct(db)']],
  [
    'db/repositories/audit-list.ts',
    'conditions and orders written in the file, values bound',
    ['sql', "wanted.join(' AND ')", 'where'],
  ],
  ['db/repositories/door-counts.ts', 'one of two statements in the same file', ['sql']],
  ['db/repositories/import-batches.ts', 'min or max, by its type', ['which']],
  [
    'db/repositories/import-known.ts',
    'columns given by constants of the file',
    ['contact', 'condition', 'sql', 'select', 'day', 'number'],
  ],
  ['db/repositories/import-undo.ts', 'tables and conditions of a list in the file', ['table', 'rows']],
  ['db/repositories/lead-birth.ts', 'one of the statements in the file', ['sql']],
  [
    'db/repositories/lead-filter.ts',
    'conditions written in the file; `list` names a parameter',
    ['name', "clauses.join(' AND ')", 'expression', 'others'],
  ],
  ['db/repositories/lead-find.ts', 'the conditions of lead-filter.ts', ['where', 'sql.window', 'sql.rows']],
  [
    'db/repositories/lead-list.ts',
    'the conditions of lead-filter.ts, orders by a closed list',
    ['conditions.where', 'orderBy(order)', 'sql.count', 'sql.window', 'sql.all', 'sql.rows', 'where'],
  ],
  ['db/repositories/lead-list-by-owner.ts', 'the conditions of lead-filter.ts', ['where', 'sql']],
  [
    'db/repositories/row-writer.ts',
    'tables and columns as their callers in db write them',
    ['table', "columns.join(', ')", "Array.from({ length: rows }, () => row).join(', ')"],
  ],
]

function isListed(path: string, part: string): boolean {
  return COMPOSED.some(([where, _, parts]) => where === path && parts.includes(part))
}

const sources = modulesUnder('db', 'electron')
const found = sources.map((module) => ({ path: module.path, ...looseSqlParts(module) }))

describe('S9 no SQL is built from strings', () => {
  it('of all statements in db and electron, but for the places that compose names of our own', () => {
    expect(found.reduce((sum, { statements }) => sum + statements, 0)).toBeGreaterThan(400)
    const loose = found
      .filter(({ path }) => !Object.keys(MADE_FOR_ALL_TABLES).some((folder) => path.startsWith(folder)))
      .flatMap(({ path, parts }) => parts.filter(({ part }) => !isListed(path, part)))
    expect(loose).toEqual([])
  })

  it('and outside db there is hardly any', () => {
    const outside = found.filter(({ path, statements }) => path.startsWith('electron/') && statements > 0)
    expect(outside.flatMap(({ parts }) => parts)).toEqual([])
    expect(outside.length).toBeLessThan(8)
  })

  const statementIn = (body: string) =>
    looseSqlParts(moduleOf('db/a.ts', `const ORDER = 'a, b'\nexport function find(db: Db, name: string) { ${body} }`))
      .parts
  it.each([
    ["db.prepare(`SELECT 1 FROM a WHERE name = '${name}'`).get()", 'name'],
    ["db.exec('DELETE FROM a WHERE name = ' + name)", 'name'],
    ['const sql = `SELECT 1 FROM a WHERE ${name}`; db.prepare(sql)', 'name'],
    ["const parts = []; parts.push(name); db.prepare(`SELECT 1 WHERE ${parts.join(' AND ')}`)", "parts.join(' AND ')"],
    ['let order = ORDER; order = name; db.pragma(`table_info(${order})`)', 'order'],
    ["db.prepare(ORDER.replace('a', name))", "ORDER.replace('a', name)"],
    ['db.prepare(statementOf(name))', 'statementOf(name)'],
  ])('finds %s', (body, part) => expect(statementIn(body).map((one) => one.part)).toContain(part))

  it.each([
    'db.prepare(`SELECT 1 FROM a WHERE name = ? ORDER BY ${ORDER}`).get(name)',
    'const order = name === "" ? ORDER : "c"; db.prepare(`SELECT 1 FROM a ORDER BY ${order}`)',
    "db.exec(['a', 'b'].map((table) => `DELETE FROM ${table}`).join(';'))",
    '/a/.exec(name)',
  ])('and lets %s be', (body) => expect(statementIn(body)).toEqual([]))
})

const count = rounds(500, 5000)
const HOW = [
  (text: string) => text,
  (text: string) => `林${text}`,
  (text: string) => `${text} --`,
  (text: string) => `x'${text}`,
  (text: string) => `"${text}"`,
  (text: string) => `${text}\\`,
  (text: string) => `%${text}%`,
  (text: string) => `(${text})`,
  (text: string) => `${text};${text}`,
  (text: string) => text.toLowerCase(),
  (text: string) => text.replaceAll(' ', '/**/'),
  (text: string) => text.replaceAll("'", "''"),
  (text: string) => `\u0027${text}`,
]
/** No two alike, none longer than the shortest field. */
const INJECTIONS = [
  ...new Set(
    Array.from({ length: 40 }, (_, n) =>
      HOW.flatMap((how) => SQL_TEXTS.map((text) => how(text) + (n === 0 ? '' : n))),
    ).flat(),
  ),
]
  .map((text) => text.trim().slice(0, 38).trim())
  .filter((text, n, all) => text !== '' && all.indexOf(text) === n)
  .slice(0, count)

const SCHEMA =
  "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master WHERE name NOT LIKE 'lead_search_%' ORDER BY name)"

describe('S9 what is said to a database is a text like any other', () => {
  it('in names, filters, searches, looks, scripts, drafts and ids: what comes back is what went in', async () => {
    const desk = testDesk()
    const { db } = desk
    // What a power cut would cost is told elsewhere (R1, R3).
    db.pragma('synchronous = OFF')
    const schema = db.prepare(SCHEMA).pluck().get()
    const [owner, lin] = [desk.as(STAFF.owner), desk.as(STAFF.lin)]
    const told = tally(count)
    const models: string[] = []
    expect(INJECTIONS.length).toBe(count)
    for (const [n, text] of INJECTIONS.entries()) {
      const contact = {
        ...someone,
        name: text,
        phone: String(13_700_000_000 + n),
        wechat: text,
        model: text,
        identity: { as: 'another_person' as const },
      }
      const { leadId } = await lin.call('visits.log', { ...anonymous, note: text, contact })
      models.push(text.toLowerCase())
      const lead = await lin.call('leads.get', { leadId: leadId ?? '' })
      expect([lead.customer.name, lead.customer.wechat, lead.facts.model]).toEqual([text, text, text])
      // By the model a lead is found by any part of it, letter for letter: told beside the database, by the language itself.
      const { total } = await owner.call('leads.list', { filter: { model: text }, limit: 1, offset: 0 })
      expect([text, total]).toEqual([text, models.filter((model) => model.includes(text.toLowerCase())).length])
      for (const filter of [{ who: text }, { channels: [text] }, { batchId: text }]) {
        expect((await owner.call('leads.list', { filter, limit: 1, offset: 0 })).total).toBe(0)
      }
      const { rows } = await owner.call('leads.find', { by: 'text', text, limit: 20 })
      expect(rows.length).toBeLessThanOrEqual(20)
      expect((await owner.refused('leads.get', { leadId: text })).code).toBe('not_found')
      await keepEverywhere(desk, text)
      told.done()
    }
    told.expectAll()
    expect(db.prepare(SCHEMA).pluck().get()).toBe(schema)
    expect(db.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(count)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})

/** One thing of each kind that bears a name is called so, and read back. */
async function keepEverywhere({ as, db }: TestDesk, name: string): Promise<void> {
  const [owner, lin] = [as(STAFF.owner), as(STAFF.lin)]
  const look = {
    filter: { text: name, model: name },
    sort: { by: 'due', descending: false },
    columns: ['grade'],
  } as const
  const { viewId } = await lin.call('leads.saveView', {
    viewId: null,
    name,
    shared: false,
    look: { ...look, columns: ['grade'] },
  })
  const { views } = await lin.call('leads.views', {})
  expect(views.find((view) => view.viewId === viewId)).toMatchObject({ name, look: { filter: { text: name } } })
  await lin.call('leads.deleteView', { viewId })
  await lin.call('drafts.keep', { staffId: STAFF.lin, form: 'visit', subject: name, content: { a: name } })
  expect((await lin.call('drafts.list', {})).drafts[0]).toMatchObject({ subject: name, content: { a: name } })
  await lin.call('drafts.drop', { staffId: STAFF.lin, form: 'visit', subject: name })
  expect((await lin.call('drafts.list', {})).drafts).toEqual([])
  await owner.call('people.save', { id: STAFF.wang, name, role: 'salesperson', active: true, dailyCapacity: null })
  expect(findStaff(db, STAFF.wang)?.name).toBe(name)
  await owner.call('channels.save', { id: CHANNELS.outbound, name, group: 'outbound' })
  expect((await owner.call('channels.list', {})).channels.map((channel) => channel.name)).toContain(name)
  saveTemplate(db, { id: 'template', name, mapping: { kind: 'visits' } as never, savedAt: 1, savedBy: STAFF.owner })
  expect((await owner.call('imports.templates', {})).templates).toMatchObject([{ name }])
  await owner.call('imports.deleteTemplate', { templateId: 'template' })
}
