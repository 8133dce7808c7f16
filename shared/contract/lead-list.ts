import { z } from 'zod'
import { OPEN_BUCKETS, STAGES } from '../values/grade.ts'
import { LEAD_COLUMNS, LEAD_DUES, LEAD_SORTS } from '../values/lead-look.ts'
import { date, grade, id, leadStatus, requiredText, stage } from './fields.ts'

/** Which leads. A list that is empty and a field that is null ask nothing. */
export const leadFilter = z.object({
  /** `all`, `mine`, `nobody`, or a person's id. */
  who: z.string().min(1).default('all'),
  grades: z.array(z.enum(OPEN_BUCKETS)).default([]),
  statuses: z.array(leadStatus).default([]),
  stages: z.array(z.enum(['unknown', ...STAGES])).default([]),
  channels: z.array(id).max(100).default([]),
  createdFrom: date.nullable().default(null),
  createdTo: date.nullable().default(null),
  /** By the next contact: before today, today, in the seven days from today, not planned though open. */
  due: z.enum(LEAD_DUES).nullable().default(null),
  /** No contact, visit or change for more than so many days; `cadence`: for longer than the rhythm of its grade. */
  silent: z
    .union([z.int().min(0).max(10_000), z.literal('cadence')])
    .nullable()
    .default(null),
  model: z.string().max(60).default(''),
  /** Part of a name, its pinyin or initials, part of a number, WeChat id, model; all words must be found. */
  text: z.string().max(60).default(''),
  batchId: id.nullable().default(null),
})
export type LeadFilter = z.infer<typeof leadFilter>

export const leadSort = z.object({ by: z.enum(LEAD_SORTS), descending: z.boolean() })
export type LeadSort = z.infer<typeof leadSort>

export const leadRow = z.object({
  leadId: id,
  version: z.int(),
  /** False: a colleague's, shown with its contact masked. */
  isMine: z.boolean(),
  customerName: z.string(),
  phone: z.string().nullable(),
  wechat: z.string().nullable(),
  model: z.string().nullable(),
  stage: stage.nullable(),
  bucket: z.string(),
  grade: grade.nullable(),
  status: leadStatus,
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  channelName: z.string(),
  createdOn: date,
  dueOn: date.nullable(),
  lastDoneOn: date.nullable(),
  /** The newest of contact, visit and change: what silence is counted from. */
  touchedOn: date,
})
export type LeadRow = z.infer<typeof leadRow>

/** As much of a lead as tells one customer from another while somebody types. */
export const foundLead = leadRow.pick({
  leadId: true,
  isMine: true,
  customerName: true,
  phone: true,
  wechat: true,
  model: true,
  bucket: true,
  status: true,
  ownerName: true,
})
export type FoundLead = z.infer<typeof foundLead>

/** A look at the list that somebody gave a name. */
export const leadLook = z.object({
  filter: leadFilter,
  sort: leadSort,
  columns: z.array(z.enum(LEAD_COLUMNS)).max(LEAD_COLUMNS.length),
})
export type LeadLook = z.infer<typeof leadLook>

export const savedView = z.object({
  viewId: id,
  name: requiredText(40),
  /** Shown to everybody; only managers may share. */
  shared: z.boolean(),
  isMine: z.boolean(),
  /** May be changed and deleted by whoever asked. */
  mayChange: z.boolean(),
  byName: z.string(),
  look: leadLook,
})
export type SavedView = z.infer<typeof savedView>
