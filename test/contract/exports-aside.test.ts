import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { makeAside } from '../../electron/api/services/exports/make-aside.ts'
import { type ExportInput, makeExport } from '../../electron/api/services/exports/make-export.ts'
import { type InputOf, operations } from '../../shared/contract/contract.ts'
import { businessDateOf } from '../../shared/values/business-date.ts'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { NO_WORDS } from '../support/exports.ts'
import { anonymous, noFacts, someone } from '../support/visitors.ts'

// What is large is read and written on a thread, so that nobody else waits for it.

const DAYS = { from: '2026-05-01', to: '2026-05-31' } as const
const asked = { format: 'csv', words: NO_WORDS } as const
const TABLE_ROWS = 5000

const table = (rows: number): InputOf<'exports.table'> => {
  const columns = ['客户', '电话', '车型', '备注'].map((header) => ({ header, kind: 'text' as const }))
  const body = Array.from({ length: rows }, (_, n) => columns.map(({ header }) => `${header}${n}`))
  const sheets = [{ name: '表', columns, rows: body }]
  return { about: 'board', period: null, format: 'xlsx', app: '九控', title: '表', sheets }
}

function contextOf({ db, now }: TestDesk, role: 'manager' | 'salesperson' = 'manager') {
  const me = role === 'manager' ? { id: STAFF.manager, name: '许经理', role } : { id: STAFF.lin, name: '林小雨', role }
  const timeZone = 'Asia/Shanghai'
  return { db, me, now: now(), today: businessDateOf(now(), timeZone), timeZone }
}

const audited = ({ db }: TestDesk) =>
  db.prepare("SELECT staff_id, operation, subject FROM audit_trail WHERE operation LIKE 'exports.%'").raw().all()

describe('a file made on a thread', () => {
  it('is the one that is made here, of an encrypted store too', async () => {
    const showroom = testDesk({ isEncrypted: true })
    const lin = showroom.as(STAFF.lin)
    const { leadId } = await lin.call('visits.log', { ...anonymous, contact: someone })
    await lin.call('leads.screen', { leadId: leadId ?? '', version: 1, facts: noFacts, override: null })
    await showroom.as(STAFF.wang).call('visits.log', { ...anonymous, receivedBy: STAFF.wang })
    for (const [role, name, input, rows] of [
      ['manager', 'exports.leads', { filter: {}, ...asked }, 1],
      ['salesperson', 'exports.visits', { ...DAYS, ...asked }, 1],
    ] as const) {
      const context = contextOf(showroom, role)
      const parsed = operations.get(name)?.input.parse(input) as ExportInput
      const made = await makeAside(context, name, parsed)
      expect(made).toEqual(makeExport(context, name, parsed))
      expect(made.file.rows).toBe(rows)
    }
  })

  it('is refused in the same words', async () => {
    const context = contextOf(testDesk())
    const backwards = { from: DAYS.to, to: DAYS.from, staffId: null, ...asked }
    const input = operations.get('exports.deals')?.input.parse(backwards) as ExportInput
    await expect(makeAside(context, 'exports.deals', input)).rejects.toMatchObject({
      failure: { code: 'invalid_input', fields: [{ path: 'to', code: 'before_from' }] },
    })
  })

  it('keeps nobody waiting, and is entered before it is handed out', async () => {
    const showroom = testDesk()
    const order: string[] = []
    const thread = once(process, 'worker')
    const manager = showroom.as(STAFF.manager)
    const file = manager.call('exports.table', table(TABLE_ROWS)).finally(() => order.push('file'))
    await thread
    await showroom.as(STAFF.lin).call('visits.log', anonymous)
    order.push('visit')
    expect(await file).toMatchObject({ rows: TABLE_ROWS })
    expect(order).toEqual(['visit', 'file'])
    expect(audited(showroom)).toEqual([[STAFF.manager, 'exports.table', `board xlsx rows=${TABLE_ROWS}`]])
  })

  it('is not handed out to whoever was put out meanwhile, and not entered', async () => {
    const showroom = testDesk()
    const refused = showroom.as(STAFF.manager).refused('exports.table', table(TABLE_ROWS))
    showroom.desk.sessions.closeAll()
    expect(await refused).toMatchObject({ code: 'not_signed_in' })
    expect(audited(showroom)).toEqual([])
  })
})
