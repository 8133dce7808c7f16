import type { BusinessDate } from '../../shared/values/business-date.ts'
import { openBooks } from './books.ts'
import { reviewFollowUps } from './follow-ups.ts'
import { SALESPEOPLE } from './people.ts'
import { createRandom } from './random.ts'
import { tablesOf } from './tables.ts'
import { receiveVisitors } from './visits.ts'

/**
 * The demo showroom: a year of 松云汽车演示展厅 up to the afternoon of `today`, as the files of the exchange format. Pure: the same
 * seed and day give the same bytes. It goes in through the real importer, like any other store.
 *
 * What the board is to tell (the habits are in people.ts, line-up.ts and neglect-lead.ts):
 * - 2 capture rate: 王浩然 (s2) gets a contact from about one visitor in five, the others from two in five; mostly he does
 *   not ask.
 * - 1 grade mix: B leaks. In the last months most B leads are never contacted; they go dormant or lost in silence.
 * - 8 sources: 垂直网站线索 (c6) costs many times the gross profit of the few deals it brings.
 * - 5 audit: 李思琪 (s3) looks best in every figure, but writes up days of follow-ups in one go at closing time, in the same
 *   five sentences. And the manager has hardly reviewed anything this month.
 * - 4 allocation: 赵建国 (s4) holds far more leads than he has hours; many lie idle.
 * Everything else is green or amber. For today there is work left: overdue, due, new, without a next date, unassigned,
 * unreviewed, visitors without a contact.
 */
export function generateDemo(options: {
  readonly seed: number
  readonly today: BusinessDate
}): ReadonlyMap<string, string> {
  const books = openBooks(createRandom(options.seed), options.today)
  for (let day = books.from; day <= books.today; day += 1) receiveVisitors(books, day)
  const doubtful = new Set(SALESPEOPLE.filter(({ writesInBursts }) => writesInBursts).map(({ id }) => id))
  reviewFollowUps(books, (staffId) => doubtful.has(staffId))
  return tablesOf(books)
}
