import { quoted, type TrackedTable, widthOf } from './tracked-tables.ts'

/** What one act has changed: a stretch of the log. */
export type Changes = { readonly first: number; readonly last: number }

/**
 * The log lives in the connection's TEMP schema and nowhere in the file: one row per changed row, in the order of the changes, with
 * every column as it was (b0, b1, ...) and as it is (a0, a1, ...), typed as it is stored. The triggers write it while undo_on
 * has its one row (SQLite's documented way to undo, https://www.sqlite.org/undoredo.html).
 */
export function logSchema(tables: readonly TrackedTable[]): string {
  const images = Array.from({ length: widthOf(tables) }, (_, n) => n)
  return [
    `CREATE TEMP TABLE undo_log (n INTEGER PRIMARY KEY, tbl TEXT NOT NULL, op TEXT NOT NULL, row_id,
       ${[...images.map((n) => `b${n}`), ...images.map((n) => `a${n}`)].join(', ')});`,
    'CREATE TEMP TABLE undo_on (yes INTEGER PRIMARY KEY);',
    ...tables.flatMap(triggersOf),
  ].join('\n')
}

type Side = { readonly letter: 'a' | 'b'; readonly row: 'NEW' | 'OLD' }
const BEFORE: Side = { letter: 'b', row: 'OLD' }
const AFTER: Side = { letter: 'a', row: 'NEW' }

function triggersOf(table: TrackedTable): string[] {
  const changed = table.columns.map((name) => `NEW.${quoted(name)} IS NOT OLD.${quoted(name)}`).join(' OR ')
  return [
    trigger(table, 'insert', [AFTER]),
    // A row that was written as it was has not changed.
    trigger(table, 'update', [BEFORE, AFTER], `WHEN ${changed}`),
    trigger(table, 'delete', [BEFORE]),
  ]
}

function trigger(table: TrackedTable, op: string, sides: readonly Side[], when = ''): string {
  const columns = sides.flatMap(({ letter }) => table.columns.map((_, n) => `${letter}${n}`))
  const values = sides.flatMap(({ row }) => table.columns.map((name) => `${row}.${quoted(name)}`))
  const rowId = table.hasRowId ? `${op === 'delete' ? 'OLD' : 'NEW'}.rowid` : 'NULL'
  return `
    CREATE TEMP TRIGGER ${quoted(`undo_${table.name}_${op}`)} AFTER ${op} ON main.${quoted(table.name)} ${when} BEGIN
      INSERT INTO undo_log (tbl, op, row_id, ${columns.join(', ')})
      SELECT '${table.name}', '${op}', ${rowId}, ${values.join(', ')} FROM undo_on;
    END;`
}
