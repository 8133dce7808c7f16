import { z } from 'zod'
import { count, date, done, id, instant, nothing } from './fields.ts'
import { MANAGERS, operation } from './operation.ts'

/** What a column of a foreign register can mean. */
export const IMPORT_FIELDS = [
  'date',
  'time',
  'name',
  'phone',
  'partySize',
  'firstVisit',
  'channel',
  'model',
  'grade',
  'horizon',
  'testDrive',
  'receivedBy',
  'note',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

const valueMap = z.record(z.string().max(200), z.string().max(200))

/**
 * How to read a file. `columns` says which column of the file is which field (by its position). The value maps say what each
 * distinct value of a column means: a channel id, a staff id, a slot, 'first' / 'again'; '' leaves the value out.
 */
export const mapping = z.object({
  headerLine: z.int().min(0).max(100),
  columns: z.partialRecord(z.enum(IMPORT_FIELDS), z.int().min(0).max(500)),
  channels: valueMap,
  people: valueMap,
  grades: valueMap,
  visits: valueMap,
  /** For dates without a year. */
  year: z.int().min(1990).max(2100),
  defaultChannelId: id.nullable(),
  /** A row whose phone is already on file: leave it out, or count it as the same customer coming again. */
  knownPhone: z.enum(['same_person', 'skip']),
})
export type Mapping = z.infer<typeof mapping>

export const distinctValue = z.object({ value: z.string(), rows: count, suggestion: z.string().nullable() })

export const fileReading = z.object({
  token: id,
  fileName: z.string(),
  encoding: z.string(),
  delimiter: z.string(),
  rowCount: count,
  headers: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  mapping,
  distinct: z.object({
    channels: z.array(distinctValue),
    people: z.array(distinctValue),
    grades: z.array(distinctValue),
    visits: z.array(distinctValue),
  }),
  /** Set when this very file was read in before and not undone. */
  importedBefore: z.object({ batchId: id, importedAt: instant }).nullable(),
})
export type FileReading = z.infer<typeof fileReading>

/** A row that does not go in, and why: `leftOut.<code>` in the dictionaries. */
export const leftOutRow = z.object({
  line: z.int(),
  code: z.string(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  text: z.string(),
})

export const importPlan = z.object({
  visits: count,
  captured: count,
  anonymous: count,
  newCustomers: count,
  newLeads: count,
  returning: count,
  graded: count,
  testDrives: count,
  from: date.nullable(),
  to: date.nullable(),
  leftOut: z.array(leftOutRow),
  sample: z.array(
    z.object({
      line: z.int(),
      date: z.string(),
      name: z.string().nullable(),
      phone: z.string().nullable(),
      channel: z.string(),
      person: z.string().nullable(),
      grade: z.string().nullable(),
      outcome: z.string(),
    }),
  ),
})
export type ImportPlan = z.infer<typeof importPlan>

export const imports = {
  read: operation({
    kind: 'task',
    about: 'Look into a foreign CSV file: encoding, columns, values, a first guess of what they mean.',
    access: { roles: MANAGERS, own: 'no' },
    input: z.object({
      fileName: z.string().max(260),
      contentBase64: z.string().max(40_000_000, { error: 'file_too_large' }),
    }),
    output: fileReading,
  }),
  remap: operation({
    kind: 'query',
    about: 'The distinct values again after columns were mapped differently.',
    access: { roles: MANAGERS, own: 'no' },
    input: z.object({ token: id, mapping }),
    output: fileReading,
  }),
  preview: operation({
    kind: 'query',
    about: 'What a run with this mapping would do, exactly.',
    access: { roles: MANAGERS, own: 'no' },
    input: z.object({ token: id, mapping }),
    output: importPlan,
  }),
  run: operation({
    kind: 'task',
    about: 'Read the file in as one batch, after a verified backup.',
    access: { roles: MANAGERS, own: 'no' },
    input: z.object({ token: id, mapping }),
    output: z.object({ batchId: id, plan: importPlan }),
  }),
  batches: operation({
    kind: 'query',
    about: 'What was read in, newest first.',
    access: { roles: MANAGERS, own: 'no' },
    input: nothing,
    output: z.object({
      batches: z.array(
        z.object({
          id,
          fileName: z.string(),
          importedAt: instant,
          importedByName: z.string().nullable(),
          rowCount: count,
          undoneAt: instant.nullable(),
          builtUpon: count,
        }),
      ),
    }),
  }),
  undo: operation({
    kind: 'command',
    about: 'Take a whole batch out again; refused where people have worked on its leads since.',
    access: { roles: MANAGERS, own: 'no' },
    input: z.object({ batchId: id }),
    output: done,
  }),
}
