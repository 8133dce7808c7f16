import { daysBefore } from '../../shared/domain/days-before.ts'
import { endOf, type ReportQuery, type StoreSettings } from '../../shared/domain/facts.ts'
import { END_OF_TIME } from '../../shared/domain/lead-history.ts'
import { addDays, type BusinessDate, daysBetween } from '../../shared/values/business-date.ts'
import type { Grade } from '../../shared/values/grade.ts'
import type { Db } from '../connection.ts'

const MINUTE_MS = 60_000
/** Rule a of the audit looks this far beyond the period. */
const NOTE_DAYS = 30
/** An ungraded lead waits for its first contact, as an A does (interchange.md, "idle"). */
const UNGRADED_CADENCE_DAYS = 2

/** What the sets' named parameters are bound to. */
export type FactParameters = Readonly<Record<string, string | number | null>>

const READ_STORE = `
  SELECT time_zone AS timeZone, coalesce(open_weekdays, '1234567') AS openWeekdays,
    coalesce(late_entry_minutes, 60) AS lateEntryMinutes, coalesce(response_minutes, 30) AS responseMinutes
  FROM store`
const READ_CADENCES = 'SELECT slot, cadence_days AS cadenceDays FROM grade_slots'

/** The store's own settings, defaults filled in; a file without its `store` row is no store. */
export function readSettings(db: Db): StoreSettings {
  const store = db.prepare(READ_STORE).get() as StoreSettings | undefined
  if (store === undefined) throw new Error('the store has no row of its own: import store.csv first')
  return store
}

export function factParameters(db: Db, query: ReportQuery, store: StoreSettings): FactParameters {
  const { from, to, staffId } = query
  const asOf = knowableDay(query.asOf)
  const end = endOf({ to, asOf })
  const idleBefore = (cadenceDays: number): BusinessDate => addDays(asOf, -2 * cadenceDays)
  const slots = db.prepare(READ_CADENCES).all() as { slot: Grade; cadenceDays: number }[]
  return {
    from,
    end,
    asOf,
    staff: staffId,
    timeZone: store.timeZone,
    dayBefore: addDays(from, -1),
    monthBefore: monthBefore(from),
    before90: daysBefore(query).from,
    lateMs: store.lateEntryMinutes * MINUTE_MS,
    responseMs: store.responseMinutes * MINUTE_MS,
    noteFrom: addDays(from, -NOTE_DAYS),
    noteTo: daysBetween(end, asOf) > NOTE_DAYS ? addDays(end, NOTE_DAYS) : asOf,
    idleUngraded: idleBefore(UNGRADED_CADENCE_DAYS),
    ...Object.fromEntries(slots.map(({ slot, cadenceDays }) => [`idle${slot}`, idleBefore(cadenceDays)])),
  }
}

/** The same day of the month before, or its last: 31 March -> 28 February. */
function monthBefore(date: BusinessDate): BusinessDate {
  const lastOfMonth = addDays(date, -Number(date.slice(8)))
  const sameDay = `${lastOfMonth.slice(0, 8)}${date.slice(8)}` as BusinessDate
  return sameDay < lastOfMonth ? sameDay : lastOfMonth
}

/** On END_OF_TIME no row of lead_history is valid, and nothing happens: that day knows what the one before it knows. */
function knowableDay(asOf: BusinessDate): BusinessDate {
  return asOf < END_OF_TIME ? asOf : addDays(END_OF_TIME, -1)
}
