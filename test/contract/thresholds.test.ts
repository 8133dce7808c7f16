import { expect, it } from 'vitest'
import { DEFAULT_THRESHOLDS, LIGHT_KEYS, type LightKey } from '../../shared/domain/lights.ts'
import { STAFF, testDesk } from '../support/desk.ts'
import { anonymous, someone } from '../support/visitors.ts'

const month = { from: '2026-05-01', to: '2026-05-31', asOf: null, staffId: null }
type Limits = { amberFrom: number; greenFrom: number }
const limitsWith = (change: Partial<Record<LightKey, Limits>>) => {
  const all = LIGHT_KEYS.map((key) => {
    const { amberFrom, greenFrom } = DEFAULT_THRESHOLDS[key]
    return [key, change[key] ?? { amberFrom, greenFrom }]
  })
  return { limits: Object.fromEntries(all) as Record<LightKey, Limits> }
}

/** Three visitors, one of them left a number: K is a third, amber by the method. */
async function storeAtAThird() {
  const desk = testDesk()
  const lin = desk.as(STAFF.lin)
  await lin.call('visits.log', anonymous)
  await lin.call('visits.log', anonymous)
  await lin.call('visits.log', { ...anonymous, contact: someone })
  const tile = async () => {
    const { tiles, report } = await desk.as(STAFF.manager).call('board.show', month)
    return { ...tiles.find(({ key }) => key === 'infoCapture'), report }
  }
  return { desk, manager: desk.as(STAFF.manager), tile }
}

it('the store’s own limits judge board, point page and people; the report is the same to the last figure', async () => {
  const { manager, tile } = await storeAtAThird()
  const before = await tile()
  expect(before).toMatchObject({ light: 'amber', threshold: { source: 'method' } })
  await manager.call('thresholds.save', limitsWith({ infoCapture: { amberFrom: 0.35, greenFrom: 0.5 } }))
  const after = await tile()
  expect(after).toMatchObject({ light: 'red', threshold: { amberFrom: 0.35, greenFrom: 0.5, source: 'store' } })
  expect(after.report).toEqual(before.report)
  const point = await manager.call('board.point', { ...month, key: 'infoCapture' })
  expect(point.tile.light).toBe('red')
  expect(point.people.find(({ staffId }) => staffId === STAFF.lin)?.light).toBe('red')
})

it('compliance beside F has limits of its own', async () => {
  const { manager } = await storeAtAThird()
  await manager.call('thresholds.save', limitsWith({ compliance: { amberFrom: 0.1, greenFrom: 0.2 } }))
  const { tiles } = await manager.call('board.show', month)
  const work = tiles.find(({ key }) => key === 'followUpWorkload')
  expect(work?.beside?.threshold).toEqual({ amberFrom: 0.1, greenFrom: 0.2, source: 'store' })
  expect(work?.threshold).toEqual(DEFAULT_THRESHOLDS.followUpWorkload)
})

it('going back to the method’s values is the method’s again', async () => {
  const { manager } = await storeAtAThird()
  await manager.call('thresholds.save', limitsWith({ sellingSkill: { amberFrom: 0.1, greenFrom: 0.12 } }))
  await manager.call('thresholds.save', limitsWith({}))
  expect((await manager.call('thresholds.get', {})).thresholds).toEqual(DEFAULT_THRESHOLDS)
})

it('limits that do not hold are refused, with the field', async () => {
  const { manager } = await storeAtAThird()
  const crossed = limitsWith({ infoCapture: { amberFrom: 0.6, greenFrom: 0.5 } })
  expect(await manager.refused('thresholds.save', crossed)).toMatchObject({
    code: 'invalid_input',
    fields: [{ path: 'limits.infoCapture.amberFrom', code: 'amber_above_green' }],
  })
  const out = limitsWith({ compliance: { amberFrom: 0.6, greenFrom: 1.5 } })
  expect((await manager.refused('thresholds.save', out)).fields[0]?.code).toBe('limit_out_of_range')
  expect((await manager.call('thresholds.get', {})).thresholds).toEqual(DEFAULT_THRESHOLDS)
})
