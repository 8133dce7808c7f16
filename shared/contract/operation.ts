import type { z } from 'zod'
import type { Role } from '../values/vocabulary.ts'

/**
 * One thing the program can be asked to do. Everything else is derived from these: the client's type, the table of handlers, the
 * HTTP routes, the access matrix and its test.
 *
 * `query` reads. `command` writes: the gate runs it in one transaction and appends the audit entry in that same transaction.
 * `task` is asynchronous or works on files and keeps its own transactions (signing in, backup, reading a file in).
 */
export type OperationKind = 'query' | 'command' | 'task'

/**
 * Who may call, without a default: an operation that does not say so does not compile.
 * `roles: 'anyone'` is before signing in. `own` narrows a salesperson to what is theirs: the gate looks up the owner of the
 * named input field and refuses the rest; managers and owners pass.
 */
export type Access = {
  readonly roles: 'anyone' | readonly Role[]
  readonly own: 'no' | 'lead' | 'visit' | 'deal'
}

export type Operation<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends OperationKind = OperationKind,
> = {
  readonly kind: K
  readonly about: string
  readonly access: Access
  readonly input: I
  readonly output: O
}

/** Keeps the exact types of the two schemas, and of what kind it is. */
export function operation<I extends z.ZodType, O extends z.ZodType, K extends OperationKind>(
  definition: Operation<I, O, K>,
): Operation<I, O, K> {
  return definition
}

/** Everyone who has signed in. */
export const EVERYONE = ['salesperson', 'reception', 'manager', 'owner'] as const satisfies readonly Role[]
/** Who owns leads or answers for those who do. */
export const SALES = ['salesperson', 'manager', 'owner'] as const satisfies readonly Role[]
/** Who assigns, reviews, confirms losses, sets targets, costs, door counts and rules (domain.md 4). */
export const MANAGERS = ['manager', 'owner'] as const satisfies readonly Role[]
/** Who manages people, backups and the store. */
export const OWNER = ['owner'] as const satisfies readonly Role[]
