import { z } from 'zod'
import { type BusinessDate, type Month, parseBusinessDate, parseMonth } from '../values/business-date.ts'
import { GRADES, LEAD_STATUSES, STAGES } from '../values/grade.ts'
import { isMobile, phoneKey } from '../values/phone.ts'
import { FOLLOW_UP_METHODS, FOLLOW_UP_OUTCOMES, ROLES } from '../values/vocabulary.ts'

// The fields operations are made of. An `error` here is a code: the dictionaries hold the sentence (`issue.<code>`).
/** Any non-empty text: an import keeps the ids of other programs as they are (interchange.md). */
export const id = z.string().min(1, { error: 'required' })
export const optionalId = id.nullable()

/** What somebody typed or pasted, without what no exchange file can hold: NUL, and halves of a character. */
export const text = z.string().overwrite((typed) => typed.replaceAll('\0', '').toWellFormed())

export const requiredText = (max: number) => text.trim().min(1, { error: 'required' }).max(max, { error: 'too_long' })

/** Text that may be missing: empty and blank become null, so that "nothing" has one form. */
export const optionalText = (max: number) =>
  text
    .max(max, { error: 'too_long' })
    .nullable()
    .transform((typed) => {
      const trimmed = typed?.trim() ?? ''
      return trimmed === '' ? null : trimmed
    })

export const date = z
  .string()
  .refine((typed) => parseBusinessDate(typed) !== null, { error: 'not_a_date' })
  .transform((typed) => typed as BusinessDate)

export const month = z
  .string()
  .refine((typed) => parseMonth(typed) !== null, { error: 'not_a_month' })
  .transform((typed) => typed as Month)

/** Milliseconds since the epoch, between 1990 and 2100: anything else is a slip. */
export const instant = z
  .int({ error: 'not_a_time' })
  .min(631_152_000_000, { error: 'not_a_time' })
  .max(4_102_444_800_000, { error: 'not_a_time' })

/** Whole fen. */
export const fen = z.int({ error: 'not_money' }).min(-1e12, { error: 'not_money' }).max(1e12, { error: 'not_money' })
/** A number of things somebody enters. */
export const count = z
  .int({ error: 'not_a_count' })
  .min(0, { error: 'not_a_count' })
  .max(1_000_000, { error: 'too_large' })

// What answers hold has no such limits: an import may have brought more than anybody would type, and a screen that refuses
// one odd record would be dark for all of them.
export const tally = z.int()
export const moment = z.int()
export const amount = z.int()

export const phone = text
  .trim()
  .max(40, { error: 'too_long' })
  .refine((typed) => phoneKey(typed) !== null && (isMobile(typed) || (phoneKey(typed) ?? '').length >= 7), {
    error: 'not_a_phone',
  })

export const optionalPhone = z
  .string()
  .nullable()
  .transform((typed) => (typed === null || typed.trim() === '' ? null : typed))
  .pipe(phone.nullable())

export const pin = z.string().regex(/^\d{6}$/, { error: 'pin_form' })
export const password = z.string().min(8, { error: 'password_short' }).max(200, { error: 'too_long' })

export const grade = z.enum(GRADES)
export const leadStatus = z.enum(LEAD_STATUSES)
export const stage = z.enum(STAGES)
export const role = z.enum(ROLES)
export const method = z.enum(FOLLOW_UP_METHODS)
export const outcome = z.enum(FOLLOW_UP_OUTCOMES)

/** A page of a list. */
export const page = { limit: z.int().min(1).max(500), offset: z.int().min(0) }

export const nothing = z.object({})
/** What a command answers when there is nothing to say but that it is done. */
export const done = z.object({ done: z.literal(true) })
