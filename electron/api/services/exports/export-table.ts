import type { OutputOf, ParsedInputOf } from '../../../../shared/contract/contract.ts'
import type { Context } from '../../context.ts'
import { handOver } from './hand-over.ts'

/** What stands on somebody's screen, as a file; they have been shown it already, and their name stands beside it in the trail. */
export function exportTable(context: Context, input: ParsedInputOf<'exports.table'>): OutputOf<'exports.table'> {
  const { about, app, title, period, format, sheets } = input
  const [first, ...more] = sheets
  // The contract wants one at least.
  if (first === undefined) throw new RangeError('a file without a table')
  return handOver(context, {
    operation: 'exports.table',
    about,
    format,
    names: { app, title, period },
    sheets: [first, ...more],
  })
}
