import { z } from 'zod'
import { isGoodPackPassword } from '../values/pack-password.ts'
import { done, moment, nothing, tally } from './fields.ts'
import { OWNER, operation } from './operation.ts'
import { status } from './session.ts'
import { typedRecoveryCode } from './store-key.ts'

const previewId = z.string().min(1).max(64)
const typedPassword = z.string().min(1, { error: 'required' }).max(200, { error: 'too_long' })
const packPassword = z
  .string()
  .max(200, { error: 'too_long' })
  .refine(isGoodPackPassword, { error: 'pack_password_weak' })

/** Follow-ups: those done. */
const counts = z.object({
  people: tally,
  customers: tally,
  leads: tally,
  visits: tally,
  followUps: tally,
  deals: tally,
})
export type StoreCounts = z.infer<typeof counts>

/** A store that may take the place of the present one, looked into without touching either. */
const preview = z.object({
  previewId,
  storeName: z.string().nullable(),
  takenAt: moment,
  bytes: tally,
  counts,
  /** When the last thing was entered in it; null where nobody has worked yet. */
  newestAt: moment.nullable(),
  /** What the present store has that this one has not, and the other way round; null where there is no store. */
  lost: counts.nullable(),
  gained: counts.nullable(),
})
export type StorePreview = z.infer<typeof preview>

const backupName = z.string().regex(/^ninepoint-[\d-]+\.db$/)

/** How often backups are made while the program is open: every so many hours in which something was written. */
export const BACKUP_HOURS = [1, 2, 4, 8] as const
export type BackupHours = (typeof BACKUP_HOURS)[number]

export const storeFile = {
  place: operation({
    kind: 'query',
    about: 'Where the data lie, how much they are, when they were last backed up, and how much room the disk has.',
    access: { roles: OWNER, own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({
      file: z.string(),
      isDemo: z.boolean(),
      bytes: tally,
      counts,
      /** Customers on file but for those who were erased. */
      peopleOnFile: tally,
      /** Null where the system does not say. */
      freeBytes: tally.nullable(),
      lastBackupAt: moment.nullable(),
      backupEveryHours: z.literal(BACKUP_HOURS),
      /** Since when backups fail; null while they do not. */
      backupFailedAt: moment.nullable(),
      /** What to be warned of. */
      warnings: z.array(z.enum(['backup_old', 'never_backed_up', 'disk_nearly_full', 'many_people', 'important_data'])),
      /** When this PC's program was told that work goes on at another PC; null while it goes on here. */
      movedAt: moment.nullable(),
    }),
  }),
  scheduleBackups: operation({
    kind: 'task',
    about: 'How often backups are made at this PC while the program is open.',
    access: { roles: OWNER, own: 'no' },
    audit: 'kept',
    input: z.object({ everyHours: z.literal(BACKUP_HOURS) }),
    output: done,
  }),
  previewBackup: operation({
    kind: 'task',
    about: 'Look into a backup before restoring it: what it holds, and what would be lost. Changes nothing.',
    access: { roles: OWNER, own: 'no' },
    audit: 'no',
    /** With the code, where the backup is under a key that is not at hand here. */
    input: z.object({ file: backupName, recoveryCode: typedRecoveryCode.optional() }),
    output: preview,
  }),
  restore: operation({
    kind: 'task',
    about: 'Put a previewed backup in the place of the store, after a verified backup of it. Everybody signs in again.',
    access: { roles: OWNER, own: 'no' },
    audit: 'kept',
    input: z.object({ previewId, password: typedPassword }),
    output: z.object({ before: z.string().nullable(), status }),
  }),
  pack: operation({
    kind: 'task',
    about: 'Pack the showroom with its accounts into one file, closed with a password, to be opened at another PC.',
    access: { roles: OWNER, own: 'no' },
    audit: 'exported',
    input: z.object({ password: packPassword }),
    output: z.object({ file: z.string(), bytes: tally }),
  }),
  packed: operation({
    kind: 'query',
    about: 'The packed showrooms that lie ready here: in the folder for them, or handed over by the desktop window.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({
      folder: z.string(),
      files: z.array(
        z.object({ id: z.string(), file: z.string(), bytes: tally, savedAt: moment, isOffered: z.boolean() }),
      ),
    }),
  }),
  openPacked: operation({
    kind: 'task',
    about:
      'Open a packed showroom with its password and look into it. Only where no showroom is yet, or for its owner.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'no',
    input: z.object({ id: z.string().min(1).max(300), password: typedPassword }),
    output: preview,
  }),
  takePacked: operation({
    kind: 'task',
    about:
      'Put an opened packed showroom in place: as the first one here, or, with the owner’s password, for the present one.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'kept',
    input: z.object({ previewId, password: z.string().max(200).nullable() }),
    output: z.object({ before: z.string().nullable(), status }),
  }),
  markMoved: operation({
    kind: 'task',
    about: 'Say at this PC that work goes on at another one, or take that back. A note, not a lock.',
    access: { roles: OWNER, own: 'no' },
    audit: 'kept',
    input: z.object({ isMoved: z.boolean() }),
    output: done,
  }),
}

/** Before anybody can sign in: the store's file is damaged, or gone while its backups are there. */
export const storeRescue = {
  damage: operation({
    kind: 'query',
    about:
      'What is wrong with the store’s file, and the newest backup that holds. Nothing is said of a store that is well.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({
      problem: z.enum(['damaged', 'missing']).nullable(),
      file: z.string(),
      newest: z.object({ file: z.string(), takenAt: moment, counts, newestAt: moment.nullable() }).nullable(),
    }),
  }),
  rescue: operation({
    kind: 'task',
    about:
      'Put the newest backup that holds in the place of a damaged or missing store; the damaged file is kept beside it.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'kept',
    input: nothing,
    output: z.object({ keptAs: z.string().nullable(), status }),
  }),
}
