import type { Statement } from 'better-sqlite3'
import type { Db } from './connection.ts'

/** More than the program has; a list's filter and order make statements of their own. */
const MOST_KEPT = 600

/**
 * Compiling a statement takes longer than running it does for the many that touch one row, so a connection keeps those it has
 * compiled: `prepare` answers the same one again for the same text. The ways of reading are statements of their own, so that a
 * `pluck()` here never changes what somebody else reads there; `iterate` too, which holds its statement as long as the loop lasts.
 */
export function keepStatements(db: Db): void {
  const compile = (sql: string) => Object.getPrototypeOf(db).prepare.call(db, sql) as Statement
  const kept = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const known = kept.get(sql)
    if (known !== undefined) return known
    const made = withOwnModes(compile, sql)
    kept.set(sql, made)
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '')
    return made
  }
  Object.defineProperty(db, 'prepare', { value: prepare })
}

function withOwnModes(compile: (sql: string) => Statement, sql: string): Statement {
  const statement = withOwnLoops(() => compile(sql))
  if (!statement.reader) return statement
  let plucked: Statement | undefined
  let raw: Statement | undefined
  return Object.defineProperties(statement, {
    pluck: {
      value: () => {
        plucked ??= withOwnLoops(() => compile(sql).pluck())
        return plucked
      },
    },
    raw: {
      value: () => {
        raw ??= withOwnLoops(() => compile(sql).raw())
        return raw
      },
    },
  })
}

function withOwnLoops(make: () => Statement): Statement {
  const statement = make()
  if (!statement.reader) return statement
  return Object.defineProperty(statement, 'iterate', { value: (...bound: unknown[]) => make().iterate(...bound) })
}
