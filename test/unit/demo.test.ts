import { describe, expect, it } from 'vitest'
import { generateDemo } from '../../electron/demo/generate-demo.ts'
import { noFacts } from '../../shared/domain/screening/facts.ts'
import { defaultRuleSet } from '../../shared/domain/screening/rule-set.ts'
import { cadencesOf, GRADE_SCHEMES } from '../../shared/domain/screening/schemes.ts'
import { screen } from '../../shared/domain/screening/screen.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import type { Grade, Stage } from '../../shared/values/grade.ts'
import { isMobile } from '../../shared/values/phone.ts'
import { daysApart, demoRows, groupBy, isFirstVisit, type Row } from './demo-rows.ts'

const today = '2026-11-22'
const { rows } = demoRows(9, today)
const columnOf = (file: string, column: string) => new Set(rows(file).map((row) => row[column]))
const filled = (file: string, column: string) => rows(file).flatMap((row) => row[column] || [])

describe('the demo showroom', () => {
  it('is the same for the same seed and day, and another one for another seed', () => {
    const options = { seed: 9, today: today as BusinessDate }
    expect(generateDemo(options)).toEqual(generateDemo(options))
    expect(generateDemo({ ...options, seed: 10 }).get('visits.csv')).not.toBe(generateDemo(options).get('visits.csv'))
  })

  it.each([
    ['channel_costs', 'channel_id', 'channels'],
    ['visits', 'channel_id', 'channels'],
    ['visits', 'received_by', 'staff'],
    ['visits', 'lead_id', 'leads'],
    ['leads', 'customer_id', 'customers'],
    ['leads', 'channel_id', 'channels'],
    ['lead_events', 'lead_id', 'leads'],
    ['lead_events', 'by', 'staff'],
    ['follow_ups', 'lead_id', 'leads'],
    ['follow_ups', 'staff_id', 'staff'],
    ['follow_ups', 'reviewed_by', 'staff'],
    ['deals', 'lead_id', 'leads'],
    ['deals', 'staff_id', 'staff'],
    ['targets', 'staff_id', 'staff'],
  ])('%s.%s names only what is in %s', (file, column, target) => {
    const ids = columnOf(target, 'id')
    expect(filled(file, column).length).toBeGreaterThan(0)
    expect(filled(file, column).filter((id) => !ids.has(id))).toEqual([])
  })

  it('spans thirteen months, each with a believable number of visitors', () => {
    const months = Map.groupBy(rows('visits').filter(isFirstVisit), (row) => row.arrived_at?.slice(0, 7))
    expect(months.size).toBe(13)
    const full = [...months].filter(([month]) => month !== today.slice(0, 7)).map(([, visits]) => visits.length)
    expect(Math.min(...full)).toBeGreaterThan(150)
    expect(Math.max(...full)).toBeLessThan(290)
  })

  it('has names and numbers that are plainly made up, and no two alike', () => {
    const phones = filled('customers', 'phone')
    expect(phones.every((phone) => isMobile(phone) && /^13[89]0000/.test(phone))).toBe(true)
    expect(new Set(phones).size).toBe(phones.length)
    expect(rows('customers').filter(({ phone, wechat }) => phone === '' && wechat === '')).toEqual([])
  })

  it('people add up to the store in every month of targets', () => {
    for (const [, month] of groupBy(rows('targets'), 'month')) {
      const [store, ...people] = month.map(({ deals }) => Number(deals))
      expect(people.reduce((sum, deals) => sum + deals, 0)).toBe(store)
    }
  })
})

describe('time', () => {
  const now = `${today}T15:12:00+08:00`
  it.each([
    ['visits', 'arrived_at'],
    ['visits', 'logged_at'],
    ['leads', 'created_at'],
    ['lead_events', 'at'],
    ['follow_ups', 'done_at'],
    ['follow_ups', 'logged_at'],
    ['follow_ups', 'reviewed_at'],
  ])('%s.%s lies within opening hours and not after this afternoon', (file, column) => {
    const outside = filled(file, column).filter(
      (at) => at > now || at.slice(11, 16) < '09:00' || at.slice(11, 16) > '20:00',
    )
    expect(outside).toEqual([])
  })

  const created = new Map(rows('leads').map(({ id, created_at }) => [id, created_at ?? '']))
  const since = (row: Row) => created.get(row.lead_id ?? '') ?? ''
  it('nothing happens to a lead before it exists, and nothing is written down before it happened', () => {
    const done = rows('follow_ups').filter(({ done_at }) => done_at !== '')
    expect(
      done.filter((row) => (row.done_at ?? '') < since(row) || (row.logged_at ?? '') < (row.done_at ?? '')),
    ).toEqual([])
    expect(rows('lead_events').filter((row) => (row.at ?? '') < since(row))).toEqual([])
    expect(rows('visits').filter((row) => (row.logged_at ?? '') < (row.arrived_at ?? ''))).toEqual([])
    expect(
      rows('follow_ups').filter((row) => row.due_on !== '' && (row.due_on ?? '') < since(row).slice(0, 10)),
    ).toEqual([])
  })

  it('a customer comes for the first time once, and comes back only after that', () => {
    for (const [leadId, visits] of groupBy(
      rows('visits').filter(({ lead_id }) => lead_id !== ''),
      'lead_id',
    )) {
      const inShowroom = visits.filter(({ kind }) => kind === 'showroom')
      expect(inShowroom.filter(isFirstVisit).length, leadId).toBeLessThan(2)
      expect(inShowroom.slice(1).filter(isFirstVisit), leadId).toEqual([])
    }
  })
})

describe('leads', () => {
  const events = groupBy(rows('lead_events'), 'lead_id')
  const followUps = groupBy(rows('follow_ups'), 'lead_id')
  const lastOf = (leadId: string, kind: string) => events.get(leadId)?.findLast((event) => event.kind === kind)
  const doneTimes = (leadId: string) => (followUps.get(leadId) ?? []).flatMap(({ done_at }) => done_at || [])
  const statusOf = (leadId: string) => lastOf(leadId, 'status')?.value ?? 'open'

  it('what is known of a lead leads to the grade it has', () => {
    const context = { today: today as BusinessDate, cadenceDays: cadencesOf(GRADE_SCHEMES.abcd) }
    const flag = (text: string | undefined) => (text === '' ? null : text === 'true')
    for (const lead of rows('leads')) {
      const facts = {
        ...noFacts,
        horizonMonths: lead.horizon_months === '' ? null : Number(lead.horizon_months),
        selectionStarted: flag(lead.selection_started),
        waitingFor: lead.waiting_for ?? null,
        wantsNewCar: flag(lead.wants_new_car),
        contentWithCurrent: flag(lead.content_with_current),
        stage: (lead.stage || null) as Stage | null,
      }
      const grade = lastOf(lead.id ?? '', 'grade')?.value
      const screening = screen(facts, defaultRuleSet, context)
      if (grade !== undefined) expect(screening.grade, lead.id).toBe(grade)
      expect(screening.known).toBe(grade !== undefined)
    }
  })

  it('is worked before it is won, and won as often as ordered', () => {
    const won = rows('lead_events').filter(({ value }) => value === 'won')
    expect(won.length).toBe(rows('deals').length)
    for (const { lead_id = '', at = '' } of won) {
      expect(doneTimes(lead_id).some((doneAt) => doneAt < at)).toBe(true)
    }
    for (const { lead_id = '', cancelled_on } of rows('deals')) {
      expect(statusOf(lead_id) === 'won').toBe(cancelled_on === '')
    }
  })

  it('leaves next to no plan behind for leads that are closed', () => {
    const ahead = rows('follow_ups').filter(({ done_at, due_on = '' }) => done_at === '' && due_on > today)
    const closed = ahead.filter(({ lead_id = '' }) => statusOf(lead_id) !== 'open')
    expect(closed.length).toBeLessThan(5)
  })

  it('never stays open and silent longer than its grade allows', () => {
    const silent = rows('leads').filter(({ id = '', created_at = '' }) => {
      const signs = [created_at, lastOf(id, 'owner')?.at ?? '', lastOf(id, 'status')?.at ?? '', ...doneTimes(id)]
      const grade = (lastOf(id, 'grade')?.value ?? 'C') as Grade
      const silentDays = daysApart(signs.sort().at(-1) ?? '', today)
      return statusOf(id) === 'open' && silentDays > GRADE_SCHEMES.abcd[grade].dormantDays + 1
    })
    expect(silent).toEqual([])
  })
})
