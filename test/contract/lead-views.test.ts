import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract/contract.ts'
import { STAFF, testDesk } from '../support/desk.ts'

const look: InputOf<'leads.saveView'>['look'] = {
  filter: { who: 'mine', grades: ['A'], statuses: ['open'], due: 'week' },
  sort: { by: 'silence', descending: true },
  columns: ['grade', 'customer', 'due'],
}
const view = { viewId: null, name: '本周的 A 级', shared: false, look }

describe('saved views', () => {
  it('are kept as they were saved, each for its own person', async () => {
    const { as } = testDesk()
    const { viewId } = await as(STAFF.lin).call('leads.saveView', view)
    const { views } = await as(STAFF.lin).call('leads.views', {})
    expect(views).toMatchObject([
      { viewId, name: '本周的 A 级', isMine: true, mayChange: true, byName: '林小雨', look },
    ])
    expect((await as(STAFF.wang).call('leads.views', {})).views).toEqual([])
    expect((await as(STAFF.manager).call('leads.views', {})).views).toEqual([])
  })

  it('are shared by managers with everybody, who cannot change them', async () => {
    const { as } = testDesk()
    const { viewId } = await as(STAFF.manager).call('leads.saveView', { ...view, shared: true })
    expect((await as(STAFF.lin).call('leads.views', {})).views).toMatchObject([
      { viewId, isMine: false, mayChange: false, byName: '许经理' },
    ])
    expect((await as(STAFF.lin).refused('leads.saveView', { ...view, viewId })).code).toBe('not_found')
    expect((await as(STAFF.lin).refused('leads.deleteView', { viewId })).code).toBe('not_found')
    expect((await as(STAFF.lin).refused('leads.saveView', { ...view, shared: true })).code).toBe('forbidden')
    await as(STAFF.owner).call('leads.deleteView', { viewId })
    expect((await as(STAFF.lin).call('leads.views', {})).views).toEqual([])
  })

  it('of others are out of a manager’s reach until they are shared', async () => {
    const { as } = testDesk()
    const { viewId } = await as(STAFF.lin).call('leads.saveView', view)
    expect((await as(STAFF.manager).refused('leads.deleteView', { viewId })).code).toBe('not_found')
    expect((await as(STAFF.manager).refused('leads.saveView', { ...view, viewId })).code).toBe('not_found')
  })

  it('have one name each per person', async () => {
    const { as } = testDesk()
    const { viewId } = await as(STAFF.lin).call('leads.saveView', view)
    expect(await as(STAFF.lin).refused('leads.saveView', view)).toMatchObject({
      code: 'name_taken',
      fields: [{ path: 'name', code: 'name_taken' }],
    })
    await as(STAFF.lin).call('leads.saveView', { ...view, viewId, look: { ...look, columns: [] } })
    await as(STAFF.wang).call('leads.saveView', view)
    const { views } = await as(STAFF.lin).call('leads.views', {})
    expect(views).toMatchObject([{ viewId, look: { columns: [] } }])
  })

  it('that a newer program has saved are left out, and nothing is lost', async () => {
    const { as, db } = testDesk()
    await as(STAFF.lin).call('leads.saveView', view)
    db.exec(`UPDATE lead_views SET view = '{"filter":{},"sort":{"by":"moon","descending":false},"columns":[]}'`)
    expect((await as(STAFF.lin).call('leads.views', {})).views).toEqual([])
    expect(db.prepare('SELECT count(*) FROM lead_views').pluck().get()).toBe(1)
  })
})
