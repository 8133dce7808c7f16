import { z } from 'zod'

/**
 * Everything that can go wrong for a caller, as a value. The dictionaries hold one sentence per code (`failure.<code>`); nothing
 * here carries a stack, a file path or SQL.
 */
export const FAILURE_CODES = [
  'unknown_operation',
  'not_signed_in',
  'forbidden',
  'not_yours',
  'invalid_input',
  'not_found',
  'changed_meanwhile',
  'count_changed',
  'undo_expired',
  'undo_changed',
  'wrong_secret',
  'too_many_tries',
  'already_set_up',
  'no_store',
  'person_erased',
  'lead_closed',
  'lead_open',
  'not_won',
  'already_voided',
  'already_captured',
  'first_visit_exists',
  'contact_required',
  'phone_taken',
  'reason_required',
  'in_the_future',
  'before_creation',
  'nothing_planned',
  'already_decided',
  'already_reviewed',
  'own_record',
  'person_inactive',
  'not_an_owner_of_leads',
  'last_owner',
  'name_taken',
  'targets_unbalanced',
  'file_unreadable',
  'file_too_large',
  'mapping_incomplete',
  'import_expired',
  'import_repeated',
  'import_built_upon',
  'import_cancelled',
  'import_busy',
  'already_undone',
  'backup_failed',
  'backup_unusable',
  'backup_locked',
  'store_locked',
  'already_encrypted',
  'recovery_code_wrong',
  'preview_expired',
  'not_in_demo',
  'store_newer',
  'store_open_elsewhere',
  'pack_failed',
  'pack_unreadable',
  'pack_password_wrong',
  'store_full',
  'store_busy',
  'store_unwritable',
  'store_damaged',
  'internal',
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

export const fieldFault = z.object({ path: z.string(), code: z.string() })
export type FieldFault = z.infer<typeof fieldFault>

export const failure = z.object({
  code: z.enum(FAILURE_CODES),
  fields: z.array(fieldFault),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Failure = z.infer<typeof failure>

/** Thrown by services and rules, turned into an answer by the gate: the transaction around it is rolled back. */
export class Refusal extends Error {
  readonly failure: Failure
  constructor(code: FailureCode, details: { fields?: readonly FieldFault[]; params?: Failure['params'] } = {}) {
    super(code)
    this.failure = { code, fields: [...(details.fields ?? [])], params: details.params ?? {} }
  }
}

export const request = z.object({ id: z.string().max(64), op: z.string().max(64), input: z.unknown() })
export type Request = z.infer<typeof request>
/** With `undoId` the act can be taken back for a while (`acts.undo`). */
export type Answer =
  | { readonly id: string; readonly ok: true; readonly value: unknown; readonly undoId?: string }
  | { readonly id: string; readonly ok: false; readonly failure: Failure }
