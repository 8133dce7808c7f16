import { z } from 'zod'
import {
  FLAG_CODES,
  IMPORT_FIELDS,
  IMPORT_KINDS,
  IMPORT_PHASES,
  LEFT_OUT_CODES,
  OUTCOMES,
  VALUE_FIELDS,
} from '../domain/import/fields.ts'
import { amount, date, done, grade, id, moment, nothing, requiredText, tally, text } from './fields.ts'
import { MANAGERS, operation } from './operation.ts'

const place = z.int().min(0).max(1000)
const meanings = z.record(z.string().max(200), text.max(300))

/** How to read a file; what each part means stands at `Mapping` (shared/domain/import/fields.ts). */
export const mapping = z.object({
  kind: z.enum(IMPORT_KINDS),
  sheet: z.int().min(0).max(1000),
  headerRow: z.int().min(-1).max(200),
  headerLines: z.int().min(1).max(4),
  columns: z.partialRecord(z.enum(IMPORT_FIELDS), place),
  values: z.partialRecord(z.enum(VALUE_FIELDS), meanings),
  year: z.int().min(1990).max(2100).nullable(),
  dateOrder: z.enum(['mdy', 'dmy']),
  blankDate: z.enum(['leave_out', 'as_above', 'on_day']),
  blankOn: date.nullable(),
  defaultChannel: text.max(300).nullable(),
  defaultPerson: text.max(300).nullable(),
  knownPhone: z.enum(['same_person', 'skip']),
  otherName: z.enum(['same_person', 'another_person', 'skip']),
  notesSayingDeal: z.enum(['keep', 'as_deal']),
  notesSayingLoss: z.enum(['keep', 'as_loss']),
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
  format: z.enum(['text', 'workbook']),
  /** Of a text file; '' for a workbook. */
  encoding: z.string(),
  delimiter: z.string(),
  /** Of a workbook, hidden ones too, with the rows of each; a text file is one sheet without a name. */
  sheets: z.array(z.object({ name: z.string(), rowCount: tally, hidden: z.boolean() })),
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
    /** Of those, the ones that exist only with the month first, or only with the day first: what decides the column. */
    onlyMonthFirst: tally,
    onlyDayFirst: tally,
    blank: tally,
    /** The first and the last day with this mapping. */
    from: date.nullable(),
    to: date.nullable(),
  }),
  /** Remarks that speak of an order or a loss, with some of them word by word. */
  notes: z.object({ deals: tally, losses: tally, examples: z.array(z.string()) }),
  /** The kept mapping that was applied because it fits the file's headers. */
  template: z.object({ id, name: z.string() }).nullable(),
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
  kind: z.enum(IMPORT_KINDS),
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
  newPeople: z.array(z.string()),
  /** Everybody to whom the file gives a visit, a lead or a sale. */
  people: tally,
  /** What becomes of the new leads, won / (won + lost) among them (null: neither), and their orders with the sum of the prices. */
  open: tally,
  dormant: tally,
  won: tally,
  lost: tally,
  winRate: z.number().nullable(),
  deals: tally,
  revenueFen: amount.nullable(),
  planned: tally,
  phonesOnTwoNames: tally,
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
      model: z.string().nullable(),
      priceFen: amount.nullable(),
      isFirst: z.boolean(),
      outcome: z.enum(OUTCOMES),
    }),
  ),
})
export type ImportPlan = z.infer<typeof importPlan>

export const batch = z.object({
  id,
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string(),
  importedAt: moment,
  importedByName: z.string().nullable(),
  rowCount: tally,
  visits: tally,
  leads: tally,
  deals: tally,
  from: date.nullable(),
  to: date.nullable(),
  undoneAt: moment.nullable(),
  /** Records of the batch that people have worked on since; above 0 it cannot be undone. */
  builtUpon: tally,
})
export type Batch = z.infer<typeof batch>

const template = z.object({
  id,
  name: z.string(),
  kind: z.enum(IMPORT_KINDS),
  savedAt: moment,
  savedByName: z.string().nullable(),
})
export type Template = z.infer<typeof template>

/** Made up by who asks, to follow and to cancel the work while the answer is not there yet. */
const jobId = z.string().min(1).max(64)
const mapped = z.object({ token: id, mapping })
const job = mapped.extend({ jobId })

const MANAGER = { roles: MANAGERS, own: 'no' } as const

/** Everything that goes through a whole file works beside the gate, so that nobody else waits for it (kind `task`). */
export const imports = {
  read: operation({
    kind: 'task',
    about: 'Look into a foreign CSV or XLSX file: form, sheets, columns, values, a first guess of what they mean.',
    access: MANAGER,
    audit: 'no',
    input: z.object({
      jobId,
      fileName: text.max(260),
      contentBase64: z.string().max(40_000_000, { error: 'file_too_large' }),
    }),
    output: fileReading,
  }),
  remap: operation({
    kind: 'task',
    about:
      'The same file after columns, the sheet or the kind were changed: distinct values, and a guess for those nobody has answered.',
    access: MANAGER,
    audit: 'no',
    input: job,
    output: fileReading,
  }),
  preview: operation({
    kind: 'task',
    about: 'What a run with this mapping would do, exactly.',
    access: MANAGER,
    audit: 'no',
    input: job,
    output: importPlan,
  }),
  leftOut: operation({
    kind: 'task',
    about: 'Every row that would stay out, with the reason: a file to mend and read in again.',
    access: MANAGER,
    audit: 'no',
    input: job,
    output: z.object({ headers: z.array(z.string()), rows: z.array(leftOutRow) }),
  }),
  run: operation({
    kind: 'task',
    about: 'Read the file in as one batch, after a verified backup. `digest` names the preview that was agreed to.',
    access: MANAGER,
    audit: 'changed',
    input: job.extend({ digest: z.string().max(100) }),
    output: z.object({ batchId: id, plan: importPlan }),
  }),
  progress: operation({
    kind: 'query',
    about: 'How far a job is; null when it has not begun, is done, or was never heard of.',
    access: MANAGER,
    audit: 'no',
    input: z.object({ jobId }),
    output: z.object({
      progress: z.object({ phase: z.enum(IMPORT_PHASES), done: tally, total: tally }).nullable(),
    }),
  }),
  cancel: operation({
    kind: 'task',
    about: 'Stop a job: its own call is refused with `import_cancelled`, and nothing of it is in the store.',
    access: MANAGER,
    audit: 'no',
    input: z.object({ jobId }),
    output: done,
  }),
  templates: operation({
    kind: 'query',
    about: 'The kept mappings, newest first.',
    access: MANAGER,
    audit: 'no',
    input: nothing,
    output: z.object({ templates: z.array(template) }),
  }),
  saveTemplate: operation({
    kind: 'task',
    about: 'Keep a mapping under a name; one of the same name is replaced.',
    access: MANAGER,
    audit: 'changed',
    input: mapped.extend({ name: requiredText(60) }),
    output: z.object({ templateId: id }),
  }),
  useTemplate: operation({
    kind: 'task',
    about: 'The file read with a kept mapping; columns it does not have are left open.',
    access: MANAGER,
    audit: 'no',
    input: z.object({ jobId, token: id, templateId: id }),
    output: fileReading,
  }),
  deleteTemplate: operation({
    kind: 'command',
    about: 'Forget a kept mapping.',
    access: MANAGER,
    audit: 'changed',
    input: z.object({ templateId: id }),
    output: done,
  }),
  batches: operation({
    kind: 'query',
    about: 'What was read in, newest first.',
    access: MANAGER,
    audit: 'no',
    input: nothing,
    output: z.object({ batches: z.array(batch) }),
  }),
  undo: operation({
    kind: 'task',
    about: 'Take a whole batch out again; refused where people have worked on its leads since.',
    access: MANAGER,
    audit: 'changed',
    input: z.object({ jobId, batchId: id }),
    output: done,
  }),
}
