import { describe, expect, it } from 'vitest'
import { captureByHour, captureByReceiver, captureMap } from '../../renderer/screens/board/points/capture-view.ts'

const one = (key: string, count: number) => ({ param: key, by: [key], count })
const two = (hour: string, receiver: string, count: number) => ({
  param: `${hour}>${receiver}`,
  by: [hour, receiver],
  count,
})
const cells = {
  'infoCapture.byHour.N': [one('', 2), one('09', 3), one('12', 4)],
  'infoCapture.byHour.captured': [one('09', 3)],
  'infoCapture.byReceiver.N': [one('', 1), one('s1', 2), one('s2', 6)],
  'infoCapture.byReceiver.captured': [one('s2', 3)],
  'infoCapture.byReceiverHour.N': [two('', 's1', 2), two('09', 's2', 3), two('12', 's2', 3), two('12', '', 1)],
  'infoCapture.byReceiverHour.captured': [two('09', 's2', 3)],
}

describe('capture by person and hour', () => {
  it('has every hour between the first and the last, and a place of its own for those not known', () => {
    expect(captureMap(cells).hours).toEqual(['09', '10', '11', '12', ''])
    expect(captureMap({}).hours).toEqual([])
    expect(captureMap({ 'infoCapture.byHour.N': [one('', 2)] }).hours).toEqual([''])
  })

  it('puts who received most first, and keeps those nobody is named for', () => {
    expect(captureMap(cells).receivers).toEqual(['s2', 's1', ''])
    expect(captureByReceiver(cells)).toEqual([
      { key: 's2', param: 's2', trials: 6, hits: 3 },
      { key: 's1', param: 's1', trials: 2, hits: 0 },
      { key: '', param: '', trials: 1, hits: 0 },
    ])
  })

  it('counts in each cell who came and who left a contact', () => {
    expect(captureMap(cells).cells.map(({ hour, receiver, hits, trials }) => [hour, receiver, hits, trials])).toEqual([
      ['', 's1', 0, 2],
      ['09', 's2', 3, 3],
      ['12', 's2', 0, 3],
      ['12', '', 0, 1],
    ])
  })

  it('has hours in the order of the day, the unknown last', () => {
    expect(captureByHour(cells).map(({ key, hits, trials }) => [key, hits, trials])).toEqual([
      ['09', 3, 3],
      ['10', 0, 0],
      ['11', 0, 0],
      ['12', 0, 4],
      ['', 0, 2],
    ])
  })
})
