import { addDays } from './calendar.ts'
import type { NastyLead } from './nasty-leads.ts'
import { momentNear, momentOf, type Plot, someDay, someMoment, timestamp } from './plot.ts'
import type { CsvRow } from './tables.ts'

const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS

/** Around six code points after trimming, where code units, bytes and graphemes count otherwise. */
const NOTES = [
  '',
  ' \u3000\n',
  '约了周六',
  '约了周六来',
  '约了周六看车',
  '\u3000约了周六看车\u3000',
  '约了周六看车\r\n',
  '\ufeff约了周六看车\u00a0',
  '约了周六看车\u0085',
  '🚗🚗🚗🚗🚗',
  '🚗🚗🚗🚗🚗🚗',
  '𠮷𠮷𠮷ab',
  ' a\nb ',
  '价格已报,等答复',
  '价格已报，等答复',
  'ABCDEF',
  'abcdef',
]
const METHODS = ['', 'call', 'wechat', 'sms', 'showroom', 'test_drive', 'home_visit']

/** What is set of a follow-up; the rest is left to chance. */
type Draft = {
  readonly staffId: string
  readonly doneAt: number | null
  readonly loggedAt: number | null
  readonly note: string
  readonly method: string
}

export function nastyFollowUps(plot: Plot, leads: readonly NastyLead[], staff: readonly string[]): readonly CsvRow[] {
  const { random } = plot
  if (leads.length === 0) return []
  const drafts: [Draft, NastyLead][] = []
  for (let count = random.int(10, 70); count > 0; count--) {
    const lead = random.pick(leads)
    drafts.push([anyDraft(plot, lead, random.pick(staff)), lead])
  }
  for (let groups = random.int(0, 4); groups > 0; groups--) {
    const group = random.chance(0.6) ? repeatedNotes(plot, random.pick(staff)) : burst(plot, random.pick(staff))
    for (const draft of group) drafts.push([draft, random.pick(leads)])
  }
  return random.shuffled(drafts).map(([draft, lead], index) => followUpRow(plot, `f${index}`, draft, lead))
}

function anyDraft(plot: Plot, lead: NastyLead, staffId: string): Draft {
  const { random } = plot
  const doneAt = random.chance(0.25) ? null : random.chance(0.3) ? momentNear(plot, lead.createdAt) : someMoment(plot)
  const said = doneAt ?? someMoment(plot)
  const loggedAt = random.pick([
    null,
    said,
    said,
    said + 5 * MINUTE_MS,
    said + DAY_MS,
    said + DAY_MS + 1,
    said - 1,
    someMoment(plot),
  ])
  return { staffId, doneAt, loggedAt, note: random.pick(NOTES), method: random.pick(METHODS) }
}

/** Nothing else about them is suspect, mostly. One note on days that lie 30 or 31 days apart, or that overlap in two spans of 30 days. */
function repeatedNotes(plot: Plot, staffId: string): readonly Draft[] {
  const { random } = plot
  const first = someDay(plot)
  const note = random.pick([...NOTES, '约了周六看车', '价格已报,等答复', 'abcdef'])
  const days = random.pick([
    [0, 15, 30],
    [0, 15, 31],
    [0, 0, 30, 31],
    [0, 10, 31, 40],
    [0, 29, 59],
    [0, 1, 30, 60, 61],
  ])
  return days.map((day) => {
    const doneAt = momentOf(random, plot.timeZone, addDays(first, day))
    return {
      staffId,
      doneAt,
      loggedAt: random.pick([null, doneAt]),
      note: random.chance(0.3) ? `\u3000${note}\n` : note,
      method: 'wechat',
    }
  })
}

/** Four to six records whose last is logged ten minutes after the first, or a millisecond more or less. */
function burst(plot: Plot, staffId: string): readonly Draft[] {
  const { random } = plot
  const first = someMoment(plot)
  const last = 10 * MINUTE_MS + random.pick([-1, 0, 0, 1])
  const middle = Array.from({ length: random.int(2, 4) }, () => random.int(0, 10) * MINUTE_MS)
  const tail = random.chance(0.3) ? [last + 3 * MINUTE_MS] : []
  return [0, ...middle, last, ...tail].map((after) => {
    const loggedAt = first + after
    const doneAt = loggedAt - random.pick([0, 0, DAY_MS])
    return { staffId, doneAt, loggedAt, note: `电话回访客户${random.int(0, 99_999)}`, method: 'wechat' }
  })
}

function followUpRow(
  plot: Plot,
  id: string,
  { staffId, doneAt, loggedAt, note, method }: Draft,
  lead: NastyLead,
): CsvRow {
  const { random } = plot
  const dueOn = someDay(plot)
  const isReviewed = random.chance(0.4)
  const reviewedAt = doneAt === null ? someMoment(plot) : momentNear(plot, doneAt + 60 * MINUTE_MS)
  const write = (at: number | null) => (at === null ? '' : timestamp(random, at))
  return {
    id,
    lead_id: lead.id,
    staff_id: staffId,
    due_on: dueOn,
    first_due_on: random.pick(['', '', dueOn, addDays(dueOn, -2), addDays(dueOn, 2), someDay(plot)]),
    done_at: write(doneAt),
    logged_at: write(loggedAt),
    method,
    outcome: random.pick(['', 'reached', 'refused']),
    note,
    review: isReviewed ? random.pick(['approved', 'rejected']) : '',
    reviewed_by: isReviewed ? random.pick(['', staffId]) : '',
    reviewed_at: isReviewed ? timestamp(random, reviewedAt) : '',
  }
}
