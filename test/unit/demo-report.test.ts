import { describe, expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { generateDemo } from '../../electron/demo/generate-demo.ts'
import { buildReport } from '../../shared/domain/report.ts'
import { cadencesOf, GRADE_SCHEMES } from '../../shared/domain/screening/schemes.ts'
import { workload } from '../../shared/domain/screening/workload.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

const date = (text: string) => text as BusinessDate
const db = openStore(':memory:')
const result = importTables(db, generateDemo({ seed: 9, today: date('2026-11-22') }))

function report(month: { from: string; to: string; asOf: string }, staffId: string | null = null) {
  const [from, to, asOf] = [date(month.from), date(month.to), date(month.asOf)]
  return buildReport(readFacts(db, { from, to, asOf, staffId }))
}
const thisMonth = { from: '2026-11-01', to: '2026-11-30', asOf: '2026-11-22' }
const lastMonth = { from: '2026-10-01', to: '2026-10-31', asOf: '2026-10-31' }
const people = ['s1', 's2', 's3', 's4', 's5']

describe('the demo showroom through the importer and on the board', () => {
  it('goes in without a fault or a warning', () => {
    expect(result).toMatchObject({ ok: true, warnings: [] })
  })

  it.each([
    ['this month', thisMonth],
    ['last month', lastMonth],
  ])('%s is an ordinary month on the whole', (_, month) => {
    const { funnel, followUpWorkload, visitorRecording, targetProgress, leadAllocation } = report(month)
    expect(funnel.K).toBeGreaterThan(0.33)
    expect(funnel.K).toBeLessThan(0.45)
    expect(funnel.F).toBeGreaterThan(0.5)
    expect(funnel.F).toBeLessThan(0.72)
    expect(funnel.C).toBeGreaterThan(0.15)
    expect(funnel.C).toBeLessThan(0.3)
    expect(followUpWorkload.compliance).toBeGreaterThan(0.7)
    expect(visitorRecording.completeness).toBeGreaterThan(0.88)
    expect(leadAllocation.withinResponse).toBeGreaterThan(0.6)
    expect(targetProgress.pace).toBeGreaterThan(0.8)
    expect(targetProgress.pace).toBeLessThan(1.1)
  })

  it.each([thisMonth, lastMonth])('one person captures least by far', (month) => {
    const { byStaff } = report(month).infoCapture
    const rates = people.map((id) => (byStaff[id]?.captured ?? 0) / (byStaff[id]?.N ?? 1))
    const [least, next] = [...rates].sort((a, b) => a - b)
    expect(least).toBe(rates[people.indexOf('s2')])
    expect(next).toBeGreaterThan(1.5 * (least ?? 1))
  })

  it('one person is suspect in nearly every record and best in the figures', () => {
    const byPerson = people.map((id) => report(lastMonth, id))
    const suspect = byPerson.map(({ followUpAudit }) => followUpAudit.suspect)
    expect(suspect[2]).toBeGreaterThan(0.8 * report(lastMonth).followUpAudit.suspect)
    const compliance = byPerson.map(({ followUpWorkload }) => followUpWorkload.compliance ?? 0)
    expect(Math.max(...compliance)).toBe(compliance[2])
    const worked = byPerson.map(({ funnel }) => funnel.F ?? 0)
    expect(Math.max(...worked)).toBe(worked[2])
  })

  it('one person owes more contacts a day than he can make, the others do not', () => {
    const capacity = db.prepare('SELECT daily_capacity FROM staff WHERE id = ?').pluck()
    const over = people.filter((id) => {
      const owed = workload(report(thisMonth, id).customerTypes.closing, cadencesOf(GRADE_SCHEMES.abcd))
      return owed > Number(capacity.get(id))
    })
    expect(over).toEqual(['s4'])
  })

  it('this month hardly anything is audited, and one source is deep in the red', () => {
    const { followUpAudit, leadSources } = report(thisMonth)
    expect(followUpAudit.coverage).toBeLessThan(0.1)
    expect(report(lastMonth).followUpAudit.coverage).toBeGreaterThan(0.18)
    expect(leadSources.byChannel.c6?.roi).toBeLessThan(-0.3)
    expect(leadSources.byGroup.referral?.roi).toBeGreaterThan(0)
  })
})
