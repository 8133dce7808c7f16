import { type Db, openStore } from '../../../db/connection.ts'
import { historyWriter } from '../../../db/repositories/lead-history.ts'
import { rebuildLeadIndex } from '../../../db/repositories/lead-index.ts'
import { rowWriter } from '../../../db/repositories/row-writer.ts'
import { createRandom } from '../../../electron/demo/random.ts'
import { createDoor } from './arrivals.ts'
import { loadInBulk } from './bulk-load.ts'
import { dateText, LAST_DAY, TIME_ZONE } from './calendar.ts'
import { lineUp, planRows } from './line-up.ts'
import { type Cell, COLUMNS, createRowBook, type MonthOfRows, type TableName } from './rows.ts'
import type { StoreSize } from './sizes.ts'

export const SEED = 20_260_628

/** A new store file (or one in memory) with the whole past of a showroom in it: the same for the same size and seed. */
export function generateStore(file: string, size: StoreSize, seed = SEED): Db {
  const db = openStore(file, { create: true })
  loadInBulk(db, () => db.transaction(() => fillStore(db, size, seed))())
  db.transaction(() => rebuildLeadIndex(db))()
  db.exec('ANALYZE')
  db.pragma('wal_checkpoint(TRUNCATE)')
  return db
}

function fillStore(db: Db, size: StoreSize, seed: number): void {
  const random = createRandom(seed)
  const people = lineUp(size, random)
  const tables = tableWriters(db)
  tables.write('store', [['bench', '松云汽车展厅', TIME_ZONE, '1234567', 60, 30]])
  tables.write('staff', people.staffRows)
  tables.write('channels', people.channelRows)
  for (const [table, rows] of planRows(size, people, random)) tables.write(table, rows)

  const book = createRowBook()
  const door = createDoor(people, book, random)
  const history = historyWriter(db, TIME_ZONE)
  const flush = (month: MonthOfRows) => {
    for (const [table, rows] of month.tables) tables.write(table, rows)
    for (const { leadId, createdAt, events } of month.leads) history.add(leadId, { createdAt }, inOrder(events))
  }
  for (let day = LAST_DAY - size.days + 1; day <= LAST_DAY; day += 1) {
    for (const showroom of people.showrooms) door.open(day, showroom)
    const month = dateText(day).slice(0, 7)
    if (day === LAST_DAY || dateText(day + 1).slice(0, 7) !== month) flush(book.take(month))
  }
  history.end()
  tables.end()
}

/** As the store reads them: by the moment, and in the order they were written where that is the same. */
function inOrder<T extends { readonly at: number }>(events: readonly T[]): T[] {
  return events.toSorted((a, b) => a.at - b.at)
}

type TableWriters = {
  readonly write: (table: TableName, rows: readonly (readonly Cell[])[]) => void
  readonly end: () => void
}

function tableWriters(db: Db): TableWriters {
  const entries = Object.entries(COLUMNS).map(([table, columns]) => {
    const names = columns.split(' ').map((column) => `"${column}"`)
    return [table as TableName, rowWriter(db, table, names)] as const
  })
  const writers = new Map(entries)
  return {
    write: (table, rows) => {
      for (const row of rows) writers.get(table)?.add(row)
    },
    end: () => {
      for (const writer of writers.values()) writer.end()
    },
  }
}
