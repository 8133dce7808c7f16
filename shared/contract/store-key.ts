import { z } from 'zod'
import { nothing, tally } from './fields.ts'
import { OWNER, operation } from './operation.ts'
import { status } from './session.ts'

const typedPassword = z.string().min(1, { error: 'required' }).max(200, { error: 'too_long' })
/** As it is read off the paper: with or without dashes, in letters of any size. */
export const typedRecoveryCode = z.string().trim().min(1, { error: 'required' }).max(100, { error: 'too_long' })

/** Whether the store's file can be read by whoever gets hold of it, and where the key is. */
export const storeKey = {
  protection: operation({
    kind: 'query',
    about: 'Whether the store is encrypted, where its key is kept, and whether there is a paper that opens it.',
    access: { roles: OWNER, own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({
      isEncrypted: z.boolean(),
      /** `system`: in the key store of this PC. `file`: beside the store, for whoever has the folder. Null of a plain store. */
      keptBy: z.enum(['system', 'file']).nullable(),
      /** Whether the caller's recovery code opens the data where the key is lost. */
      hasMyPaper: z.boolean(),
      /** How many people's do. */
      papers: tally,
      /** Backups from before the store was encrypted. They are encrypted one after the other. */
      plainBackups: tally,
    }),
  }),
  encrypt: operation({
    kind: 'task',
    about:
      'Encrypt a plain store, after a verified backup. Everybody else signs in again. Answers a new recovery code.',
    access: { roles: OWNER, own: 'no' },
    audit: 'kept',
    input: z.object({ password: typedPassword }),
    output: z.object({ recoveryCode: z.string(), status }),
  }),
  newRecoveryCode: operation({
    kind: 'task',
    about: 'Give the caller a new recovery code in the place of the one on their paper.',
    access: { roles: OWNER, own: 'no' },
    audit: 'changed',
    input: z.object({ password: typedPassword }),
    output: z.object({ recoveryCode: z.string() }),
  }),
}

/** Before anybody can sign in: the store is whole and its key is lost. */
export const storeUnlock = {
  lock: operation({
    kind: 'query',
    about: 'Which file is locked, and whether a recovery code can open it. Nothing is said of a store that is open.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({ isLocked: z.boolean(), file: z.string(), hasPaper: z.boolean() }),
  }),
  unlock: operation({
    kind: 'task',
    about: 'Open a store whose key is lost with an owner’s recovery code; from then on this PC keeps the key.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'kept',
    input: z.object({ recoveryCode: typedRecoveryCode }),
    output: status,
  }),
}
