import { z } from 'zod'
import { AUDIT_FAULTS, AUDIT_KINDS } from '../values/audit-kind.ts'
import { date, id, moment, optionalId, tally } from './fields.ts'
import { MANAGERS, OWNER, operation } from './operation.ts'

/** One line of the audit trail, with what can be said of its ids today. */
export const auditEntry = z.object({
  seq: z.int(),
  at: moment,
  /** Null: the program by itself, or somebody who was not let in. */
  staffId: z.string().nullable(),
  staffName: z.string().nullable(),
  kind: z.enum(AUDIT_KINDS),
  /** An operation of the contract, also of an older one. */
  operation: z.string(),
  subject: z.string().nullable(),
  /** What the subject is called: a customer, a person, an imported file. Null where there is nothing (any more) to name. */
  about: z.string().nullable(),
  /** The customer's profile that it opens. */
  leadId: z.string().nullable(),
  /** Codes and counts, apart by blanks. */
  detail: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof auditEntry>

/** The number below which the next page begins. */
const cursor = z.int().min(1).nullable()
const paged = { before: cursor, limit: z.int().min(1).max(200) }
const pageOfTrail = z.object({ entries: z.array(auditEntry), next: cursor })

export const audit = {
  list: operation({
    kind: 'query',
    about: 'The audit trail, newest first, by person, kind and days.',
    access: { roles: OWNER, own: 'no' },
    audit: 'no',
    input: z.object({
      staffId: optionalId,
      kind: z.enum(AUDIT_KINDS).nullable(),
      from: date.nullable(),
      to: date.nullable(),
      ...paged,
    }),
    output: pageOfTrail,
  }),
  ofCustomer: operation({
    kind: 'query',
    about: 'Who has looked at or changed the customer of a lead, newest first.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'no',
    input: z.object({ leadId: id, ...paged }),
    output: pageOfTrail,
  }),
  check: operation({
    kind: 'query',
    about: 'Look through a stretch of the trail for entries that were changed, taken out or slipped in since.',
    access: { roles: OWNER, own: 'no' },
    audit: 'no',
    /** Where the stretch before ended; 0 for the first. */
    input: z.object({ after: z.int().min(0) }),
    output: z.object({
      upTo: tally,
      /** The number of the newest entry. */
      of: tally,
      isEnd: z.boolean(),
      fault: z.object({ seq: z.int(), fault: z.enum(AUDIT_FAULTS) }).nullable(),
      /** The number up to which the newest backup vouches for the trail; null where there is none. */
      backedUpTo: tally.nullable(),
    }),
  }),
}
