import type { Db } from '../connection.ts'
import { sortKeyOf } from '../search/search-words.ts'
import type { Conditions } from './lead-filter.ts'
import { listStaff } from './staff.ts'

type Page = { readonly limit: number; readonly offset: number; readonly descending: boolean }

/**
 * How many leads match, and of one page of them in the order of their owners' names, then by due date, the numbers. How many each
 * owner has tells in whose leads the page lies, and only theirs are put in order.
 */
export function pageByOwner(
  db: Db,
  { where, bound }: Conditions,
  { limit, offset, descending }: Page,
): { readonly total: number; readonly window: number[] } {
  const counted = db
    .prepare<[object], [string | null, number]>(
      `SELECT r.owner_id, count(*) FROM lead_list r ${where} GROUP BY r.owner_id`,
    )
    .raw()
    .all(bound)
  const counts = new Map(counted)
  const sql = leadsOfOwnerSql(where, descending)
  const of = db.prepare<[object], number>(sql).pluck()
  const pages: number[][] = []
  let [before, found] = [0, 0]
  const owners = [...ownersInOrder(db), null]
  for (const pageOwner of descending ? owners.toReversed() : owners) {
    const count = counts.get(pageOwner) ?? 0
    const skipped = Math.max(0, offset - before)
    before += count
    if (skipped >= count || found >= limit) continue
    const page = of.all({ ...bound, pageOwner, limit: limit - found, offset: skipped })
    found += page.length
    pages.push(page)
  }
  return { total: counted.reduce((sum, [, count]) => sum + count, 0), window: pages.flat() }
}

export function leadsOfOwnerSql(where: string, descending: boolean): string {
  const way = descending ? 'DESC' : 'ASC'
  return `
    SELECT r.n FROM lead_list r ${where === '' ? 'WHERE' : `${where} AND`} r.owner_id IS @pageOwner
    ORDER BY r.due_on ${way}, r.n ${way} LIMIT @limit OFFSET @offset`
}

/** People in the order of their names. Who is not among them is nobody, and comes last. */
export function ownersInOrder(db: Db): readonly string[] {
  const people = listStaff(db).map(({ id, name }) => ({ id, key: sortKeyOf(name) }))
  return people.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ id }) => id)
}
