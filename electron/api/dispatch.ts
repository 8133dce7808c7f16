import type { z } from 'zod'
import { isDamage, troubleOf } from '../../db/connection.ts'
import { findOwnership } from '../../db/repositories/ownership.ts'
import { operations } from '../../shared/contract/contract.ts'
import { type Answer, type Failure, Refusal, type Request } from '../../shared/contract/failure.ts'
import type { Operation } from '../../shared/contract/operation.ts'
import { businessDateOf } from '../../shared/values/business-date.ts'
import { accountForRefusal, readAccountably } from './account-for-reading.ts'
import type { Context, OpenContext } from './context.ts'
import type { Desk } from './desk.ts'
import { handlers } from './handlers/handlers.ts'
import { personOf } from './person-of.ts'
import { refuseErased } from './refuse-erased.ts'
import { type Outcome, runCommand } from './run-command.ts'

/**
 * The only gate. Whatever carries a request here (in process, HTTP, Electron's channel), it is: found, its caller's role and
 * reach checked, its input parsed, run, written to the audit trail (who read, changed, was refused), its answer cut to the output schema. A command runs in one
 * transaction (run-command.ts) and answers beside its value by which id it can be taken back. A query reads one moment.
 */
export async function dispatch(desk: Desk, clientId: string, request: Request): Promise<Answer> {
  const startedAt = performance.now()
  try {
    const operation = operations.get(request.op)
    if (operation === undefined) throw new Refusal('unknown_operation')
    const { value, ...undo } = await run(desk, clientId, request, operation)
    return { id: request.id, ok: true, value: operation.output.parse(value), ...undo }
  } catch (error) {
    return { id: request.id, ok: false, failure: toFailure(desk, request, error) }
  } finally {
    desk.log.debug({ op: request.op, id: request.id, durationMs: performance.now() - startedAt }, 'answered')
  }
}

/** Handlers are typed one by one; here, where the name is only known at run time, they share this shape. */
type AnyHandler = (context: OpenContext | Context, input: unknown) => unknown

/** These hold the turn to write alone for as long as they do, and ask for it themselves; and nobody is kept signed in by an import. */
const TAKES_TURN =
  /^(?:imports\.|session\.signOut$|customers\.erase$|store\.restore$|store\.takePacked$|store\.encrypt$|setup\.rescue$)/

async function run(desk: Desk, clientId: string, request: Request, operation: Operation): Promise<Outcome> {
  const mayWrite = operation.kind === 'command' || (operation.kind === 'task' && !TAKES_TURN.test(request.op))
  if (!mayWrite) return runNow(desk, clientId, request, operation)
  return desk.writeTurns.share(() => runNow(desk, clientId, request, operation))
}

async function runNow(desk: Desk, clientId: string, request: Request, operation: Operation): Promise<Outcome> {
  const handler = (handlers as Readonly<Record<string, AnyHandler>>)[request.op]
  if (handler === undefined) throw new Refusal('unknown_operation')
  const open: OpenContext = { desk, clientId, now: desk.clock() }
  try {
    if (operation.access.roles !== 'anyone') return await runSignedIn(open, request, operation, handler)
    return { value: await handler(open, parse(operation, request.input)) }
  } catch (error) {
    accountForRefusal(open, request.op, request.input, error)
    throw error
  }
}

async function runSignedIn(
  open: OpenContext,
  request: Request,
  operation: Operation,
  handler: AnyHandler,
): Promise<Outcome> {
  const { desk, clientId } = open
  const context = signedIn(open)
  if (!operation.access.roles.includes(context.me.role)) throw new Refusal('forbidden')
  // A page that looks again by itself every minute is nobody at the keyboard.
  if (operation.kind !== 'query' || request.op === 'session.touch') desk.sessions.touch(clientId, open.now)
  const input = parse(operation, request.input)
  assertReach(context, operation, input)
  if (operation.kind !== 'query') refuseErased(context.db, input)
  if (operation.kind === 'task') return { value: await handler(context, input) }
  // One moment of the store for all that is read: another program may be writing into the same file.
  if (operation.kind === 'query') {
    const asked = { op: request.op, audit: operation.audit, input }
    return { value: readAccountably(context, asked, () => handler(context, input)) }
  }
  return runCommand(context, request.op, input, () => handler(context, input))
}

function signedIn(open: OpenContext): Context {
  const store = open.desk.store()
  if (store === null) throw new Refusal('no_store')
  const me = personOf(open)
  if (me === null) throw new Refusal('not_signed_in')
  const timeZone = store.timeZone()
  return {
    ...open,
    store,
    db: store.db,
    me,
    timeZone,
    today: businessDateOf(open.now, timeZone),
    newId: open.desk.newId,
  }
}

function parse(operation: Operation, input: unknown): unknown {
  const result = operation.input.safeParse(input ?? {})
  if (result.success) return result.data
  throw new Refusal('invalid_input', { fields: result.error.issues.map(toFieldFault) })
}

/** Our schemas give a code as their message; what zod says by itself is a type fault, which only a broken caller produces. */
function toFieldFault(issue: z.core.$ZodIssue): { path: string; code: string } {
  const code = /^[a-z_]+$/.test(issue.message) ? issue.message : 'invalid'
  return { path: issue.path.join('.'), code }
}

const REACH = { lead: 'leadId', visit: 'visitId', deal: 'dealId' } as const

/** A salesperson acts on their own; reception on any visit of the door; managers and owners on everything. */
function assertReach(context: Context, operation: Operation, input: unknown): void {
  const kind = operation.access.own
  if (kind === 'no') return
  const field = REACH[kind]
  const id = (input as Readonly<Record<string, string>>)[field] ?? ''
  const found = findOwnership(context.db, kind, id)
  if (found === undefined) throw new Refusal('not_found')
  if (context.me.role !== 'salesperson') return
  if (found.ownerId !== context.me.id && !(kind === 'visit' && found.ownerId === null)) throw new Refusal('not_yours')
}

function toFailure(desk: Desk, request: Request, error: unknown): Failure {
  if (error instanceof Refusal) return error.failure
  // Logged whole for us, answered without a word of it: a message may carry a path, SQL or a customer.
  desk.log.error({ op: request.op, id: request.id, err: error }, 'unexpected failure')
  const trouble = troubleOf(error)
  if (trouble !== null) return { code: trouble, fields: [], params: {} }
  if (isDamage(error)) {
    // A query or a command reads the store and nothing else; a task may have been reading another file.
    if (operations.get(request.op)?.kind === 'task') desk.lookThrough()
    else desk.closeDamaged()
    return { code: 'store_damaged', fields: [], params: {} }
  }
  return { code: 'internal', fields: [], params: { requestId: request.id } }
}
