import type { Db } from '../../../db/connection.ts'
import { rewriteLeadHistory } from '../../../db/repositories/lead-history.ts'
import {
  findStore,
  listGradeSlots,
  type StoreSettings,
  updateGradeSlots,
  updateStore,
} from '../../../db/repositories/store.ts'
import { rebuildStoreDates } from '../../../db/repositories/store-dates.ts'
import type { AnswerOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { type FieldFault, Refusal } from '../../../shared/contract/failure.ts'
import type { Context } from '../context.ts'

/** The settings of a store that has been set up; `no_store` when it never was. */
export function settingsOf(db: Db): StoreSettings {
  const settings = findStore(db)
  if (settings === null) throw new Refusal('no_store')
  return settings
}

export function readStore(context: Context): AnswerOf<'store.get'> {
  const settings = settingsOf(context.db)
  return { ...settings, openWeekdays: [...settings.openWeekdays], slots: listGradeSlots(context.db) }
}

/** In another time zone the same instant may fall on another day, so every derived date is made anew (domain.md 4). */
export function changeStore(context: Context, input: ParsedInputOf<'store.update'>): AnswerOf<'store.update'> {
  const { db } = context
  const before = settingsOf(db)
  updateStore(db, { ...input, openWeekdays: [...new Set(input.openWeekdays)].sort((a, b) => a - b) })
  if (input.timeZone !== before.timeZone) {
    rebuildStoreDates(db, input.timeZone)
    rewriteLeadHistory(db, 'all')
  }
  return { done: true }
}

/** Each slot once, and no two under one label: a letter on a card must mean one thing. */
export function changeSlots(
  context: Context,
  input: ParsedInputOf<'store.updateSlots'>,
): AnswerOf<'store.updateSlots'> {
  const fields = [...faultsOfRepeats(input.slots, 'slot'), ...faultsOfRepeats(input.slots, 'label')]
  if (fields.length > 0) throw new Refusal('invalid_input', { fields })
  updateGradeSlots(context.db, input.slots)
  return { done: true }
}

function faultsOfRepeats<F extends string>(slots: readonly Readonly<Record<F, string>>[], field: F): FieldFault[] {
  const values = slots.map((slot) => slot[field])
  return values.flatMap((value, index) =>
    values.indexOf(value) === index ? [] : [{ path: `slots.${index}.${field}`, code: 'repeated' }],
  )
}
