/**
 * What of a set is counted anew by itself when something was written (live/): all records of a lead, of a day, or of a person and
 * day. `only` holds the rows to one unit, by :unitLead, :unitDay and :unitStaff; of a unit with a day, :from and :end are that day.
 */
export type Unit = { readonly by: 'lead' | 'day' | 'staffDay'; readonly only: string }
/** Stands in `rows` for the condition of the set's unit; a comment wherever all units are read. */
export const ONE_UNIT = '/* one unit */'

/** What a record of a set opens on screen. */
export type RecordKind = 'visit' | 'lead' | 'followUp' | 'deal' | 'day'

/**
 * One named set of records. `rows` is a static SELECT over named parameters (fact-parameters.ts) whose columns are the
 * dimensions and id, leadId, staffId, date, detail, note. A figure counts these rows by dimensions and its list shows these
 * same rows filtered by the same dimensions, so that the two cannot differ.
 */
export type FactSet = {
  readonly kind: RecordKind
  /** Contains ONE_UNIT where the condition of its unit belongs. */
  readonly rows: string
  readonly unit: Unit
  readonly dimensions: readonly string[]
  /** Further columns of `rows` that lists and breakdowns may name (FactDetails): text, never null. */
  readonly details?: readonly string[]
  readonly sums?: readonly string[]
  /** The column of `rows` that :staff is held against, where it is not staffId. */
  readonly scope?: string
}

/** The rows of a single unit. */
export function unitRows({ rows, unit }: FactSet): string {
  return rows.replaceAll(ONE_UNIT, `AND ${unit.only}`)
}

/** The column that says whose a record is. */
export function scopeOf(set: FactSet): string {
  return set.scope ?? 'staffId'
}

/**
 * How many records there are of each combination of dimensions, all of them or those named: what is not named is not computed
 * either. Sums of nothing do not occur: a group has a row.
 */
export function countSql(set: FactSet, named: readonly string[] = set.dimensions): string {
  const dimensions = named.join(', ')
  const sums = (set.sums ?? []).map((column) => `, sum(${column}) AS ${column}`).join('')
  return `SELECT ${dimensions}, count(*) AS count${sums} FROM (${set.rows}) GROUP BY ${dimensions}`
}
