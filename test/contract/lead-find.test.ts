import { describe, expect, it } from 'vitest'
import { CHANNELS, STAFF, testDesk } from '../support/desk.ts'
import { anonymous, someone } from '../support/visitors.ts'

// The palette's customers: few, best first, and no more of them than the list shows.

const { as } = testDesk()
const visit = async (name: string, phone: string | null, staffId: string, wechat: string | null = null) => {
  const contact = { ...someone, name, phone, wechat }
  const where = { channelId: CHANNELS.walkIn, receivedBy: staffId }
  const { leadId } = await as(staffId).call('visits.log', { ...anonymous, ...where, contact })
  return leadId ?? ''
}
const xiaoyu = await visit('林小雨', '13800131234', STAFF.wang)
const yu = await visit('小雨', '13900135678', STAFF.wang)
const smith = await visit('Ana Smith', null, STAFF.lin, 'ana_88')
const ours = await visit('小雨林', '13700139999', STAFF.lin)
const lost = await visit('小雨山', '13600137777', STAFF.lin)
await as(STAFF.manager).call('leads.lose', { leadId: lost, reason: 'price', competitor: null, note: null })

const find = async (text: string, who: string = STAFF.lin, limit = 8) =>
  (await as(who).call('leads.find', { by: 'text', text, limit })).rows

describe('customers are found', () => {
  it.each<readonly [what: string, typed: string, found: readonly string[]]>([
    ['the whole name, then what begins so, one’s own and live before the rest', '小雨', [yu, ours, lost, xiaoyu]],
    ['by initials, one’s own first', 'xy', [ours, lost, xiaoyu, yu]],
    ['by a name whose sound begins so', 'lin', [xiaoyu, ours]],
    ['by the last digits of a number', '1234', [xiaoyu]],
    ['by a whole number', '137 0013 9999', [ours]],
    ['by a WeChat id', 'ana_8', [smith]],
    ['not at all by nothing', '  ', []],
    ['not at all by what SQL would read into it', `%' OR 1=1 --`, []],
  ])('%s: %s', async (_what, typed, found) => {
    const rows = await find(typed)
    expect(rows.map(({ leadId }) => leadId)).toEqual(found)
  })

  it('in no greater number than asked for, the best of them', async () => {
    expect((await find('小雨', STAFF.lin, 2)).map(({ leadId }) => leadId)).toEqual([yu, ours])
  })

  it('a colleague’s with the contact masked, and not by the digits that hides', async () => {
    const [found] = await find('林小雨')
    expect(found).toMatchObject({ leadId: xiaoyu, isMine: false, phone: '138****1234', ownerName: '王大力' })
    expect(await find('0013')).toMatchObject([{ leadId: ours }, { leadId: lost }])
    expect(await find('0013', STAFF.manager)).toHaveLength(4)
  })
})

it('those of some leads come in the order of their ids, without those there are not', async () => {
  const { rows } = await as(STAFF.lin).call('leads.find', { by: 'leads', leadIds: [ours, 'nowhere', xiaoyu] })
  expect(rows).toMatchObject([
    { leadId: ours, phone: '13700139999' },
    { leadId: xiaoyu, phone: '138****1234' },
  ])
})
