import { GRADES, type Grade } from '../../shared/values/grade.ts'
import type { Db } from '../connection.ts'

export type StoreSettings = {
  readonly name: string
  readonly timeZone: string
  readonly openWeekdays: readonly number[]
  readonly lateEntryMinutes: number
  readonly responseMinutes: number
}

export type GradeSlot = {
  readonly slot: Grade
  readonly label: string
  readonly horizonDays: number | null
  readonly cadenceDays: number
  readonly firstContactHours: number
  readonly dormantDays: number
}

type StoreRow = {
  name: string
  time_zone: string
  open_weekdays: string
  late_entry_minutes: number
  response_minutes: number
}

/** Null before the first run is finished. Defaults of interchange.md where the file left a value empty. */
export function findStore(db: Db): StoreSettings | null {
  const row = db
    .prepare<[], StoreRow>(
      `SELECT name, time_zone, coalesce(open_weekdays, '1234567') AS open_weekdays,
              coalesce(late_entry_minutes, 60) AS late_entry_minutes, coalesce(response_minutes, 30) AS response_minutes
       FROM store`,
    )
    .get()
  if (row === undefined) return null
  return {
    name: row.name,
    timeZone: row.time_zone,
    openWeekdays: [...row.open_weekdays].map(Number),
    lateEntryMinutes: row.late_entry_minutes,
    responseMinutes: row.response_minutes,
  }
}

export function insertStore(db: Db, id: string, store: StoreSettings): void {
  db.prepare('INSERT INTO store VALUES (?, ?, ?, ?, ?, ?)').run(
    id,
    store.name,
    store.timeZone,
    store.openWeekdays.join(''),
    store.lateEntryMinutes,
    store.responseMinutes,
  )
}

export function updateStore(db: Db, store: StoreSettings): void {
  db.prepare(
    'UPDATE store SET name = ?, time_zone = ?, open_weekdays = ?, late_entry_minutes = ?, response_minutes = ?',
  ).run(store.name, store.timeZone, store.openWeekdays.join(''), store.lateEntryMinutes, store.responseMinutes)
}

type SlotRow = {
  slot: Grade
  label: string
  horizon_days: number | null
  cadence_days: number
  first_contact_hours: number
  dormant_days: number
}

export function listGradeSlots(db: Db): GradeSlot[] {
  return db
    .prepare<[], SlotRow>('SELECT * FROM grade_slots ORDER BY slot')
    .all()
    .map((row) => ({
      slot: row.slot,
      label: row.label,
      horizonDays: row.horizon_days,
      cadenceDays: row.cadence_days,
      firstContactHours: row.first_contact_hours,
      dormantDays: row.dormant_days,
    }))
}

export function updateGradeSlots(db: Db, slots: readonly GradeSlot[]): void {
  const update = db.prepare(
    `UPDATE grade_slots SET label = ?, horizon_days = ?, cadence_days = ?, first_contact_hours = ?, dormant_days = ?
     WHERE slot = ?`,
  )
  for (const slot of slots) {
    update.run(slot.label, slot.horizonDays, slot.cadenceDays, slot.firstContactHours, slot.dormantDays, slot.slot)
  }
}

/** Days between two contacts per grade (domain.md 3). */
export function cadenceDays(db: Db): Readonly<Record<Grade, number>> {
  const slots = listGradeSlots(db)
  const of = (grade: Grade) => slots.find((slot) => slot.slot === grade)?.cadenceDays ?? 0
  return { A: of(GRADES[0]), B: of(GRADES[1]), C: of(GRADES[2]), D: of(GRADES[3]) }
}
