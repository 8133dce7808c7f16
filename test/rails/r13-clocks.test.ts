import { afterAll, describe, expect, it } from 'vitest'
import { businessDateOf } from '../../shared/values/business-date.ts'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { rounds, tally } from '../support/rounds.ts'
import { anonymous, someone } from '../support/visitors.ts'

/** With summer time and without, on both sides of Greenwich and of the equator, by halves and quarters of an hour. */
const ZONES = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Pacific/Auckland',
  'Pacific/Apia',
] as const

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const YEAR_MS = 365 * DAY_MS
/** Around an edge, as the PC shows it: before, in the hour that is missing or comes twice, after; a clock a year off, and right again. */
const AROUND = [-26, -1.5, -0.5, 0, 0.25, 1, 1.75, 25].map((hours) => hours * HOUR_MS)
const JUMPS = [0, YEAR_MS, -YEAR_MS, 0] as const
const EDGES = rounds(2, 6)

/** The day a clock on the wall shows there, by the system's own calendar. */
function dayOnTheWall(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
}

function offsetMinutes(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(at)) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** When the clocks are changed, from 2026 on; where they never are, the turns of the month. */
function edgesOf(timeZone: string): readonly number[] {
  const from = Date.parse('2026-01-01T00:00:00Z')
  const edges: number[] = []
  for (let at = from; edges.length < EDGES && at < from + 4 * YEAR_MS; at += DAY_MS) {
    if (offsetMinutes(at, timeZone) === offsetMinutes(at + DAY_MS, timeZone)) continue
    let edge = at
    while (offsetMinutes(edge, timeZone) === offsetMinutes(edge + HOUR_MS / 4, timeZone)) edge += HOUR_MS / 4
    edges.push(edge + HOUR_MS / 4)
  }
  return edges.length > 0 ? edges : Array.from({ length: EDGES }, (_, n) => Date.UTC(2026, 2 + n, 0, 16))
}

const ownZone = process.env['TZ']
afterAll(() => setZone(ownZone))
function setZone(zone: string | undefined): void {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
}

/** How many came on each day, as the program counts them. */
async function totals({ as }: TestDesk, days: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const date of days) counts[date] = (await as(STAFF.manager).call('visits.day', { date })).visits.length
  return counts
}

describe('R13 whatever the clock says: days are the showroom’s, and what was done last holds', () => {
  const { done, expectAll } = tally(ZONES.length * EDGES * JUMPS.length * AROUND.length)
  afterAll(() => expectAll())

  it.each(ZONES)('%s', async (timeZone) => {
    const desk = testDesk({ timeZone, at: '2026-01-01T00:00:00Z' })
    const lin = desk.as(STAFF.lin)
    const { leadId } = await lin.call('visits.log', { ...anonymous, contact: someone })
    const acts: string[] = [dayOnTheWall(desk.now(), timeZone)]
    let owner = ''
    for (const edge of edgesOf(timeZone)) {
      for (const jump of JUMPS) {
        for (const around of AROUND) {
          desk.setClock(new Date(edge + jump + around).toISOString())
          await desk.as(STAFF.lin).call('visits.log', anonymous)
          const day = dayOnTheWall(desk.now(), timeZone)
          expect(businessDateOf(desk.now(), timeZone)).toBe(day)
          acts.push(day)
          owner = acts.length % 2 === 0 ? STAFF.wang : STAFF.lin
          await desk.as(STAFF.manager).call('leads.assign', { leadIds: [leadId ?? ''], staffId: owner, reason: '换人' })
          // What was done last holds, though by the clock it was a year before.
          expect(ownerNow(desk, leadId ?? '')).toBe(owner)
          done()
        }
      }
    }
    const expected = Object.fromEntries(
      [...new Set(acts)].map((day) => [day, acts.filter((one) => one === day).length]),
    )
    // The same whatever zone the PC itself is set to.
    for (const pcZone of ['UTC', timeZone, 'Pacific/Honolulu', 'Pacific/Kiritimati']) {
      setZone(pcZone)
      expect(await totals(desk, Object.keys(expected)), pcZone).toEqual(expected)
    }
    // In the order in which they were done.
    const trail = desk.db.prepare(
      "SELECT operation FROM audit_trail WHERE operation IN ('visits.log', 'leads.assign') ORDER BY seq",
    )
    expect(trail.pluck().all()).toEqual(['visits.log', ...acts.slice(1).flatMap(() => ['visits.log', 'leads.assign'])])
  })

  it('the PC’s own zone was really changed', () => {
    const offsets = ['UTC', 'Pacific/Honolulu', 'Pacific/Kiritimati'].map((zone) => {
      setZone(zone)
      return new Date(0).getTimezoneOffset()
    })
    expect(offsets).toEqual([0, 600, 640])
  })
})

function ownerNow({ db }: TestDesk, leadId: string): unknown {
  return db.prepare('SELECT owner_id FROM lead_history WHERE lead_id = ? ORDER BY n DESC LIMIT 1').pluck().get(leadId)
}
