import { beforeAll, describe, expect, it } from 'vitest'
import { listStaff } from '../../db/repositories/staff.ts'
import { zh } from '../../renderer/i18n/zh.ts'
import { cutName, cutSheet, cutsOf } from '../../renderer/screens/board/sheets/cut-sheets.ts'
import { channelsSheet, figuresSheet, peopleSheet } from '../../renderer/screens/board/sheets/figure-sheets.ts'
import type { PointWords } from '../../renderer/screens/board/sheets/point-words.ts'
import { BREAKDOWNS } from '../../shared/domain/breakdowns.ts'
import { CONTROL_POINTS } from '../../shared/domain/control-points/keys.ts'
import { type Caller, testDesk } from '../support/desk.ts'

/** Figures under their paths, values as they are: what is asked here is the numbers. */
const words: PointWords = {
  figure: (path) => {
    const found: unknown = path
      .split('.')
      .reduce((at: unknown, key) => (at as Record<string, unknown>)?.[key], zh.figures)
    return found === undefined || !Object.hasOwn(found as object, 'name') ? null : { name: path, about: '' }
  },
  header: (key) => key,
  dimension: (dimension) => dimension,
  cutBy: (what) => `by ${what}`,
  value: (_, value) => value,
  light: (light) => light,
}

let manager: Caller
let scope: { from: string; to: string; asOf: null; staffId: null }
beforeAll(async () => {
  const { desk, as } = testDesk()
  const { db } = await desk.openDemo()
  manager = as(listStaff(db).find(({ role }) => role === 'manager')?.id ?? '')
  const { today } = await manager.call('session.status', {})
  scope = { from: `${today.slice(0, 8)}01`, to: today, asOf: null, staffId: null }
})

describe.each(CONTROL_POINTS)('the sheets of %s', (key) => {
  it('hold the report’s numbers, named', async () => {
    const data = await manager.call('board.point', { ...scope, key })
    const figures = figuresSheet(key, data, words)
    const numbers = Object.entries(data.report[key]).filter(([, value]) => typeof value === 'number')
    for (const [name, value] of numbers) {
      const row = figures.rows.find(([path]) => path === `${key}.${name}`)
      expect([name, row?.[1] ?? row?.[2]]).toEqual([name, value])
    }
    expect(peopleSheet(key, data, words).rows.length).toBe(data.people.length)
    const channels = channelsSheet(key, data, words)
    expect(channels?.rows.length ?? null).toBe(
      key === 'infoCapture' || key === 'leadSources' ? data.channels.length : null,
    )
  })

  it('hold the charts’ numbers, which add up to what they break down', async () => {
    const data = await manager.call('board.point', { ...scope, key })
    const cuts = cutsOf(key, data.report)
    expect(new Set(cuts.map((cut) => cutName(cut, words))).size).toBe(cuts.length)
    for (const cut of cuts) {
      const figures = [...cut.breakdowns]
      const { cells } =
        figures.length === 0 ? { cells: {} } : await manager.call('board.breakdown', { ...scope, figures })
      const sheet = cutSheet(key, cut, data, cells, words)
      for (const [i, { header }] of sheet.columns.entries()) {
        const breakdown = figures.find((path) => path === header)
        if (breakdown === undefined) continue
        const whole = BREAKDOWNS[breakdown].sumsTo
        const { total } = await manager.call('board.records', {
          ...scope,
          figure: whole,
          param: null,
          limit: 1,
          offset: 0,
        })
        const sum = sheet.rows.reduce((all, row) => all + Number(row[i]), 0)
        expect([breakdown, sum]).toEqual([breakdown, total])
      }
    }
  })
})
