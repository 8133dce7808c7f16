import { describe, expect, it } from 'vitest'
import { saveSecret, saveStaff } from '../../db/repositories/staff.ts'
import { STAFF, testDesk } from '../support/desk.ts'

const LIN = { id: STAFF.lin, name: '林小雨', role: 'salesperson', active: true, dailyCapacity: 20 } as const
const OWNER = { id: STAFF.owner, name: '何总', role: 'owner', active: true, dailyCapacity: null } as const

describe('people.save', () => {
  it('adds a person, changes one, and lists those who left last', async () => {
    const { as } = testDesk()
    const owner = as(STAFF.owner)
    const added = await owner.call('people.save', { ...LIN, id: null, name: ' 新人 ' })
    await owner.call('people.save', { ...LIN, active: false, dailyCapacity: 5 })
    const { people } = await owner.call('people.list', {})
    expect(people.at(-2)).toMatchObject({ id: added.id, name: '新人', active: true, hasSecret: false })
    expect(people.at(-1)).toMatchObject({ id: STAFF.lin, active: false, dailyCapacity: 5 })
    expect((await owner.refused('people.save', { ...LIN, id: 'nobody' })).code).toBe('not_found')
  })

  it('keeps names apart among active people only', async () => {
    const owner = testDesk().as(STAFF.owner)
    const twice = { ...LIN, id: null, name: '王大力' }
    expect(await owner.refused('people.save', twice)).toMatchObject({ code: 'name_taken', params: { name: '王大力' } })
    await owner.call('people.save', { ...LIN, id: STAFF.wang, name: '王大力', active: false })
    await owner.call('people.save', twice)
    const back = { ...LIN, id: STAFF.wang, name: '王大力', active: true }
    expect((await owner.refused('people.save', back)).code).toBe('name_taken')
  })

  it.each([
    ['leaves', { ...LIN, active: false }],
    ['changes role', { ...LIN, role: 'manager' as const }],
  ])('signs out whoever %s, at once', async (_, change) => {
    const { as } = testDesk()
    const lin = as(STAFF.lin)
    await as(STAFF.owner).call('people.save', change)
    expect((await lin.refused('people.list', {})).code).toBe('not_signed_in')
  })

  it('leaves somebody signed in whose name or capacity changed', async () => {
    const { as } = testDesk()
    const lin = as(STAFF.lin)
    await as(STAFF.owner).call('people.save', { ...LIN, name: '林晓雨', dailyCapacity: 9 })
    expect((await lin.call('session.status', {})).me?.name).toBe('林晓雨')
  })

  it('writes the act to the audit trail, and nothing when it was refused', async () => {
    const { as, db, now } = testDesk()
    const owner = as(STAFF.owner)
    await owner.call('people.save', { ...LIN, dailyCapacity: 9 })
    await owner.refused('people.save', { ...OWNER, active: false })
    expect(db.prepare('SELECT at, staff_id, operation, subject FROM audit_trail').all()).toEqual([
      { at: now(), staff_id: STAFF.owner, operation: 'people.save', subject: STAFF.lin },
    ])
  })
})

describe('the last owner', () => {
  it.each([
    ['be deactivated', { ...OWNER, active: false }],
    ['be demoted', { ...OWNER, role: 'manager' as const }],
  ])('cannot %s', async (_, change) => {
    const owner = testDesk().as(STAFF.owner)
    expect((await owner.refused('people.save', change)).code).toBe('last_owner')
    await owner.call('people.save', { ...OWNER, name: '何总经理' })
  })

  it('may go once another active owner can sign in', async () => {
    const second = { id: 'second', name: '郑总', role: 'owner', active: true, dailyCapacity: null } as const
    const { as, db } = testDesk({
      fill: (fresh) => {
        saveStaff(fresh, second)
        saveSecret(fresh, STAFF.owner, 'hash', 'recovery')
      },
    })
    const owner = as(STAFF.owner)
    expect((await owner.refused('people.save', { ...OWNER, active: false })).code).toBe('last_owner')
    saveSecret(db, second.id, 'hash', null)
    await owner.call('people.save', { ...OWNER, active: false })
    expect((await as(second.id).refused('people.save', { ...second, active: false })).code).toBe('last_owner')
  })
})

describe('secrets', () => {
  it('end when somebody becomes an owner or no longer is one', async () => {
    const { as, db } = testDesk({
      fill: (fresh) => {
        saveStaff(fresh, { id: 'second', name: '郑总', role: 'owner', active: true, dailyCapacity: null })
        for (const id of [STAFF.owner, STAFF.lin, STAFF.wang, 'second']) saveSecret(fresh, id, 'hash', 'recovery')
      },
    })
    const owner = as(STAFF.owner)
    await owner.call('people.save', { ...LIN, role: 'owner' })
    await owner.call('people.save', { ...LIN, id: 'second', name: '郑总', role: 'manager' })
    await owner.call('people.save', { ...LIN, id: STAFF.wang, name: '王大力', role: 'manager' })
    const left = db.prepare('SELECT staff_id FROM accounts ORDER BY staff_id').pluck().all()
    expect(left).toEqual([STAFF.owner, STAFF.wang])
  })

  it.each([
    ['a PIN of five digits', STAFF.lin, '12345', 'pin_form'],
    ['a PIN with a letter', STAFF.manager, '12345a', 'pin_form'],
    ['a password of seven', STAFF.owner, 'abcdefg', 'password_short'],
  ])('refuses %s', async (_, staffId, secret, code) => {
    const owner = testDesk().as(STAFF.owner)
    const refusal = await owner.refused('people.setSecret', { staffId, secret })
    expect(refusal).toMatchObject({ code: 'invalid_input', fields: [{ path: 'secret', code }] })
  })

  it('signs out whoever got a new PIN, lets them in with it, and audits without the PIN', async () => {
    const { as, nobody, db } = testDesk()
    const [owner, lin] = [as(STAFF.owner), as(STAFF.lin)]
    await owner.call('people.setSecret', { staffId: STAFF.lin, secret: '135790' })
    expect((await lin.refused('people.list', {})).code).toBe('not_signed_in')
    expect((await nobody.refused('session.signIn', { staffId: STAFF.lin, secret: '135791' })).code).toBe('wrong_secret')
    const status = await nobody.call('session.signIn', { staffId: STAFF.lin, secret: '135790' })
    expect(status.me).toEqual({ id: STAFF.lin, name: '林小雨', role: 'salesperson' })
    expect(db.prepare('SELECT kind, operation, subject FROM audit_trail').raw().all()).toEqual([
      ['changed', 'people.setSecret', STAFF.lin],
      ['refused', 'session.signIn', STAFF.lin],
      ['signed_in', 'session.signIn', STAFF.lin],
    ])
    expect((await owner.refused('people.setSecret', { staffId: 'nobody', secret: '135790' })).code).toBe('not_found')
  })
})
