import type { ParsedInputOf } from '../../../../shared/contract/contract.ts'
import type { ReadingContext } from '../../context.ts'
import type { FileOrder } from './file-order.ts'

/** What stands on somebody's screen, as a file; they have been shown it already, and their name stands beside it in the trail. */
export function exportTable(_: ReadingContext, input: ParsedInputOf<'exports.table'>): FileOrder {
  const { about, app, title, period, format, sheets } = input
  const [first, ...more] = sheets
  // The contract wants one at least.
  if (first === undefined) throw new RangeError('a file without a table')
  return {
    about,
    format,
    names: { app, title, period },
    sheets: [first, ...more],
  }
}
