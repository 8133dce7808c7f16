import { z } from 'zod'
import { done, id, nothing, password, role } from './fields.ts'
import { EVERYONE, operation } from './operation.ts'

export const person = z.object({ id, name: z.string(), role })
export type Person = z.infer<typeof person>

/** Where the program stands for this window: what to show before anything else. */
export const status = z.object({
  /** `locked`: the store's key is lost, and an owner's recovery code opens it. */
  stage: z.enum(['first_run', 'locked', 'damaged', 'sign_in', 'signed_in']),
  storeName: z.string().nullable(),
  isDemo: z.boolean(),
  /** In the demo showroom everyone signs in with this; null in a real one. */
  demoSecret: z.string().nullable(),
  /** The active people in the order of their keys on the sign-in screen. */
  people: z.array(person),
  /** The owners of a store that came from an export, which carries no secrets: nobody can sign in until one sets a password. */
  unclaimedBy: z.array(person),
  me: person.nullable(),
  today: z.string(),
  timeZone: z.string(),
  idleMinutes: z.int(),
  /** Since when work goes on at another PC: a note for whoever opens the program here. Null while it goes on here. */
  movedAt: z.int().nullable(),
  /** Since when backups fail: for an owner who is signed in. Null while they do not. */
  backupFailedAt: z.int().nullable(),
})
export type Status = z.infer<typeof status>

export const session = {
  status: operation({
    kind: 'query',
    about: 'Where the program stands: first run, sign-in, or who is signed in.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'no',
    input: nothing,
    output: status,
  }),
  signIn: operation({
    kind: 'task',
    about: 'Sign in with a PIN, an owner with a password; replaces whoever was signed in here.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'signed_in',
    input: z.object({ staffId: id, secret: z.string().min(1, { error: 'required' }).max(200) }),
    output: status,
  }),
  signOut: operation({
    kind: 'task',
    about: 'End this window’s session: leaving, locking, or making room for the next person.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'signed_in',
    input: nothing,
    output: status,
  }),
  touch: operation({
    kind: 'query',
    about: 'Somebody is at the keyboard: starts the idle clock anew.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'no',
    input: nothing,
    output: done,
  }),
  recover: operation({
    kind: 'task',
    about: 'An owner who forgot the password sets a new one with the recovery code printed at set-up.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'signed_in',
    input: z.object({ staffId: id, recoveryCode: z.string().trim().min(1, { error: 'required' }).max(100), password }),
    output: z.object({ recoveryCode: z.string() }),
  }),
}
