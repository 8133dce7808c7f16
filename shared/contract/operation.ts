import type { z } from 'zod'
import type { AuditKind } from '../values/audit-kind.ts'
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

/** What a question makes the trail keep: nothing, or who saw what of whom (electron/api/account-for-reading.ts). */
type AuditOfReading =
  /** Figures, settings, one's own, or what is on screen beside something that is kept. */
  | 'no'
  /** One customer's profile: once a while for each person and customer. */
  | 'opens_customer'
  /** A list of customers: once a while where somebody sees more than a few dozen, or has searched by a number. */
  | 'lists_customers'
  /** Who is behind a number: where somebody is found. */
  | 'finds_by_number'

/**
 * What the audit trail keeps of an operation when it is done, without a default: one that does not say so does not compile. A
 * command makes an entry of the kind named, always, in its transaction; a task makes it itself; `no` of a task is a step of
 * something that is kept as a whole, or touches nobody's data but the caller's. What is refused for lack of a right is kept anyway.
 */
type AuditOf<K extends OperationKind> = K extends 'query'
  ? AuditOfReading
  : K extends 'command'
    ? 'changed' | 'approved'
    : 'no' | Exclude<AuditKind, 'read' | 'refused'>
export type Audit = AuditOf<OperationKind>

export type Operation<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends OperationKind = OperationKind,
> = {
  readonly kind: K
  readonly about: string
  readonly access: Access
  readonly audit: AuditOf<K>
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
