import { listRecords, type RecordRow } from '../../../db/facts/records.ts'
import { findOwnership } from '../../../db/repositories/ownership.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { type FigureKey, valuesOf } from '../../../shared/domain/breakdowns.ts'
import type { ReadingContext } from '../context.ts'
import { queryOf } from './board-scope.ts'
import { phoneFor } from './contact-privacy.ts'

/** The records a figure counts, the phones as this person may see them. */
export function listFigureRecords(
  context: ReadingContext,
  input: ParsedInputOf<'board.records'>,
): OutputOf<'board.records'> {
  const query = queryOf(context, input)
  const { figure, param, limit, offset } = input
  if (!takes(figure, param)) {
    throw new Refusal('invalid_input', { fields: [{ path: 'param', code: 'not_found' }] })
  }
  const { total, rows } = listRecords(context.db, query, { key: figure, param: param ?? undefined }, { limit, offset })
  return { total, rows: rows.map((row) => ({ ...row, phone: phoneOf(context, row) })) }
}

function takes(figure: FigureKey, param: string | null): boolean {
  if (param === null) return true
  if (figure === 'visitorRecording.openDaysWithoutEntry') return false
  return valuesOf(figure, param) !== null
}

/** By who has the lead today: what counted as whose in the past does not open a colleague's customer now. */
function phoneOf(context: ReadingContext, { leadId, phone }: RecordRow): string | null {
  if (leadId === null || phone === null) return phone
  return phoneFor(context.me, findOwnership(context.db, 'lead', leadId)?.ownerId ?? null, phone)
}
