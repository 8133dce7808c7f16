import { z } from 'zod'
import { ERASURE_REASONS } from '../values/erased.ts'
import { exportedFile, exportWords } from './exports.ts'
import { id, moment, tally, text } from './fields.ts'
import { MANAGERS, OWNER, operation } from './operation.ts'

const holdings = z.object({
  numbers: tally,
  notes: tally,
  drafts: tally,
  /** Contacts not yet due. */
  plans: tally,
  openLeads: tally,
  leads: tally,
  visits: tally,
  followUps: tally,
  deals: tally,
  /** Orders neither delivered nor cancelled. */
  openOrders: tally,
  /** Others on file with the same number; they stay. */
  sharedWith: tally,
})

/** What is known of one customer, to be handed to them or to be forgotten, as the law gives them the right (PIPL art. 45 and 47). */
export const customers = {
  export: operation({
    kind: 'task',
    about:
      'Everything on file about one customer as one archive: for programs (JSON) and to be read (a page in the asker’s language).',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'exported',
    input: z.object({ customerId: id, language: z.enum(['zh', 'en']), words: exportWords }),
    output: exportedFile,
  }),
  erasePreview: operation({
    kind: 'query',
    about:
      'What would go and what would stay if a customer were erased, and which older files still hold them. Changes nothing.',
    access: { roles: OWNER, own: 'no' },
    audit: 'no',
    input: z.object({ customerId: id }),
    output: z.object({
      name: z.string(),
      holdings,
      /** Files that are not rewritten: backups, and stores that were set aside or packed. */
      backups: tally,
      oldestBackupAt: moment.nullable(),
      setAside: tally,
      packed: tally,
    }),
  }),
  erase: operation({
    kind: 'task',
    about:
      'Forget a customer for good: every word and number of theirs goes, the figures stay. For the owner’s password and the typed name; cannot be undone.',
    access: { roles: OWNER, own: 'no' },
    audit: 'changed',
    input: z.object({
      customerId: id,
      reason: z.enum(ERASURE_REASONS),
      /** As it is on file, typed once more. */
      name: text.trim().min(1, { error: 'required' }).max(200, { error: 'too_long' }),
      password: z.string().min(1, { error: 'required' }).max(200, { error: 'too_long' }),
    }),
    output: z.object({
      /** False: the file could not be written anew without them just now; that is tried again whenever somebody signs in. */
      isPurged: z.boolean(),
    }),
  }),
}
