import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { listChannels, saveChannel } from '../../db/repositories/channels.ts'
import { listStaff, saveStaff } from '../../db/repositories/staff.ts'
import { exportWords } from '../../renderer/components/export/export-words.ts'
import { en } from '../../renderer/i18n/en.ts'
import { zh } from '../../renderer/i18n/zh.ts'
import type { ExportedFile } from '../../shared/contract/exports.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { linesOf, sheetsOf } from '../support/exports.ts'
import { answered, job } from '../support/registers.ts'

const ALL_TIME = { from: '2020-01-01', to: '2029-12-28' } as const
const GRADES = { A: 'A', B: 'B', C: 'C', D: 'D' }
const LANGUAGES = { zh, en }
/** In the order in which an empty store takes them: who they are, when they came, what they ordered. */
const LISTS = ['leads', 'visits', 'deals'] as const
type ListName = (typeof LISTS)[number]
type Language = keyof typeof LANGUAGES
type Format = 'csv' | 'xlsx'

/** What an import cannot bring, and the note, which it adds whatever words found no other place to. */
const NOT_READ: Readonly<Record<ListName, readonly string[]>> = {
  leads: ['stage', 'decider', 'lastDone', 'note'],
  visits: ['notCaptured', 'logged', 'number'],
  // The leads have brought the orders already, and know of no delivery.
  deals: ['deliveredOn'],
}

function exported(caller: Caller, list: ListName, language: Language, format: Format): Promise<ExportedFile> {
  const asked = { format, words: exportWords(LANGUAGES[language], list, list, GRADES) }
  switch (list) {
    case 'leads':
      return caller.call('exports.leads', { filter: {}, sort: { by: 'created', descending: false }, ...asked })
    case 'visits':
      return caller.call('exports.visits', { ...ALL_TIME, ...asked })
    case 'deals':
      return caller.call('exports.deals', { ...ALL_TIME, staffId: null, ...asked })
  }
}

async function previewed(caller: Caller, { fileName, contentBase64 }: ExportedFile) {
  const reading = await caller.call('imports.read', { ...job(), fileName, contentBase64 })
  const mapped = { token: reading.token, mapping: { ...answered(reading), defaultPerson: null } }
  return { mapped, plan: await caller.call('imports.preview', { ...job(), ...mapped }) }
}

const COUNTS = {
  visits: `SELECT kind, first_visit, lead_id IS NOT NULL, count(*) FROM visits
    WHERE voided_at IS NULL AND purpose = 'purchase' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  leads: `SELECT h.grade, h.status, s.name, count(*) FROM lead_history h LEFT JOIN staff s ON s.id = h.owner_id
    WHERE h.until_on = '9999-12-31' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  deals: `SELECT s.name, count(*), sum(price_fen), sum(gross_profit_fen) FROM deals d JOIN staff s ON s.id = d.staff_id
    WHERE cancelled_on IS NULL GROUP BY 1 ORDER BY 1`,
}

function countsOf(db: Db) {
  return Object.fromEntries(Object.entries(COUNTS).map(([name, sql]) => [name, db.prepare(sql).raw().all()]))
}

/** The rows of the first sheet, in no order, without the columns no import brings, full-width signs as the reader narrows them. */
function rowsOf(file: ExportedFile, list: ListName, language: Language, format: Format): string[] {
  const [head = [], ...rows] = format === 'csv' ? linesOf(file) : (Object.values(sheetsOf(file))[0] ?? [])
  const headers: Readonly<Record<string, string>> = LANGUAGES[language].exports.column[list]
  const left = NOT_READ[list].map((key) => headers[key])
  const kept = head.flatMap((header, i) => (left.includes(String(header)) ? [] : [i]))
  return rows
    .map((row) => JSON.stringify(kept.map((i) => row[i] ?? '')).normalize('NFKC'))
    .toSorted((a, b) => (a < b ? -1 : 1))
}

describe('what was exported from the demo showroom', () => {
  let demo: TestDesk
  let demoDb: Db
  let owner: Caller
  const ownerOf = (desk: TestDesk, db: Db) => desk.as(listStaff(db).find(({ role }) => role === 'owner')?.id ?? '')

  beforeAll(async () => {
    demo = testDesk()
    demoDb = (await demo.desk.openDemo()).db
    owner = ownerOf(demo, demoDb)
  })

  /** Nobody has come yet to the people and through the channels of the demo. */
  function emptyShowroom(): TestDesk {
    return testDesk({
      at: new Date(demo.desk.clock() + 60_000).toISOString(),
      fill: (db) => {
        db.exec('DELETE FROM staff; DELETE FROM channels')
        for (const person of listStaff(demoDb)) saveStaff(db, person)
        for (const channel of listChannels(demoDb)) saveChannel(db, channel)
      },
    })
  }

  it.each([
    ['zh', 'csv'],
    ['en', 'xlsx'],
  ] as const)(
    'fills an empty store with the same, and is then exported the same (%s, %s)',
    async (language, format) => {
      const empty = emptyShowroom()
      const reader = ownerOf(empty, empty.db)
      const files = await Promise.all(LISTS.map((list) => exported(owner, list, language, format)))
      const took: Record<string, number>[] = []
      for (const file of files) {
        const { mapped, plan } = await previewed(reader, file)
        const { visits, newLeads, deals, leftOut } = plan
        took.push({ visits, newLeads, deals, ...leftOut })
        if (visits + newLeads > 0) await reader.call('imports.run', { ...job(), ...mapped, digest: plan.digest })
      }
      const orders = demoDb.prepare('SELECT count(*) FROM deals WHERE cancelled_on IS NULL').pluck().get()
      expect(took).toEqual([
        { visits: 0, newLeads: files[0]?.rows, deals: orders },
        { visits: expect.any(Number), newLeads: 0, deals: 0 },
        // The leads have brought them already.
        { visits: 0, newLeads: 0, deals: 0, already_in_store: orders },
      ])
      expect(countsOf(empty.db)).toEqual(countsOf(demoDb))
      for (const [i, list] of LISTS.entries()) {
        const before = files[i]
        const after = await exported(reader, list, language, format)
        if (before === undefined) throw new Error(`${list} was not exported`)
        expect(rowsOf(after, list, language, format)).toEqual(rowsOf(before, list, language, format))
      }
    },
  )

  it.each(['csv', 'xlsx'] as const)('adds nothing to the store it comes from (%s)', async (format) => {
    for (const list of LISTS) {
      const { plan } = await previewed(owner, await exported(owner, list, 'zh', format))
      const { visits, newLeads, newCustomers, deals, leftOut } = plan
      const added = { visits, newLeads, newCustomers, deals, reasons: Object.keys(leftOut) }
      const nothing = { visits: 0, newLeads: 0, newCustomers: 0, deals: 0 }
      expect([list, added]).toEqual([list, { ...nothing, reasons: ['already_in_store'] }])
    }
  })
})
