import type { RecordRow } from '../../../../shared/contract/board.ts'
import type { ParsedInputOf } from '../../../../shared/contract/contract.ts'
import { type FigureKey, figureOf } from '../../../../shared/domain/breakdowns.ts'
import type { Cell } from '../../../../shared/domain/export/sheet.ts'
import type { ReadingContext } from '../../context.ts'
import { listFigureRecords } from '../board-records.ts'
import { type Words, wordsOf } from './export-words.ts'
import { field, type KeyedField, sheetOf } from './fields.ts'
import type { FileOrder } from './file-order.ts'

/** More than any figure counts: all records as one page. */
const ALL = { limit: 1_000_000_000, offset: 0 }

/** Everything a figure counts, as many rows as the figure says. */
export function exportRecords(context: ReadingContext, input: ParsedInputOf<'exports.records'>): FileOrder {
  const { format, words: given, ...scope } = input
  const { from, to, figure } = scope
  const { rows } = context.db.transaction(() => listFigureRecords(context, { ...scope, ...ALL }))()
  return {
    about: `${figure} ${from}..${to}`,
    format,
    names: { app: given.app, title: given.title, period: { from, to } },
    sheets: [sheetOf(given.title, fieldsOf(figure), rows, wordsOf(given))],
  }
}

function fieldsOf(figure: FigureKey): readonly KeyedField<RecordRow>[] {
  return [
    field('date', 'date', ({ date }) => date),
    field('name', 'text', ({ customerName }) => customerName),
    field('phone', 'phone', ({ phone }) => phone),
    field('person', 'text', ({ staffName }) => staffName),
    detailField(figure),
    field('note', 'text', ({ note }) => note),
  ]
}

/** What makes a record count, in words; which list they stand in depends on the figure's set of records. */
function detailField(figure: FigureKey): KeyedField<RecordRow> {
  if (figure === 'visitorRecording.openDaysWithoutEntry') {
    return field('detail', 'text', (_, { code }) => code('detail', 'noEntry'))
  }
  const { set } = figureOf(figure)
  if (set === 'created') {
    return field('minutes', 'decimal', ({ detail }) => (detail === null ? null : Number(detail)))
  }
  return field('detail', 'text', ({ detail }, words) => detailOf(set, detail ?? '', words))
}

function detailOf(set: ReturnType<typeof figureOf>['set'], detail: string, { code }: Words): Cell {
  switch (set) {
    case 'visits':
      if (detail === 'captured' || detail === '') return code('detail', detail === '' ? 'noReason' : detail)
      return code('notCaptured', detail)
    case 'moves':
    case 'passages':
      return detail
        .split('>')
        .map((bucket) => code('bucket', bucket))
        .join(' → ')
    case 'cohort':
    case 'opening':
    case 'closing':
    case 'open':
      return code('bucket', detail)
    case 'suspects':
      return detail
        .split(',')
        .map((letter) => code('suspicion', letter))
        .join(' ')
    case 'due':
      return code('result', detail)
    case 'done':
      return detail === '' ? null : code('method', detail)
    case 'created':
    case 'deals':
    case 'voided':
      return detail
  }
}
