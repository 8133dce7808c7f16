import type { HandlersOf } from '../context.ts'
import { handOut } from '../services/exports/hand-out.ts'
import { notePrinting } from '../services/exports/note-printing.ts'

export const exportHandlers: HandlersOf<'exports'> = {
  'exports.leads': handOut('exports.leads'),
  'exports.visits': handOut('exports.visits'),
  'exports.deals': handOut('exports.deals'),
  'exports.records': handOut('exports.records'),
  'exports.printed': notePrinting,
  'exports.table': handOut('exports.table'),
}
