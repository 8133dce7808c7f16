/** What a record of a set opens on screen. */
export type RecordKind = 'visit' | 'lead' | 'followUp' | 'deal' | 'day'

/**
 * One named set of records. `rows` is a static SELECT over named parameters (fact-parameters.ts) whose columns are the
 * dimensions and id, leadId, staffId, date, detail, note. A figure counts these rows by dimensions and its list shows these
 * same rows filtered by the same dimensions, so that the two cannot differ.
 */
export type FactSet = {
  readonly kind: RecordKind
  readonly rows: string
  readonly dimensions: readonly string[]
  /** Further columns of `rows` that lists and breakdowns may name (FactDetails): text, never null. */
  readonly details?: readonly string[]
  readonly sums?: readonly string[]
}

/** How many records there are of each combination of dimensions. Sums of nothing do not occur: a group has a row. */
export function countSql(set: FactSet): string {
  const dimensions = set.dimensions.join(', ')
  const sums = (set.sums ?? []).map((column) => `, sum(${column}) AS ${column}`).join('')
  return `SELECT ${dimensions}, count(*) AS count${sums} FROM (${set.rows}) GROUP BY ${dimensions}`
}
