import { z } from 'zod'
import { type BusinessDate, type Month, parseBusinessDate, parseMonth } from '../values/business-date.ts'
import { GRADES, LEAD_STATUSES, STAGES } from '../values/grade.ts'
import { isMobile, phoneKey } from '../values/phone.ts'
import { FOLLOW_UP_METHODS, FOLLOW_UP_OUTCOMES, ROLES } from '../values/vocabulary.ts'

// The fields operations are made of. An `error` here is a code: the dictionaries hold the sentence (`issue.<code>`).
export const id = z.string().min(1, { error: 'required' }).max(200, { error: 'too_long' })
export const optionalId = id.nullable()

export const requiredText = (max: number) =>
  z.string().trim().min(1, { error: 'required' }).max(max, { error: 'too_long' })

/** Text that may be missing: empty and blank become null, so that "nothing" has one form. */
export const optionalText = (max: number) =>
  z
    .string()
    .max(max, { error: 'too_long' })
    .nullable()
    .transform((text) => {
      const trimmed = text?.trim() ?? ''
      return trimmed === '' ? null : trimmed
    })

export const date = z
  .string()
  .refine((text) => parseBusinessDate(text) !== null, { error: 'not_a_date' })
  .transform((text) => text as BusinessDate)

export const month = z
  .string()
  .refine((text) => parseMonth(text) !== null, { error: 'not_a_month' })
  .transform((text) => text as Month)

/** Milliseconds since the epoch, between 1990 and 2100: anything else is a slip. */
export const instant = z
  .int({ error: 'not_a_time' })
  .min(631_152_000_000, { error: 'not_a_time' })
  .max(4_102_444_800_000, { error: 'not_a_time' })

/** Whole fen. */
export const fen = z.int({ error: 'not_money' }).min(-1e12, { error: 'not_money' }).max(1e12, { error: 'not_money' })
export const count = z
  .int({ error: 'not_a_count' })
  .min(0, { error: 'not_a_count' })
  .max(1_000_000, { error: 'too_large' })

export const phone = z
  .string()
  .trim()
  .max(40, { error: 'too_long' })
  .refine((text) => phoneKey(text) !== null && (isMobile(text) || (phoneKey(text) ?? '').length >= 7), {
    error: 'not_a_phone',
  })

export const optionalPhone = z
  .string()
  .nullable()
  .transform((text) => (text === null || text.trim() === '' ? null : text))
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
