import { z } from 'zod'
import { FLAG_CODES, IMPORT_FIELDS, LEFT_OUT_CODES, OUTCOMES, VALUE_FIELDS } from '../domain/import/fields.ts'
import { date, done, grade, id, moment, nothing, tally, text } from './fields.ts'
import { MANAGERS, operation } from './operation.ts'

const place = z.int().min(0).max(1000)
const meanings = z.record(z.string().max(200), text.max(300))

/** How to read a file; what each part means stands at `Mapping` (shared/domain/import/fields.ts). */
export const mapping = z.object({
  headerRow: z.int().min(-1).max(200),
  columns: z.partialRecord(z.enum(IMPORT_FIELDS), place),
  values: z.partialRecord(z.enum(VALUE_FIELDS), meanings),
  year: z.int().min(1990).max(2100).nullable(),
  dateOrder: z.enum(['mdy', 'dmy']),
  blankDate: z.enum(['leave_out', 'as_above']),
  defaultChannel: text.max(300).nullable(),
  knownPhone: z.enum(['same_person', 'skip']),
})

/** One distinct value of a column, in how many rows, and what it seems to mean; null when nothing can be guessed. */
export const distinctValue = z.object({
  value: z.string(),
  rows: tally,
  suggestion: z.string().nullable(),
  /** False for a guess that a person should look at. */
  isSure: z.boolean(),
})

export const fileReading = z.object({
  token: id,
  fileName: z.string(),
  encoding: z.string(),
  delimiter: z.string(),
  /** Rows of the file, the header and all. */
  rowCount: tally,
  /** The first rows as they came, to choose the header among. */
  head: z.array(z.array(z.string())),
  headers: z.array(z.string()),
  /** One or more values of each column, to recognise it by. */
  examples: z.array(z.string()),
  mapping,
  distinct: z.partialRecord(z.enum(VALUE_FIELDS), z.array(distinctValue)),
  dates: z.object({
    /** Rows whose date has no year, and the years they get with this mapping. */
    withoutYear: tally,
    years: z.array(z.int()),
    /** Rows whose date is written with the year last, so that day and month could be exchanged. */
    yearLast: tally,
    blank: tally,
  }),
  /** Set when this very file was read in before and not undone. */
  importedBefore: z.object({ batchId: id, importedAt: moment }).nullable(),
})
export type FileReading = z.infer<typeof fileReading>

/** A row that does not go in, and why. */
export const leftOutRow = z.object({ line: z.int(), code: z.enum(LEFT_OUT_CODES), cells: z.array(z.string()) })
export type LeftOutRow = z.infer<typeof leftOutRow>

export const importPlan = z.object({
  /** Stands for everything that would be written; `run` writes exactly this or refuses. */
  digest: z.string(),
  visits: tally,
  firstVisits: tally,
  phoneIns: tally,
  captured: tally,
  anonymous: tally,
  newCustomers: tally,
  newLeads: tally,
  returning: tally,
  graded: tally,
  testDrives: tally,
  withoutPerson: tally,
  newChannels: z.array(z.string()),
  from: date.nullable(),
  to: date.nullable(),
  leftOut: z.partialRecord(z.enum(LEFT_OUT_CODES), tally),
  /** The first of them; all are in `imports.leftOut`. */
  leftOutRows: z.array(leftOutRow),
  flags: z.partialRecord(z.enum(FLAG_CODES), tally),
  flagged: z.array(z.object({ line: z.int(), code: z.enum(FLAG_CODES), value: z.string() })),
  sample: z.array(
    z.object({
      line: z.int(),
      at: moment,
      hasTime: z.boolean(),
      name: z.string().nullable(),
      phone: z.string().nullable(),
      partySize: z.int().nullable(),
      channel: z.string(),
      person: z.string().nullable(),
      grade: grade.nullable(),
      isFirst: z.boolean(),
      outcome: z.enum(OUTCOMES),
    }),
  ),
})
export type ImportPlan = z.infer<typeof importPlan>

export const batch = z.object({
  id,
  fileName: z.string(),
  importedAt: moment,
  importedByName: z.string().nullable(),
  rowCount: tally,
  visits: tally,
  leads: tally,
  from: date.nullable(),
  to: date.nullable(),
  undoneAt: moment.nullable(),
  /** Records of the batch that people have worked on since; above 0 it cannot be undone. */
  builtUpon: tally,
})
export type Batch = z.infer<typeof batch>

const mapped = z.object({ token: id, mapping })

export const imports = {
  read: operation({
    kind: 'task',
    about: 'Look into a foreign CSV file: encoding, columns, values, a first guess of what they mean.',
    access: { roles: MANAGERS, own: 'no' },
    input: z.object({
      fileName: text.max(260),
      contentBase64: z.string().max(40_000_000, { error: 'file_too_large' }),
    }),
    output: fileReading,
  }),
  remap: operation({
    kind: 'query',
    about:
      'The same file after columns were mapped differently: distinct values, and a guess for those nobody has answered.',
    access: { roles: MANAGERS, own: 'no' },
    input: mapped,
    output: fileReading,
  }),
  preview: operation({
    kind: 'query',
    about: 'What a run with this mapping would do, exactly.',
    access: { roles: MANAGERS, own: 'no' },
    input: mapped,
    output: importPlan,
  }),
  leftOut: operation({
    kind: 'query',
    about: 'Every row that would stay out, with the reason: a file to mend and read in again.',
    access: { roles: MANAGERS, own: 'no' },
    input: mapped,
    output: z.object({ headers: z.array(z.string()), rows: z.array(leftOutRow) }),
  }),
  run: operation({
    kind: 'task',
    about: 'Read the file in as one batch, after a verified backup. `digest` names the preview that was agreed to.',
    access: { roles: MANAGERS, own: 'no' },
    input: mapped.extend({ digest: z.string().max(100) }),
    output: z.object({ batchId: id, plan: importPlan }),
  }),
  batches: operation({
    kind: 'query',
    about: 'What was read in, newest first.',
    access: { roles: MANAGERS, own: 'no' },
    input: nothing,
    output: z.object({ batches: z.array(batch) }),
  }),
  undo: operation({
    kind: 'command',
    about: 'Take a whole batch out again; refused where people have worked on its leads since.',
    access: { roles: MANAGERS, own: 'no' },
    input: z.object({ batchId: id }),
    output: done,
  }),
}
