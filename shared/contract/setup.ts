import { z } from 'zod'
import { isTimeZone } from '../values/business-date.ts'
import { count, done, id, nothing, optionalId, password, pin, requiredText, role, tally } from './fields.ts'
import { EVERYONE, MANAGERS, OWNER, operation } from './operation.ts'
import { status } from './session.ts'

const weekdays = z.array(z.int().min(1).max(7)).min(1, { error: 'required' })
const timeZone = z.string().refine(isTimeZone, { error: 'not_a_time_zone' })

const slotLetter = z.enum(['A', 'B', 'C', 'D'])

export const slot = z.object({
  slot: slotLetter,
  label: requiredText(12),
  horizonDays: z.int().min(1).max(3650).nullable(),
  cadenceDays: z.int({ error: 'not_a_count' }).min(1, { error: 'not_a_count' }).max(365, { error: 'too_large' }),
  firstContactHours: z.int().min(1).max(720),
  dormantDays: z.int().min(1).max(3650),
})
export type Slot = z.infer<typeof slot>

export const storeSettings = z.object({
  name: requiredText(80),
  timeZone,
  openWeekdays: weekdays,
  lateEntryMinutes: z.int().min(0).max(1440),
  responseMinutes: z.int().min(1).max(10_080),
})

/** The settings on file. */
const knownSettings = z.object({
  name: z.string(),
  timeZone: z.string(),
  openWeekdays: z.array(z.int()),
  lateEntryMinutes: tally,
  responseMinutes: tally,
  slots: z.array(
    z.object({
      slot: slotLetter,
      label: z.string(),
      horizonDays: tally.nullable(),
      cadenceDays: tally,
      firstContactHours: tally,
      dormantDays: tally,
    }),
  ),
})

export const staffRow = z.object({
  id,
  name: z.string(),
  role,
  active: z.boolean(),
  dailyCapacity: tally.nullable(),
  hasSecret: z.boolean(),
  /** Until when nobody gets in under this name after too many wrong tries; null: not locked, or not the caller's business. */
  lockedUntil: z.int().nullable(),
})
export type StaffRow = z.infer<typeof staffRow>

export const setup = {
  createStore: operation({
    kind: 'task',
    about: 'First run: name the showroom, its owner and its people. Answers the recovery code, shown once.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'kept',
    input: z.object({
      storeName: requiredText(80),
      timeZone,
      openWeekdays: weekdays,
      owner: z.object({ name: requiredText(40), password }),
      people: z
        .array(z.object({ name: requiredText(40), role: z.enum(['salesperson', 'reception', 'manager']), pin }))
        .max(100),
      channels: z
        .array(z.object({ name: requiredText(40), group: z.enum(['walk_in', 'referral', 'outbound']) }))
        .max(50),
      /** The language of what the showroom starts with: its scripts. */
      language: z.enum(['zh', 'en']).default('zh'),
    }),
    output: z.object({ recoveryCode: z.string(), status }),
  }),
  claimStore: operation({
    kind: 'task',
    about:
      'A store that came from an export has people but no secrets: its owner sets a password. Answers the recovery code.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'signed_in',
    input: z.object({ staffId: id, password }),
    output: z.object({ recoveryCode: z.string(), status }),
  }),
  openDemo: operation({
    kind: 'task',
    about: 'Look around in the demo showroom: a file of its own, made anew, beside the real one.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'no',
    input: nothing,
    output: status,
  }),
  leaveDemo: operation({
    kind: 'task',
    about: 'Back from the demo showroom to the real one, or to the first run.',
    access: { roles: 'anyone', own: 'no' },
    audit: 'no',
    input: nothing,
    output: status,
  }),
}

export const store = {
  get: operation({
    kind: 'query',
    about: 'The showroom’s own settings and its grade scheme.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'no',
    input: nothing,
    output: knownSettings,
  }),
  update: operation({
    kind: 'command',
    about: 'Change the showroom’s settings; a new time zone re-dates every record.',
    access: { roles: OWNER, own: 'no' },
    audit: 'changed',
    input: storeSettings,
    output: done,
  }),
  updateSlots: operation({
    kind: 'command',
    about: 'Change labels and cadences of the four grade slots.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'changed',
    input: z.object({ slots: z.array(slot).length(4) }),
    output: done,
  }),
  backUp: operation({
    kind: 'task',
    about: 'Take a verified backup now.',
    access: { roles: OWNER, own: 'no' },
    audit: 'kept',
    input: nothing,
    output: z.object({ file: z.string() }),
  }),
  backups: operation({
    kind: 'query',
    about: 'The backups there are, newest first.',
    access: { roles: OWNER, own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({
      folder: z.string(),
      backups: z.array(
        z.object({
          file: z.string(),
          takenAt: z.int(),
          bytes: z.int(),
          people: tally,
          leads: tally,
          visits: tally,
          deals: tally,
          /** Because another store took the place of this one, or a newer program brought it up to date; or by the clock. */
          madeFor: z.enum(['before_replacing', 'before_update', 'scheduled']).nullable(),
        }),
      ),
    }),
  }),
}

export const people = {
  list: operation({
    kind: 'query',
    about: 'Everyone, active first.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({ people: z.array(staffRow) }),
  }),
  save: operation({
    kind: 'command',
    about: 'Add a person (id null) or change one.',
    access: { roles: OWNER, own: 'no' },
    audit: 'changed',
    input: z.object({
      id: optionalId,
      name: requiredText(40),
      role,
      active: z.boolean(),
      dailyCapacity: count.nullable(),
    }),
    output: z.object({ id }),
  }),
  unlock: operation({
    kind: 'command',
    about: 'Let somebody try again at once who is locked after too many wrong PINs.',
    access: { roles: OWNER, own: 'no' },
    audit: 'changed',
    input: z.object({ staffId: id }),
    output: done,
  }),
  setSecret: operation({
    kind: 'task',
    about: 'Give a person a new PIN, an owner a new password.',
    access: { roles: OWNER, own: 'no' },
    audit: 'changed',
    input: z.object({ staffId: id, secret: z.string().max(200) }),
    output: done,
  }),
}
