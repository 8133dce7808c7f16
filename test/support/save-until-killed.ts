import { writeSync } from 'node:fs'
import { createDesk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import { AT_REST } from './at-rest.ts'
import { seededRandom } from './random.ts'

// A program at which somebody works without a pause, to be killed at it. What the gate has answered is acknowledged on the standard
// output: `visits <id>`, `follow_ups <id>`, `leads <id> <version>`. The second argument is a seed, the third how many acts at most.
const [folder = '', seedText = '1', mostText = '1000000'] = process.argv.slice(2)
const random = seededRandom(Number(seedText))
const START = Date.parse('2026-05-20T10:00:00+08:00')
let nowMs = START + Number(seedText) * 60_000
const desk = createDesk({ folder, clock: () => nowMs, ...AT_REST })
const one = (sql: string) => String(desk.store()?.db.prepare(sql).pluck().get())
const staffId = one("SELECT id FROM staff WHERE role = 'salesperson' AND active = 1 ORDER BY id")
const channelId = one('SELECT id FROM channels WHERE "group" = \'walk_in\'')
const leads: { readonly leadId: string; version: number }[] = []
let acts = 0

async function ask(op: string, input: unknown): Promise<Record<string, unknown>> {
  desk.sessions.open('window', staffId, nowMs)
  const answer = await dispatch(desk, 'window', { id: 'test', op, input })
  if (!answer.ok) throw new Error(`${op}: ${answer.failure.code}`)
  return answer.value as Record<string, unknown>
}

// Synchronously: what is written to a stream might be lost with the process although it was answered.
const acknowledge = (what: string) => writeSync(1, `${what}\n`)

async function visit(): Promise<void> {
  const phone = String(13_000_000_000 + Math.floor(random() * 999_999_999))
  const { visitId, leadId } = await ask('visits.log', {
    arrivedAt: null,
    channelId,
    kind: 'showroom',
    purpose: 'purchase',
    firstVisit: true,
    partySize: 2,
    receivedBy: staffId,
    notCapturedReason: null,
    note: '看了两款，周末再来'.repeat(1 + Math.floor(random() * 20)),
    contact: { name: `客户${phone}`, phone, wechat: null, gender: null, model: null, identity: { as: 'new' } },
  })
  acknowledge(`visits ${String(visitId)}`)
  leads.push({ leadId: String(leadId), version: 1 })
}

async function followUp(leadId: string): Promise<void> {
  const input = {
    leadId,
    method: 'call',
    outcome: 'reached',
    note: `约了周六，编号${acts}`,
    doneAt: null,
    nextDueOn: '2026-05-27',
  }
  const { followUpId } = await ask('followUps.log', input)
  acknowledge(`follow_ups ${String(followUpId)}`)
}

writeSync(1, 'go\n')
for (; acts < Number(mostText); acts += 1) {
  nowMs += 1000
  const lead = leads[Math.floor(random() * leads.length)]
  if (lead === undefined || random() < 0.6) await visit()
  else await followUp(lead.leadId)
}
// Not closed in order: a log that is taken over at the end would hide what was not in it in time.
process.exit(0)
