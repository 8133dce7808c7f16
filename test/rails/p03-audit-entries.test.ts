import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyAuditTrail } from '../../db/audit/verify-trail.ts'
import { momentOf } from '../../db/moment.ts'
import { auditKindOf } from '../../shared/contract/audit-kind-of.ts'
import { type CommandName, type OperationName, operations } from '../../shared/contract/contract.ts'
import { ACCESS } from '../support/access-matrix.ts'
import { type BusyDesk, busyDesk } from '../support/busy-desk.ts'
import { STAFF } from '../support/desk.ts'
import { NO_WORDS } from '../support/exports.ts'
import { tally } from '../support/rounds.ts'
import { stateOf } from '../support/store-state.ts'
import { UNDO_CASES, type UndoCase } from '../support/undo-cases.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

type Entry = readonly [staffId: string | null, kind: string, operation: string, subject: string | null]

const CUSTOMERS = 55
const period = { from: '2026-05-01', to: '2026-05-31', asOf: null, staffId: null }
const stricter = [[{ fact: 'horizonMonths', op: 'atMost', value: 2 }]]
const file = { format: 'csv', words: NO_WORDS } as const

let desk: BusyDesk
beforeAll(async () => {
  desk = await busyDesk({ log: pino({ level: 'silent' }) })
  const manager = desk.as(STAFF.manager)
  for (let n = 0; n < CUSTOMERS; n += 1) {
    const contact = { ...someone, name: `访客${n}`, phone: String(13_900_000_000 + n) }
    const visit = { ...anonymous, receivedBy: STAFF.lin, contact }
    await manager.call('visits.log', anonymous)
    const { leadId } = await manager.call('visits.log', visit)
    // Each is worked on, so that every list there is holds them.
    const done = {
      method: 'call',
      outcome: 'reached',
      note: '谈了价格',
      doneAt: null,
      nextDueOn: '2026-05-20',
    } as const
    await manager.call('followUps.log', { leadId: leadId ?? '', ...done })
    const facts = { ...noFacts, horizonMonths: 5 }
    await manager.call('leads.screen', { leadId: leadId ?? '', version: 1, facts, override: null })
  }
})

const newest = () => desk.db.prepare('SELECT coalesce(max(seq), 0) FROM audit_trail').pluck().get() as number
const since = (seq: number) =>
  desk.db
    .prepare('SELECT staff_id, kind, operation, subject FROM audit_trail WHERE seq > ? ORDER BY seq')
    .raw()
    .all(seq) as Entry[]
/** What the trail says of an act, and what the act answered. */
async function entered(act: () => Promise<unknown>) {
  const before = newest()
  const answer = await act()
  return { answer, entries: since(before) }
}

/** The store cannot be written, as when its disk is read-only. */
async function unwritable<T>(act: () => Promise<T>): Promise<T> {
  desk.db.pragma('query_only = ON')
  try {
    return await act()
  } finally {
    desk.db.pragma('query_only = OFF')
  }
}

/** Entries cannot be made, everything else can. */
async function withoutTrail<T>(act: () => Promise<T>): Promise<T> {
  desk.db.exec(
    `CREATE TEMP TRIGGER no_trail BEFORE INSERT ON main.audit_trail BEGIN SELECT RAISE(ABORT, 'no entry'); END`,
  )
  try {
    return await act()
  } finally {
    desk.db.exec('DROP TRIGGER temp.no_trail')
  }
}

const named = (...audits: readonly string[]) =>
  [...operations].filter(([, { kind, audit }]) => kind === 'query' && audits.includes(audit)).map(([op]) => op)

describe('P3 every command makes one entry, in its transaction', () => {
  const commands = Object.entries(UNDO_CASES) as [CommandName, Readonly<Record<string, UndoCase<CommandName>>>][]

  it('and none where the entry cannot be made: then nothing is done', async () => {
    const { done, expectAll } = tally(commands.length)
    for (const [op, ways] of commands) {
      const [way] = Object.values(ways)
      if (way === undefined) throw new Error(`${op} has no case`)
      const [staffId, input] = await way(desk)
      const before = stateOf(desk.db)
      const refused = await withoutTrail(() => desk.as(staffId).ask(op, input))
      expect([op, refused.ok]).toEqual([op, false])
      expect(stateOf(desk.db)).toEqual(before)
      const { answer, entries } = await entered(() => desk.as(staffId).ask(op, input))
      expect(answer).toMatchObject({ ok: true })
      expect(entries.map(([who, kind, what]) => [who, kind, what])).toEqual([[staffId, auditKindOf(op), op]])
      const { undoId = '' } = answer as { readonly undoId?: string }
      const undone = await entered(() => desk.as(staffId).call('acts.undo', { undoId }))
      expect(undone.entries.map(([, , what]) => what)).toEqual(['acts.undo'])
      done()
    }
    expectAll()
  })
})

describe('P3 every reading of customers makes one entry', () => {
  const reads: Readonly<Record<string, readonly [input: object, few: object | null]>> = {
    'leads.get': [{ leadId: '' }, null],
    'leads.list': [
      { filter: {}, limit: 200, offset: 0 },
      { filter: {}, limit: 50, offset: 0 },
    ],
    'leads.find': [
      { by: 'text', text: '13900000007', limit: 8 },
      { by: 'text', text: '访客', limit: 8 },
    ],
    'visits.checkPhone': [{ phone: '13900000007' }, { phone: '13600000000' }],
    'visits.day': [{ date: '2026-05-20' }, { date: '2026-05-18' }],
    'followUps.today': [{ staffId: STAFF.lin }, { staffId: STAFF.reception }],
    'followUps.teamDay': [{}, null],
    'followUps.reviewQueue': [
      { from: '2026-05-01', to: '2026-05-31', staffId: null, show: 'all' },
      { from: '2026-04-01', to: '2026-04-30', staffId: null, show: 'all' },
    ],
    'rules.movers': [{}, null],
    'board.records': [
      { ...period, figure: 'funnel.N', param: null, limit: 200, offset: 0 },
      { ...period, figure: 'funnel.N', param: null, limit: 10, offset: 0 },
    ],
  }

  it('has a row for each operation that reads them', () => {
    expect(Object.keys(reads).toSorted()).toEqual(
      named('opens_customer', 'lists_customers', 'finds_by_number').toSorted(),
    )
  })

  it('once a while for each person, and none for a few rows', async () => {
    const { alternatives } = await desk.as(STAFF.manager).call('rules.get', {})
    const inputs: Readonly<Record<string, object>> = {
      'leads.get': { leadId: desk.openId },
      'rules.movers': { alternatives: { ...alternatives, B: stricter }, from: 'B', to: 'C', limit: 200, offset: 0 },
    }
    const { done, expectAll } = tally(Object.keys(reads).length)
    const asked = async (staffId: string, op: string, input: object) => {
      const { answer, entries } = await entered(() => desk.as(staffId).ask(op, input))
      expect([op, answer]).toMatchObject([op, { ok: true }])
      return entries.map(([who, kind, what]) => [who, kind, what])
    }
    for (const [op, [given, few]] of Object.entries(reads)) {
      const input = inputs[op] ?? given
      if (few !== null) expect([op, await asked(STAFF.manager, op, few)]).toEqual([op, []])
      const entry = [STAFF.manager, 'read', op]
      expect(await asked(STAFF.manager, op, input)).toEqual([entry])
      expect(await asked(STAFF.manager, op, input)).toEqual([])
      expect(await asked(STAFF.owner, op, input)).toEqual([[STAFF.owner, 'read', op]])
      desk.advance(16 * 60_000)
      expect(await asked(STAFF.manager, op, input)).toEqual([entry])
      done()
    }
    expectAll()
  })

  it('goes on where nothing can be written, and is entered as soon as something can', async () => {
    desk.advance(16 * 60_000)
    const [manager, owner] = [desk.as(STAFF.manager), desk.as(STAFF.owner)]
    const { entries } = await entered(() => unwritable(() => manager.call('leads.get', { leadId: desk.openId })))
    expect(entries).toEqual([])
    const next = await entered(() => owner.call('doorCounts.save', { date: '2026-05-17', count: 4 }))
    expect(next.entries).toEqual([
      [STAFF.manager, 'read', 'leads.get', desk.openId],
      [STAFF.owner, 'changed', 'doorCounts.save', '2026-05-17'],
    ])
  })

  it('goes on while an import holds the turn to write, and is entered when it is done', async () => {
    const done = await desk.desk.writeTurns.take()
    const seen = await entered(() => desk.as(STAFF.manager).call('leads.get', { leadId: desk.lostId }))
    expect(seen.entries).toEqual([])
    const { entries } = await entered(async () => {
      done()
      // Whoever waits for a turn now comes after what was owed.
      await desk.desk.writeTurns.share(() => undefined)
    })
    expect(entries).toEqual([[STAFF.manager, 'read', 'leads.get', desk.lostId]])
  })

  it('leaves what a board has read as it was', async () => {
    const before = momentOf(desk.db)
    const { entries } = await entered(() => desk.as(STAFF.owner).call('leads.get', { leadId: desk.lostId }))
    expect([entries.length, momentOf(desk.db)]).toEqual([1, before])
    desk.db.prepare('UPDATE store SET name = name').run()
    expect(momentOf(desk.db)).not.toBe(before)
  })
})

describe('P3 whatever leaves the house makes one entry', () => {
  const sheet = { name: '表', columns: [{ header: '姓名', kind: 'text' }], rows: [['孙']] }
  const table = { about: 'today.people', app: '九控', title: '今日', period: null, format: 'csv', sheets: [sheet] }
  const days = { from: '2026-05-01', to: '2026-05-31' }
  const handedOut: Readonly<Record<string, object>> = {
    'exports.leads': { filter: {}, sort: { by: 'due', descending: false }, ...file },
    'exports.visits': { ...days, ...file },
    'exports.deals': { ...days, staffId: null, ...file },
    'exports.records': { ...period, figure: 'funnel.N', param: null, ...file },
    'exports.table': table,
    'exports.printed': { about: 'board', leadId: null },
  }

  it('and is not handed out where it cannot be made', async () => {
    const exported = [...operations.keys()].filter((op) => op.startsWith('exports.'))
    const { done, expectAll } = tally(exported.length)
    for (const op of exported) {
      const input = handedOut[op]
      const refused = await withoutTrail(() => desk.as(STAFF.manager).ask(op, input))
      expect([op, refused.ok]).toEqual([op, false])
      const { answer, entries } = await entered(() => desk.as(STAFF.manager).ask(op, input))
      expect([op, answer]).toMatchObject([op, { ok: true }])
      expect(entries.map(([who, kind, what]) => [who, kind, what])).toEqual([[STAFF.manager, 'exported', op]])
      done()
    }
    expectAll()
  })

  it('every other task that is to be kept names itself where it is served', () => {
    const folder = join(import.meta.dirname, '../../electron/api')
    const served = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('handlers') && name !== 'dispatch.ts')
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .filter((text) => /appendAudit|enterOrOwe|operation = /.test(text))
      .join('')
    const tasks = [...operations].filter(([, { kind, audit }]) => kind === 'task' && audit !== 'no').map(([op]) => op)
    expect(tasks.length).toBeGreaterThan(15)
    expect(tasks.filter((op) => handedOut[op] === undefined && !served.includes(`'${op}'`))).toEqual([])
  })
})

describe('P3 whoever reaches for what is not theirs', () => {
  const PEOPLE = { o: STAFF.owner, m: STAFF.manager, s: STAFF.lin, r: STAFF.reception } as const
  const closed = (Object.entries(ACCESS) as [OperationName, string][]).filter(([, who]) => !who.includes('*'))

  it('is entered, and has changed nothing', async () => {
    const before = stateOf(desk.db)
    let refusals = 0
    for (const [op, who] of closed) {
      for (const [letter, staffId] of Object.entries(PEOPLE)) {
        if (who.includes(letter)) continue
        const { answer, entries } = await entered(() => desk.as(staffId).ask(op, {}))
        expect(answer).toMatchObject({ failure: { code: 'forbidden' } })
        expect(entries).toEqual([[staffId, 'refused', op, null]])
        refusals += 1
      }
    }
    expect(refusals).toBe(closed.reduce((sum, [, who]) => sum + 4 - who.length, 0))
    expect(stateOf(desk.db)).toEqual(before)
  })

  it('is entered with the customer it was about, once, and by what was sent never', async () => {
    const wang = desk.as(STAFF.wang)
    const lose = { leadId: desk.openId, reason: 'price', competitor: null, note: '孙女士 13900000001' }
    const tried = await entered(async () => {
      await wang.ask('leads.lose', lose)
      await wang.ask('leads.lose', lose)
      await wang.ask('leads.lose', { ...lose, leadId: '13900000001' })
    })
    expect(tried.entries).toEqual([[STAFF.wang, 'refused', 'leads.lose', desk.openId]])
  })
})

describe('P3 the trail of all this', () => {
  it('is whole, and knows no name, number or note', () => {
    expect(verifyAuditTrail(desk.db)).toBeNull()
    const said = JSON.stringify(desk.db.prepare('SELECT operation, subject, detail FROM audit_trail').all())
    expect(said).not.toMatch(/访客|客户\d|139000|13800|谈了/)
    expect(said).toContain(desk.openId)
  })
})
