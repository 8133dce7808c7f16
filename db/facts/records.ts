import { type FigureKey, figureOf, type RecordedFigureKey, whereOf } from '../../shared/domain/breakdowns.ts'
import { endOf, type ReportQuery } from '../../shared/domain/facts.ts'
import type { Value, Where } from '../../shared/domain/figures.ts'
import { daysWithoutEntry } from '../../shared/domain/targets/open-days.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'
import { type FactParameters, factParameters, readSettings } from './fact-parameters.ts'
import type { FactSet, RecordKind } from './fact-set.ts'
import { FACT_SETS } from './fact-sets.ts'
import { PLAIN_FACTS } from './read-facts.ts'

/** One record behind a figure: enough to show it in a list and to open it. The phone is in full; who may see it is the gate's. */
export type RecordRow = {
  readonly kind: RecordKind
  readonly id: string
  readonly leadId: string | null
  readonly customerName: string | null
  readonly phone: string | null
  readonly staffId: string | null
  readonly staffName: string | null
  readonly date: BusinessDate
  /** A code of the figure's set: 'C>B', a grade, a bucket, 'late', minutes, 'captured', 'a,c' for the rules that suspect. */
  readonly detail: string | null
  readonly note: string | null
}
export type RecordPage = { readonly total: number; readonly rows: readonly RecordRow[] }
export type FigureRef = { readonly key: FigureKey; readonly param?: string | undefined }
export type PageOf = { readonly limit: number; readonly offset: number }

const NONE: RecordPage = { total: 0, rows: [] }

/**
 * The records a figure counts, newest first. `total` is the number in the report of the same query: both come from one set of
 * records and one filter. What is nobody's in particular is empty for a person, where the report says null.
 */
export function listRecords(db: Db, query: ReportQuery, figure: FigureRef, page: PageOf): RecordPage {
  return db.transaction(() => {
    const store = readSettings(db)
    const bound = factParameters(db, query, store)
    if (figure.key === 'visitorRecording.openDaysWithoutEntry')
      return daysPage(db, query, store.openWeekdays, bound, page)
    const { set, storeOnly } = figureOf(figure.key)
    if (storeOnly && query.staffId !== null) return NONE
    const filter = filterOf(FACT_SETS[set], whereOf(figure.key, figure.param))
    const values = { ...bound, ...filter.bound, ...page }
    const total = db.prepare(totalSql(FACT_SETS[set], filter.sql)).pluck().get(values) as number
    const rows = db.prepare(pageSql(FACT_SETS[set], filter.sql)).all(values) as Omit<RecordRow, 'kind'>[]
    return { total, rows: rows.map((row) => ({ kind: FACT_SETS[set].kind, ...row })) }
  })()
}

/** Named conditions on the dimensions of a set. Only names the set declares reach the text; values are always bound. */
export function filterOf(set: FactSet, where: Where): { readonly sql: string; readonly bound: FactParameters } {
  const bound: Record<string, Value> = {}
  const conditions = Object.entries(where).map(([dimension, wanted]) => {
    if (!set.dimensions.includes(dimension) && set.details?.includes(dimension) !== true)
      throw new RangeError(`no dimension ${dimension}`)
    const values: readonly Value[] = Array.isArray(wanted) ? wanted : [wanted]
    const names = values.map((value, i) => {
      bound[`${dimension}_${i}`] = value
      return `:${dimension}_${i}`
    })
    return names.length === 1 ? `${dimension} IS ${names[0]}` : `${dimension} IN (${names.join(', ')})`
  })
  return { sql: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`, bound }
}

function totalSql(set: FactSet, filter: string): string {
  return `SELECT count(*) FROM (${set.rows}) ${filter}`
}

/** Names are looked up for the rows of the page only. */
function pageSql(set: FactSet, filter: string): string {
  return `
    SELECT p.id, p.leadId, c.name AS customerName, c.phone, p.staffId, s.name AS staffName, p.date, p.detail, p.note
    FROM (SELECT id, leadId, staffId, date, detail, note FROM (${set.rows}) ${filter}
      ORDER BY date DESC, id LIMIT :limit OFFSET :offset) p
      LEFT JOIN leads k ON k.id = p.leadId
      LEFT JOIN customers c ON c.id = k.customer_id
      LEFT JOIN staff s ON s.id = p.staffId
    ORDER BY p.date DESC, p.id`
}

/** Both statements of a figure's list, for the test that no list scans a table. */
export function recordStatements(figure: FigureRef & { readonly key: RecordedFigureKey }): readonly string[] {
  const set = FACT_SETS[figureOf(figure.key).set]
  const { sql } = filterOf(set, whereOf(figure.key, figure.param))
  return [totalSql(set, sql), pageSql(set, sql)]
}

function daysPage(db: Db, query: ReportQuery, openWeekdays: string, bound: FactParameters, page: PageOf): RecordPage {
  if (query.staffId !== null) return NONE
  const entered = db.prepare(PLAIN_FACTS.visitDays).pluck().all(bound) as BusinessDate[]
  const days = daysWithoutEntry(query.from, endOf(query), openWeekdays, entered).reverse()
  const rows = days.slice(page.offset, page.offset + page.limit).map((date) => dayRow(date))
  return { total: days.length, rows }
}

function dayRow(date: BusinessDate): RecordRow {
  return {
    kind: 'day',
    id: date,
    leadId: null,
    customerName: null,
    phone: null,
    staffId: null,
    staffName: null,
    date,
    detail: null,
    note: null,
  }
}
