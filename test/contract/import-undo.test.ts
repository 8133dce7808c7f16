import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyBackup } from '../../db/backup-file.ts'
import { CHANNELS, STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { answered, dumpStore, job, REGISTER_HEADER, readText, registerText } from '../support/registers.ts'
import { someone } from '../support/visitors.ts'

const ROW = '2026-03-01,09:55,来店,王先生,13800138000,,2,首次,自然到店,轩逸,B级,一周内,√,林小雨,已加微信'
const ANONYMOUS = '2026-03-02,10:00,来店,,,,2,首次,小红书,,,,,林小雨,'
const TEXT = [REGISTER_HEADER, ROW, ANONYMOUS].join('\n')

async function importText(desk: TestDesk, text: string) {
  const manager = desk.as(STAFF.manager)
  const reading = await readText(manager, text)
  const mapping = answered(reading)
  const preview = await manager.call('imports.preview', { ...job(), token: reading.token, mapping })
  const run = await manager.call('imports.run', { ...job(), token: reading.token, mapping, digest: preview.digest })
  return { preview, ...run }
}

const count = ({ db }: TestDesk, sql: string) => db.prepare(sql).pluck().get()

describe('a batch', () => {
  it('is what the preview said, on generated registers, and leaves nothing behind when undone', async () => {
    const desk = testDesk()
    const manager = desk.as(STAFF.manager)
    await importText(desk, [REGISTER_HEADER, ROW.replace('13800138000', '13800138003')].join('\n'))
    await fc.assert(
      fc.asyncProperty(registerText, async (text) => {
        const before = dumpStore(desk.db)
        const reading = await readText(manager, text)
        const mapping = answered(reading)
        const preview = await manager.call('imports.preview', { ...job(), token: reading.token, mapping })
        if (preview.visits === 0) return
        const input = { ...job(), token: reading.token, mapping, digest: preview.digest }
        const { batchId, plan } = await manager.call('imports.run', input)
        expect(plan).toEqual(preview)
        const made = (table: string, also = '') =>
          count(desk, `SELECT count(*) FROM ${table} WHERE batch_id = '${batchId}' ${also}`)
        expect({
          visits: made('visits'),
          firstVisits: made('visits', 'AND first_visit = 1'),
          captured: made('visits', 'AND lead_id IS NOT NULL'),
          phoneIns: made('visits', "AND kind = 'phone'"),
          newCustomers: made('customers'),
          newLeads: made('leads'),
          testDrives: made('follow_ups'),
          withoutPerson: made('visits', 'AND received_by IS NULL'),
        }).toEqual({
          visits: preview.visits,
          firstVisits: preview.firstVisits,
          captured: preview.captured,
          phoneIns: preview.phoneIns,
          newCustomers: preview.newCustomers,
          newLeads: preview.newLeads,
          testDrives: preview.testDrives,
          withoutPerson: preview.withoutPerson,
        })
        await manager.call('imports.undo', { ...job(), batchId })
        expect(dumpStore(desk.db)).toEqual(before)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('is preceded by a backup that holds', async () => {
    const desk = testDesk()
    await importText(desk, TEXT)
    const backupFolder = desk.desk.store()?.backupFolder ?? ''
    const files = readdirSync(backupFolder).filter((name) => name.endsWith('.db'))
    expect(files).toHaveLength(1)
    const check = verifyBackup(join(backupFolder, files[0] ?? ''))
    expect(check).toMatchObject({ ok: true, manifest: { counts: { visits: 0 } } })
  })

  it('is written to the audit trail, going in and coming out', async () => {
    const desk = testDesk()
    const { batchId } = await importText(desk, TEXT)
    await desk.as(STAFF.owner).call('imports.undo', { ...job(), batchId })
    const trail = desk.db.prepare('SELECT staff_id, operation, subject FROM audit_trail ORDER BY seq').raw().all()
    expect(trail).toEqual([
      [STAFF.manager, 'imports.run', batchId],
      [STAFF.owner, 'imports.undo', batchId],
    ])
  })

  it('comes out again when somebody has merely looked at it, or was refused', async () => {
    const desk = testDesk()
    const { batchId } = await importText(desk, TEXT)
    const leadId = String(desk.db.prepare('SELECT id FROM leads').pluck().get())
    await desk.as(STAFF.manager).call('leads.get', { leadId })
    await desk.as(STAFF.wang).ask('leads.reopen', { leadId, reason: 'x' })
    const looks = desk.db.prepare('SELECT kind FROM audit_trail WHERE subject = ? ORDER BY seq').pluck().all(leadId)
    expect(looks).toEqual(['read', 'refused'])
    await desk.as(STAFF.owner).call('imports.undo', { ...job(), batchId })
    expect(desk.db.prepare('SELECT count(*) FROM leads').pluck().get()).toBe(0)
  })

  it('belongs to managers and owners', async () => {
    const desk = testDesk()
    for (const who of [STAFF.lin, STAFF.reception]) {
      expect(await desk.as(who).refused('imports.batches', {})).toMatchObject({ code: 'forbidden' })
    }
  })
})

describe('undoing is refused', () => {
  const work: Record<string, (desk: TestDesk, lead: string, visit: string) => Promise<unknown>> = {
    'after a follow-up': ({ as, now }, leadId) =>
      as(STAFF.lin).call('followUps.log', {
        leadId,
        doneAt: now(),
        method: 'call',
        outcome: 'reached',
        note: '谈了价格，周末来',
        nextDueOn: null,
      }),
    'after another visit of its customer': ({ as }, leadId) =>
      as(STAFF.lin).call('visits.log', {
        arrivedAt: null,
        channelId: CHANNELS.walkIn,
        kind: 'showroom',
        purpose: 'purchase',
        firstVisit: false,
        partySize: 1,
        receivedBy: STAFF.lin,
        notCapturedReason: null,
        note: null,
        contact: {
          name: '王先生',
          phone: '13800138000',
          wechat: null,
          gender: null,
          model: null,
          identity: { as: 'same_lead', leadId },
        },
      }),
    'after a visit of it was voided': ({ as }, _, visitId) =>
      as(STAFF.manager).call('visits.void', { visitId, reason: '重复登记' }),
    'after a visit of it was captured': ({ as }, _, visitId) =>
      as(STAFF.manager).call('visits.capture', { visitId, contact: someone }),
    'after a customer of it was renamed': ({ as }, leadId) =>
      as(STAFF.lin).call('leads.updateCustomer', {
        leadId,
        name: '王涛',
        phone: '13800138000',
        wechat: null,
        gender: null,
        city: null,
        note: null,
        sharesPhone: false,
      }),
    'after another import of the same customer': (desk) =>
      importText(desk, [REGISTER_HEADER, ROW.replace('2026-03-01', '2026-04-01')].join('\n')),
  }

  it.each(Object.entries(work))('%s', async (_, act) => {
    const desk = testDesk()
    const { batchId } = await importText(desk, TEXT)
    const leadId = String(count(desk, 'SELECT id FROM leads'))
    const visitId = String(count(desk, 'SELECT id FROM visits WHERE lead_id IS NULL'))
    desk.advance(60_000)
    await act(desk, leadId, visitId)
    const before = dumpStore(desk.db)
    const failure = await desk.as(STAFF.manager).refused('imports.undo', { ...job(), batchId })
    expect(failure).toMatchObject({ code: 'import_built_upon', params: { count: 1 } })
    expect(dumpStore(desk.db)).toEqual(before)
    const { batches } = await desk.as(STAFF.manager).call('imports.batches', {})
    expect(batches.find(({ id }) => id === batchId)).toMatchObject({ builtUpon: 1 })
  })

  it('a second time', async () => {
    const desk = testDesk()
    const manager = desk.as(STAFF.manager)
    const { batchId } = await importText(desk, TEXT)
    await manager.call('imports.undo', { ...job(), batchId })
    expect(await manager.refused('imports.undo', { ...job(), batchId })).toMatchObject({ code: 'already_undone' })
    expect(await manager.refused('imports.undo', { ...job(), batchId: 'none' })).toMatchObject({ code: 'not_found' })
  })
})

describe('undoing is not held up', () => {
  it('by a lead that fell asleep by itself', async () => {
    const desk = testDesk()
    const before = dumpStore(desk.db)
    const { batchId } = await importText(desk, TEXT)
    const leadId = count(desk, 'SELECT id FROM leads')
    desk.db
      .prepare(`INSERT INTO lead_events (id, lead_id, at, kind, value) VALUES ('sleep', ?, ?, 'status', 'dormant')`)
      .run(leadId, desk.now())
    await desk.as(STAFF.manager).call('imports.undo', { ...job(), batchId })
    expect(dumpStore(desk.db)).toEqual(before)
  })

  it('and a channel the batch brought stays while somebody else uses it', async () => {
    const desk = testDesk()
    const { batchId } = await importText(desk, TEXT)
    const channelId = String(count(desk, "SELECT id FROM channels WHERE name = '小红书'"))
    const costs = { month: '2026-03', costs: [{ channelId, costFen: 100_00 }] }
    await desk.as(STAFF.manager).call('channels.saveCosts', costs)
    await desk.as(STAFF.manager).call('imports.undo', { ...job(), batchId })
    expect(count(desk, 'SELECT count(*) FROM channels')).toBe(4)
    expect(count(desk, 'SELECT count(*) FROM visits')).toBe(0)
  })
})

describe('a run', () => {
  it('is refused when it would do something else than the preview said', async () => {
    const desk = testDesk()
    const manager = desk.as(STAFF.manager)
    const reading = await readText(manager, TEXT)
    const mapping = answered(reading)
    const preview = await manager.call('imports.preview', { ...job(), token: reading.token, mapping })
    await importText(desk, [REGISTER_HEADER, ROW.replace('2026-03-01', '2026-02-01')].join('\n'))
    const before = dumpStore(desk.db)
    const input = { ...job(), token: reading.token, mapping, digest: preview.digest }
    expect(await manager.refused('imports.run', input)).toMatchObject({ code: 'changed_meanwhile' })
    expect(dumpStore(desk.db)).toEqual(before)
  })

  it('is refused when the file is no longer held, or was never read', async () => {
    const desk = testDesk()
    const manager = desk.as(STAFF.manager)
    const reading = await readText(manager, TEXT)
    const input = { ...job(), token: reading.token, mapping: answered(reading) }
    desk.advance(3 * 3_600_000)
    expect(await manager.refused('imports.preview', input)).toMatchObject({ code: 'import_expired' })
  })

  it('names what a mapping still lacks', async () => {
    const desk = testDesk()
    const manager = desk.as(STAFF.manager)
    const { token, mapping } = await readText(manager, TEXT)
    const { date: _, ...columns } = mapping.columns
    const values = { ...mapping.values, receivedBy: { 林小雨: 'nobody' }, channel: {} }
    const failure = await manager.refused('imports.preview', {
      ...job(),
      token,
      mapping: { ...mapping, columns, values },
    })
    expect(failure).toMatchObject({ code: 'mapping_incomplete' })
    expect(failure.fields).toEqual([
      { path: 'columns.date', code: 'required' },
      { path: 'values.channel.自然到店', code: 'no_meaning' },
      { path: 'values.channel.小红书', code: 'no_meaning' },
      { path: 'values.receivedBy.林小雨', code: 'unknown_meaning' },
    ])
  })
})
