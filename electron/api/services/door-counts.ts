import { countLoggedArrivals, readDoorCounts, saveDoorCount } from '../../../db/repositories/door-counts.ts'
import type { AnswerOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { eachDay, firstDayOf, lastDayOf, weekdayOf } from '../../../shared/values/business-date.ts'
import type { Context } from '../context.ts'
import { settingsOf } from './store.ts'

/** Every day of the month, the closed ones too: somebody may have come and been logged on one. */
export function readDoorMonth(
  context: Context,
  input: ParsedInputOf<'doorCounts.month'>,
): AnswerOf<'doorCounts.month'> {
  const [from, to] = [firstDayOf(input.month), lastDayOf(input.month)]
  const { openWeekdays } = settingsOf(context.db)
  const counted = readDoorCounts(context.db, from, to)
  const logged = countLoggedArrivals(context.db, from, to)
  const days = eachDay(from, to).map((date) => ({
    date,
    isOpen: openWeekdays.includes(weekdayOf(date)),
    counted: counted.get(date) ?? null,
    logged: logged.get(date) ?? 0,
  }))
  return { days }
}

export function saveDoorDay(context: Context, input: ParsedInputOf<'doorCounts.save'>): AnswerOf<'doorCounts.save'> {
  if (input.date > context.today) throw new Refusal('in_the_future')
  saveDoorCount(context.db, input.date, input.count)
  return { done: true }
}
