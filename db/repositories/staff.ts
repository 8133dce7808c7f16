import type { Role } from '../../shared/values/vocabulary.ts'
import type { Db } from '../connection.ts'

export type StaffMember = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly active: boolean
  readonly dailyCapacity: number | null
  readonly hasSecret: boolean
}

type StaffRow = {
  id: string
  name: string
  role: Role
  active: number
  daily_capacity: number | null
  has_secret: number
}

const SELECT = `SELECT s.id, s.name, s.role, s.active, s.daily_capacity, a.staff_id IS NOT NULL AS has_secret
                FROM staff s LEFT JOIN accounts a ON a.staff_id = s.id`

function toStaffMember(row: StaffRow): StaffMember {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    active: row.active === 1,
    dailyCapacity: row.daily_capacity,
    hasSecret: row.has_secret === 1,
  }
}

/** Active people first, then in the order they were added: the order of the keys on the sign-in screen. */
export function listStaff(db: Db): StaffMember[] {
  return db.prepare<[], StaffRow>(`${SELECT} ORDER BY s.active DESC, s.rowid`).all().map(toStaffMember)
}

export function findStaff(db: Db, id: string): StaffMember | null {
  const row = db.prepare<[string], StaffRow>(`${SELECT} WHERE s.id = ?`).get(id)
  return row === undefined ? null : toStaffMember(row)
}

export function saveStaff(db: Db, person: Omit<StaffMember, 'hasSecret'>): void {
  db.prepare(
    `INSERT INTO staff (id, name, role, active, daily_capacity) VALUES (@id, @name, @role, @active, @dailyCapacity)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, active = excluded.active,
       daily_capacity = excluded.daily_capacity`,
  ).run({ ...person, active: person.active ? 1 : 0 })
}

/** True while nobody has a secret: a store that came from an export. */
export function isUnclaimed(db: Db): boolean {
  return db.prepare('SELECT 1 FROM accounts LIMIT 1').get() === undefined
}

export type Account = {
  readonly secretHash: string
  readonly recoveryHash: string | null
  readonly failures: number
  readonly lockedUntil: number
}

export function findAccount(db: Db, staffId: string): Account | null {
  const row = db
    .prepare<[string], { secret_hash: string; recovery_hash: string | null; failures: number; locked_until: number }>(
      'SELECT secret_hash, recovery_hash, failures, locked_until FROM accounts WHERE staff_id = ?',
    )
    .get(staffId)
  if (row === undefined) return null
  return {
    secretHash: row.secret_hash,
    recoveryHash: row.recovery_hash,
    failures: row.failures,
    lockedUntil: row.locked_until,
  }
}

/** Who could set a new password with a recovery code: active owners who have one. */
export function listRecoverable(db: Db): string[] {
  return db
    .prepare(
      `SELECT a.staff_id FROM accounts a JOIN staff s ON s.id = a.staff_id
       WHERE a.recovery_hash IS NOT NULL AND s.active = 1 AND s.role = 'owner'`,
    )
    .pluck()
    .all() as string[]
}

/** A new secret clears the count of failed tries. A recovery hash stays unless a new one is given. */
export function saveSecret(db: Db, staffId: string, secretHash: string, recoveryHash: string | null): void {
  db.prepare(
    `INSERT INTO accounts (staff_id, secret_hash, recovery_hash) VALUES (?, ?, ?)
     ON CONFLICT (staff_id) DO UPDATE SET secret_hash = excluded.secret_hash,
       recovery_hash = coalesce(excluded.recovery_hash, recovery_hash), failures = 0, locked_until = 0`,
  ).run(staffId, secretHash, recoveryHash)
}

/** The same secret under a hash of today's cost, unless it was given anew meanwhile. */
export function replaceHash(db: Db, staffId: string, known: string, made: string): void {
  db.prepare('UPDATE accounts SET secret_hash = ? WHERE staff_id = ? AND secret_hash = ?').run(made, staffId, known)
}

export function saveTries(db: Db, staffId: string, failures: number, lockedUntil: number): void {
  db.prepare('UPDATE accounts SET failures = ?, locked_until = ? WHERE staff_id = ?').run(
    failures,
    lockedUntil,
    staffId,
  )
}

/** Until when each name is locked that has been tried too often. */
export function listLocks(db: Db): ReadonlyMap<string, number> {
  const rows = db
    .prepare<[], { staff_id: string; locked_until: number }>(
      'SELECT staff_id, locked_until FROM accounts WHERE locked_until > 0',
    )
    .all()
  return new Map(rows.map((row) => [row.staff_id, row.locked_until]))
}

/** The person can no longer sign in, until a new secret is given. */
export function removeAccount(db: Db, staffId: string): void {
  db.prepare('DELETE FROM accounts WHERE staff_id = ?').run(staffId)
}
