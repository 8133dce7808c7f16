import { afterAll, describe, expect, it } from 'vitest'
import { entryHash } from '../../db/audit/entry-hash.ts'
import { trailEndOf } from '../../db/audit/trail-end.ts'
import { checkTrail, faultAgainst, type TrailFault, verifyAuditTrail } from '../../db/audit/verify-trail.ts'
import { openStore } from '../../db/connection.ts'
import { appendAudit } from '../../db/repositories/audit-trail.ts'
import { rounds, seed, tally } from '../support/rounds.ts'

const ENTRIES = 10_000
const OPERATIONS = ['followUps.log', 'leads.get', 'exports.leads', 'session.signIn', 'followUps.review']

const db = openStore(':memory:')
db.transaction(() => {
  for (let n = 0; n < ENTRIES; n += 1) {
    const operation = OPERATIONS[n % OPERATIONS.length] ?? ''
    const detail = n % 4 === 0 ? `rows=${n}` : null
    appendAudit(db, {
      at: n * 1000,
      staffId: n % 7 === 0 ? null : `p${n % 7}`,
      operation,
      subject: `lead-${n}`,
      detail,
    })
  }
})()
afterAll(() => db.close())

/** Whoever has the file open can take the guards away first. */
const UNGUARDED = 'DROP TRIGGER audit_trail_no_update; DROP TRIGGER audit_trail_no_delete;'

/** A change of one entry, taken back when it was looked at. */
function tampered<T>(change: () => void, look: () => T): T {
  db.exec(`SAVEPOINT tampered; ${UNGUARDED}`)
  try {
    change()
    return look()
  } finally {
    db.exec('ROLLBACK TO tampered; RELEASE tampered')
  }
}

const run = (sql: string, ...bound: unknown[]) => void db.prepare(sql).run(...bound)
const update = (column: string, value: string) => (seq: number) =>
  run(`UPDATE audit_trail SET ${column} = ${value} WHERE seq = ?`, seq)
const COPIED = ['at', 'staff_id', 'kind', 'operation', 'subject', 'detail', 'previous', 'hash']
const swap = (seq: number, other: number) => {
  run('CREATE TEMP TABLE swapped AS SELECT * FROM audit_trail WHERE seq IN (?, ?)', seq, other)
  const from = (n: number) => `(SELECT ${COPIED.join(', ')} FROM temp.swapped WHERE seq = ${n})`
  run(`UPDATE audit_trail SET (${COPIED.join(', ')}) = ${from(other)} WHERE seq = ?`, seq)
  run(`UPDATE audit_trail SET (${COPIED.join(', ')}) = ${from(seq)} WHERE seq = ?`, other)
  run('DROP TABLE temp.swapped')
}
const slipIn = (seq: number, hashOf: (previous: Uint8Array) => Uint8Array) => {
  run('UPDATE audit_trail SET seq = -seq - 1 WHERE seq >= ?', seq)
  run('UPDATE audit_trail SET seq = -seq WHERE seq < 0')
  const previous = db
    .prepare('SELECT hash FROM audit_trail WHERE seq = ?')
    .pluck()
    .get(seq - 1) as Uint8Array
  run(
    `INSERT INTO audit_trail VALUES (?, 5, 'p1', 'read', 'leads.get', 'lead-5', NULL, ?, ?)`,
    seq,
    previous,
    hashOf(previous),
  )
}
const forged = (seq: number) => (previous: Uint8Array) =>
  entryHash({
    seq,
    at: 5,
    staffId: 'p1',
    kind: 'read',
    operation: 'leads.get',
    subject: 'lead-5',
    detail: null,
    previous,
  })

/** Every way to tamper with one entry, and how it is named. */
const TAMPERS: Readonly<Record<string, readonly [change: (seq: number) => void, fault: TrailFault['fault']]>> = {
  'another time': [update('at', 'at + 1'), 'changed'],
  'another person': [update('staff_id', `'p9'`), 'changed'],
  nobody: [update('staff_id', `CASE WHEN staff_id IS NULL THEN 'p9' END`), 'changed'],
  'another kind': [update('kind', `'kept'`), 'changed'],
  'another operation': [update('operation', `'leads.find'`), 'changed'],
  'another subject': [update('subject', `'lead-x'`), 'changed'],
  'no subject': [update('subject', 'NULL'), 'changed'],
  'another detail': [update('detail', `'rows=1'`), 'changed'],
  'another link': [update('previous', 'zeroblob(32)'), 'changed'],
  'another hash': [update('hash', 'zeroblob(32)'), 'changed'],
  'another number': [update('seq', `${ENTRIES} + 500`), 'missing'],
  'taken out': [(seq) => run('DELETE FROM audit_trail WHERE seq = ?', seq), 'missing'],
  'changed places with the next': [(seq) => swap(seq, seq + 1), 'reordered'],
  'changed places with a later one': [(seq) => swap(seq, seq + 17), 'reordered'],
  'slipped in': [(seq) => slipIn(seq, () => Buffer.alloc(32, 7)), 'inserted'],
  'slipped in with a hash that fits': [(seq) => slipIn(seq, forged(seq)), 'inserted'],
  'cut off from there': [(seq) => run('DELETE FROM audit_trail WHERE seq >= ?', seq), 'cut'],
}

let state = seed
const random = (below: number) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}

describe('P3 one entry of 10,000 that was tampered with is found and named', () => {
  it('an untouched trail is whole, as one and in stretches', () => {
    expect(verifyAuditTrail(db, trailEndOf(db))).toBeNull()
    const stretches = []
    for (let after = 0, isEnd = false; !isEnd; ) {
      const found = checkTrail(db, after, 3000)
      stretches.push([found.upTo, found.fault])
      ;({ upTo: after, isEnd } = found)
    }
    expect(stretches).toEqual([3000, 6000, 9000, 10_000].map((upTo) => [upTo, null]))
  })

  it('cannot be changed through the store as it is', () => {
    expect(() => db.exec(`UPDATE audit_trail SET subject = 'x' WHERE seq = 7`)).toThrow(/append-only/)
    expect(() => db.exec('DELETE FROM audit_trail WHERE seq = 7')).toThrow(/append-only/)
  })

  it('whatever was done to it', () => {
    const wanted = rounds(204, 2040)
    const { done, expectAll } = tally(wanted)
    const names = Object.keys(TAMPERS)
    for (let n = 0; n < wanted; n += 1) {
      const name = names[n % names.length] ?? ''
      const [change, fault] = TAMPERS[name] ?? [() => undefined, 'changed']
      // What moves or takes all that follows does so near the end, so that it is done in no time; once from anywhere.
      const isWhole = n < names.length
      const isLong = !isWhole && (fault === 'inserted' || fault === 'cut')
      const seq = isLong ? ENTRIES - 30 - random(200) : 2 + random(ENTRIES - 30)
      // In the stretch where it is, as the page asks; each way once over the whole trail.
      const look = () =>
        isWhole ? verifyAuditTrail(db) : checkTrail(db, Math.max(0, seq - 1 - random(200)), 1000).fault
      const found = tampered(() => change(seq), look)
      const isNamed = found?.seq === seq && found.fault === fault
      expect([name, seq, isNamed, found]).toEqual([name, seq, true, found])
      done()
    }
    expectAll()
  })

  it.each([
    ['the first', 1],
    ['the last', ENTRIES],
  ])('also at %s', (_, seq) => {
    expect(
      tampered(
        () => update('at', 'at + 1')(seq),
        () => verifyAuditTrail(db),
      ),
    ).toEqual({ seq, fault: 'changed' })
    const taken = tampered(
      () => run('DELETE FROM audit_trail WHERE seq = ?', seq),
      () => verifyAuditTrail(db),
    )
    expect(taken).toEqual({ seq, fault: seq === 1 ? 'missing' : 'cut' })
  })

  it('an end that was cut off cannot be made good by going on, nor by somebody who knows the number', () => {
    const cut = () => run('DELETE FROM audit_trail WHERE seq > 9990')
    const goOn = () => appendAudit(db, { at: 1, staffId: null, operation: 'leads.get', subject: null })
    expect(
      tampered(
        () => (cut(), goOn()),
        () => verifyAuditTrail(db),
      ),
    ).toEqual({ seq: 9991, fault: 'missing' })
    const backedUp = trailEndOf(db)
    const forget = () => run(`UPDATE sqlite_sequence SET seq = 9990 WHERE name = 'audit_trail'`)
    expect(
      tampered(
        () => (cut(), forget()),
        () => verifyAuditTrail(db),
      ),
    ).toBeNull()
    const found = tampered(
      () => (cut(), forget()),
      () => verifyAuditTrail(db, backedUp),
    )
    expect(found).toEqual({ seq: ENTRIES, fault: 'cut' })
    const anew = () => {
      cut()
      forget()
      for (let n = 0; n < 10; n += 1) goOn()
    }
    expect(tampered(anew, () => verifyAuditTrail(db, backedUp))).toEqual({ seq: ENTRIES, fault: 'changed' })
    expect(faultAgainst(db, backedUp)).toBeNull()
  })
})
