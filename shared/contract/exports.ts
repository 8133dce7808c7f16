import { z } from 'zod'
import { COLUMN_KINDS } from '../domain/export/sheet.ts'
import { board } from './board.ts'
import { date, done, optionalId, tally, text } from './fields.ts'
import { leads } from './leads.ts'
import { EVERYONE, operation, SALES } from './operation.ts'

const label = text.max(200)

/**
 * What the asker's language calls things; the dictionaries are the screens' alone. `columns` by field, `codes` by list and code
 * (`bucket.A`). What is missing stands as its own code.
 */
export const exportWords = z.object({
  app: label,
  title: label,
  columns: z.record(z.string().max(80), label),
  codes: z.record(z.string().max(80), label),
})
export type ExportWords = z.infer<typeof exportWords>

const asked = { format: z.enum(['csv', 'xlsx']), words: exportWords }
const days = { from: date, to: date }

/** A file to be saved. `rows` counts what is in it, the headers not included. */
export const exportedFile = z.object({
  fileName: z.string(),
  mime: z.string(),
  contentBase64: z.string(),
  rows: tally,
})
export type ExportedFile = z.infer<typeof exportedFile>

const MOST_TABLE_ROWS = 5000
const cell = z.union([text.max(32_767), z.number(), z.null()])
const sheet = z
  .object({
    name: label,
    columns: z
      .array(z.object({ header: label, kind: z.enum(COLUMN_KINDS) }))
      .min(1)
      .max(200),
    rows: z.array(z.array(cell).max(200)).max(MOST_TABLE_ROWS, { error: 'too_many_rows' }),
  })
  .refine(({ columns, rows }) => rows.every((row) => row.length === columns.length), { error: 'ragged' })

/** Whoever may see a table may take it along, with the phones as they see them; a salesperson takes only their own records. */
export const exports = {
  leads: operation({
    kind: 'task',
    about: 'The leads of a filter, all pages, in a form the importer reads again.',
    access: { roles: SALES, own: 'no' },
    audit: 'exported',
    input: leads.list.input.omit({ limit: true, offset: true }).extend(asked),
    output: exportedFile,
  }),
  visits: operation({
    kind: 'task',
    about: 'The visits of a period, in a form the importer reads again; voided ones on a sheet of their own.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'exported',
    input: z.object({ ...days, ...asked }),
    output: exportedFile,
  }),
  deals: operation({
    kind: 'task',
    about: 'The orders of a period, in a form the importer reads again.',
    access: { roles: SALES, own: 'no' },
    audit: 'exported',
    input: z.object({ ...days, staffId: optionalId, ...asked }),
    output: exportedFile,
  }),
  records: operation({
    kind: 'task',
    about: 'All records behind a figure, as `board.records` lists them.',
    access: { roles: SALES, own: 'no' },
    audit: 'exported',
    input: board.records.input.omit({ limit: true, offset: true }).extend(asked),
    output: exportedFile,
  }),
  printed: operation({
    kind: 'task',
    about: 'Somebody prints what is on screen, or makes a PDF of it: only the trail is told.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'exported',
    input: z.object({ about: z.string().regex(/^[a-zA-Z.]{1,60}$/), leadId: optionalId }),
    output: done,
  }),
  table: operation({
    kind: 'task',
    about:
      'What already stands on screen: one table, or a page as several. `about` says in the audit trail which it was.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'exported',
    input: z.object({
      about: z.string().regex(/^[a-zA-Z.]{1,60}$/),
      period: z.object(days).nullable(),
      format: asked.format,
      app: label,
      title: label,
      sheets: z.array(sheet).min(1).max(40),
    }),
    output: exportedFile,
  }),
}
