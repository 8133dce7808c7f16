import type { Db } from '../../db/connection.ts'
import type { AnswerOf, OperationName, ParsedInputOf } from '../../shared/contract/contract.ts'
import type { Person } from '../../shared/contract/session.ts'
import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { Desk } from './desk.ts'
import type { OpenStore } from './open-store.ts'

/** What a handler may know when nobody needs to have signed in. */
export type OpenContext = {
  readonly desk: Desk
  /** Which window, browser or process is asking: the key of its session. */
  readonly clientId: string
  readonly now: Instant
}

/** What every other handler gets: an open store and a person whose role the gate has already checked. */
export type Context = OpenContext & {
  readonly store: OpenStore
  /** The open store's handle: what almost every service needs of it. */
  readonly db: Db
  readonly me: Person
  readonly timeZone: string
  readonly today: BusinessDate
  readonly newId: () => string
}

/** What it takes to read for somebody, also on a thread where there is no desk. */
export type ReadingContext = Pick<Context, 'db' | 'me' | 'now' | 'today' | 'timeZone'>

/** Setting up and signing in happen before there is a store or a person. */
type OpenFeature =
  | 'session.status'
  | 'session.signIn'
  | 'session.signOut'
  | 'session.recover'
  | `setup.${string}`
  | 'store.packed'
  | 'store.openPacked'
  | 'store.takePacked'

type ContextOf<N extends OperationName> = N extends OpenFeature ? OpenContext : Context

export type Handler<N extends OperationName> = (
  context: ContextOf<N>,
  input: ParsedInputOf<N>,
) => AnswerOf<N> | Promise<AnswerOf<N>>

/** A missing handler does not compile. */
export type Handlers = { readonly [N in OperationName]: Handler<N> }

/** The part of the table one feature answers for. */
export type HandlersOf<F extends string> = { readonly [N in Extract<OperationName, `${F}.${string}`>]: Handler<N> }
