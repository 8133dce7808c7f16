import { expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { exportTables } from '../../db/exchange/export-folder.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import type { OperationName } from '../../shared/contract/contract.ts'
import { CHANNELS, STAFF, type TestDesk, testDesk } from '../support/desk.ts'

// What one door of the program lets in, every other must be able to show and to hand on: the exchange format knows no limits of
// length or size, and a screen that cannot answer for one odd record would be dark for all of them.

const LONG = '长'.repeat(3000)
const ODD_ID = `${'i'.repeat(300)} "__proto__", 1`
const FILES: Readonly<Record<string, string>> = {
  'store.csv': `id,name,time_zone,open_weekdays,late_entry_minutes,response_minutes\nstore,${LONG},Asia/Shanghai,,999999999,0\n`,
  'grade_slots.csv': `slot,label,horizon_days,cadence_days,first_contact_hours,dormant_days\nA,${LONG},0,999999999,999999999,999999999\n`,
  'staff.csv': `id,name,role,active,daily_capacity\n__proto__,${LONG},salesperson,true,999999999\n`,
  'channels.csv': `id,group,name\nconstructor,walk_in,${LONG}\n`,
  'channel_costs.csv': 'channel_id,month,cost\nconstructor,2026-05,-999999999999.99\n',
  'customers.csv': `id,name,created_at,phone,wechat,gender,city,note\nc,${LONG},1026-05-01T09:00:00+08:00,${'1'.repeat(300)},${LONG},其他,${LONG},${LONG}\n`,
  'leads.csv':
    'id,customer_id,channel_id,created_at,model,budget,horizon_months,waiting_for,competitor,decider,expected_on\n' +
    `"${ODD_ID.replaceAll('"', '""')}",c,constructor,1026-05-01T09:00:00+08:00,${LONG},${LONG},999999999,${LONG},${LONG},${LONG},9999-12-30\n` +
    'later,c,constructor,9026-05-01T09:00:00+08:00,,,,,,,\nnow,c,constructor,2026-05-01T09:00:00+08:00,,,,,,,\n',
  'lead_events.csv':
    'id,lead_id,at,kind,value,by,reason\n' + `e,later,9026-05-01T09:00:00+08:00,owner,__proto__,__proto__,${LONG}\n`,
  'visits.csv':
    'id,arrived_at,logged_at,channel_id,kind,purpose,first_visit,party_size,received_by,lead_id,not_captured_reason,note\n' +
    `v1,1026-05-01T09:00:00+08:00,9026-05-01T09:00:00+08:00,constructor,showroom,purchase,true,999999999,__proto__,later,,${LONG}\n` +
    `v2,2026-05-20T09:00:00+08:00,1026-05-01T09:00:00+08:00,constructor,showroom,purchase,true,,,,${LONG},\n`,
  'follow_ups.csv':
    'id,lead_id,staff_id,due_on,done_at,logged_at,method,outcome,note,review,reviewed_by,reviewed_at,review_note\n' +
    `f1,now,__proto__,2026-05-20,2026-05-20T09:00:00+08:00,1026-05-01T09:00:00+08:00,,,${LONG},rejected,owner,2026-05-20T09:00:00+08:00,${LONG}\n` +
    'f2,later,__proto__,1026-05-20,,,,,,,,,\nf3,later,__proto__,9026-05-20,,,,,,,,,\n',
  'deals.csv': `id,lead_id,staff_id,ordered_on,model,price,gross_profit\nd,later,__proto__,2026-05-20,${LONG},999999999999.99,-999999999999.99\n`,
  'loss_requests.csv': `id,lead_id,requested_at,requested_by,reason,competitor,note\nr,later,1026-05-01T09:00:00+08:00,__proto__,${LONG},${LONG},${LONG}\n`,
  'targets.csv': 'month,staff_id,deals\n2026-05,,999999999\n2026-05,__proto__,999999999\n',
  'door_counts.csv': 'date,count\n2026-05-20,999999999\n',
  'market.csv': 'month,potential\n2026-05,999999999\n',
}

const period = { from: '2026-05-01', to: '2026-05-31', asOf: null }
const scope = { ...period, staffId: null }
const ofOneMonth = { month: '2026-05' }
const QUESTIONS: readonly (readonly [OperationName, unknown])[] = [
  ['session.status', {}],
  ['store.get', {}],
  ['people.list', {}],
  ['channels.list', {}],
  ['channels.costs', ofOneMonth],
  ['targets.get', ofOneMonth],
  ['targets.propose', { ...ofOneMonth, deals: 10, by: 'capacity' }],
  ['doorCounts.month', ofOneMonth],
  ['visits.checkPhone', { phone: '1'.repeat(40), wechat: null }],
  ['visits.day', { date: '2026-05-20' }],
  ['visits.day', { date: '1026-05-01' }],
  ['leads.list', { filter: {}, limit: 50, offset: 0 }],
  ['leads.views', {}],
  ['leads.get', { leadId: 'later' }],
  ['leads.get', { leadId: ODD_ID }],
  ['followUps.today', { staffId: '__proto__' }],
  ['followUps.teamDay', {}],
  ['followUps.reviewQueue', { ...scope, show: 'all' }],
  ['board.show', scope],
  ['board.show', { ...period, staffId: '__proto__' }],
  ['board.point', { ...scope, key: 'leadSources' }],
  ['board.records', { ...scope, figure: 'funnel.N', param: null, limit: 10, offset: 0 }],
  ['imports.batches', {}],
]

async function failuresOf({ as }: TestDesk): Promise<readonly string[]> {
  const failures: string[] = []
  for (const [op, input] of QUESTIONS) {
    const answer = await as(STAFF.owner).ask(op, input)
    if (!answer.ok) failures.push(`${op} ${JSON.stringify(input).slice(0, 60)}: ${JSON.stringify(answer.failure)}`)
  }
  return failures
}

it('every question is answered, whatever an import has brought', async () => {
  const store = testDesk()
  expect(importTables(store.db, new Map(Object.entries(FILES)))).toMatchObject({ ok: true })
  expect(await failuresOf(store)).toEqual([])
  const { report } = await store.as(STAFF.owner).call('board.show', scope)
  expect(Object.entries(report.followUpWorkload.doneByStaff)).toEqual([['__proto__', 1]])
})

it('what is typed or pasted can be exported and imported again', async () => {
  const { as, db } = testDesk()
  const odd = '试\0驾\ud83d了\r\n"，,\u2028😀'
  const contact = {
    name: odd,
    phone: '139\0 0013 9000',
    wechat: odd,
    gender: null,
    model: odd,
    identity: { as: 'new' },
  }
  const visit = { channelId: CHANNELS.walkIn, kind: 'showroom', purpose: 'purchase', firstVisit: true, partySize: 1 }
  const log = { ...visit, arrivedAt: null, receivedBy: null, notCapturedReason: null, note: odd, contact }
  expect(await as(STAFF.owner).ask('visits.log', log)).toMatchObject({ ok: true })
  const files = exportTables(db)
  const again = openStore(':memory:')
  expect(importTables(again, files)).toMatchObject({ ok: true })
  expect(exportTables(again)).toEqual(files)
  expect(again.prepare('SELECT name, phone FROM customers').get()).toEqual({
    name: '试驾\ufffd了\r\n"，,\u2028😀',
    phone: '139 0013 9000',
  })
})
