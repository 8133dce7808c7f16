import { z } from 'zod'
import {
  date,
  done,
  grade,
  id,
  instant,
  method,
  moment,
  nothing,
  optionalId,
  optionalText,
  outcome,
  tally,
} from './fields.ts'
import { MANAGERS, operation, SALES } from './operation.ts'
import { visitRow } from './visits.ts'

/** One line of a salesperson's day. */
export const dayItem = z.object({
  leadId: id,
  customerName: z.string(),
  phone: z.string().nullable(),
  wechat: z.string().nullable(),
  model: z.string().nullable(),
  grade: grade.nullable(),
  dueOn: date.nullable(),
  firstDueOn: date.nullable(),
  lastDoneOn: date.nullable(),
  lastNote: z.string().nullable(),
  createdOn: date,
})
export type DayItem = z.infer<typeof dayItem>

export const personDay = z.object({
  staffId: id,
  name: z.string(),
  role: z.string(),
  /** Open plans due today or earlier, and those due today or earlier that were done today. */
  due: tally,
  /** How many of those are done. */
  dueDone: tally,
  /** Every contact made today, also those that were not due. */
  doneToday: tally,
  overdue: tally,
  /** Own open leads nobody has ever followed up. */
  untouched: tally,
  openLeads: tally,
  dailyCapacity: tally.nullable(),
})
export type PersonDay = z.infer<typeof personDay>

export const lossRequestRow = z.object({
  requestId: id,
  leadId: id,
  customerName: z.string(),
  requestedAt: moment,
  requestedByName: z.string(),
  reason: z.string(),
  competitor: z.string().nullable(),
  note: z.string().nullable(),
})

export const unassignedLead = z.object({
  leadId: id,
  customerName: z.string(),
  model: z.string().nullable(),
  channelName: z.string(),
  createdAt: moment,
  waitingMinutes: tally,
})

/** A done follow-up laid before a manager. `suspicions` are questions to ask, never accusations (domain.md 5). */
export const reviewItem = z.object({
  followUpId: id,
  leadId: id,
  customerName: z.string(),
  phone: z.string().nullable(),
  grade: grade.nullable(),
  staffId: id,
  staffName: z.string(),
  dueOn: date,
  doneAt: moment,
  loggedAt: moment,
  method: z.string().nullable(),
  outcome: z.string().nullable(),
  note: z.string().nullable(),
  review: z.enum(['approved', 'rejected']).nullable(),
  reviewNote: z.string().nullable(),
  reviewedByName: z.string().nullable(),
  suspicions: z.array(z.enum(['a', 'b', 'c', 'd', 'e', 'f'])),
})
export type ReviewItem = z.infer<typeof reviewItem>

export const followUps = {
  today: operation({
    kind: 'query',
    about: 'A person’s day: overdue, due, new, and open leads without a next date.',
    access: { roles: SALES, own: 'no' },
    audit: 'lists_customers',
    input: z.object({ staffId: optionalId }),
    output: z.object({
      staffId: id,
      overdue: z.array(dayItem),
      due: z.array(dayItem),
      fresh: z.array(dayItem),
      noNextDate: z.array(dayItem),
      /** Contacts due by today that were made today, and all that were made. */
      dueDone: tally,
      doneToday: tally,
    }),
  }),
  teamDay: operation({
    kind: 'query',
    about: 'The manager’s day: per person due, done, untouched; what nobody has taken up yet.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'lists_customers',
    input: nothing,
    output: z.object({
      people: z.array(personDay),
      withoutContact: z.array(visitRow),
      unassigned: z.array(unassignedLead),
      lossRequests: z.array(lossRequestRow),
      toReview: tally,
      suspect: tally,
    }),
  }),
  log: operation({
    kind: 'command',
    about: 'Log a follow-up: fulfils the open plan if there is one, and plans the next.',
    access: { roles: SALES, own: 'lead' },
    audit: 'changed',
    input: z.object({
      leadId: id,
      method,
      outcome,
      note: optionalText(1000),
      doneAt: instant.nullable(),
      nextDueOn: date.nullable(),
      /** The script that was said, so that a store learns which of them works. */
      scriptId: optionalId.default(null),
    }),
    output: z.object({ followUpId: id }),
  }),
  plan: operation({
    kind: 'command',
    about: 'Set or move the next date. Moving keeps the date it was first due.',
    access: { roles: SALES, own: 'lead' },
    audit: 'changed',
    input: z.object({ leadId: id, dueOn: date }),
    output: done,
  }),
  reviewQueue: operation({
    kind: 'query',
    about: 'Done follow-ups of a period to read: suspect ones first, then unreviewed, newest first.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'lists_customers',
    input: z.object({ from: date, to: date, staffId: optionalId, show: z.enum(['unreviewed', 'suspect', 'all']) }),
    output: z.object({ total: tally, items: z.array(reviewItem) }),
  }),
  review: operation({
    kind: 'command',
    about: 'A manager’s verdict on a record; null takes it back.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'approved',
    input: z.object({ followUpId: id, verdict: z.enum(['approved', 'rejected']).nullable(), note: optionalText(300) }),
    output: done,
  }),
}
