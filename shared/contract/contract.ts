import type { z } from 'zod'
import { acts } from './acts.ts'
import { audit } from './audit.ts'
import { board } from './board.ts'
import { customers } from './customers.ts'
import { drafts } from './drafts.ts'
import { exports } from './exports.ts'
import { followUps } from './follow-ups.ts'
import { imports } from './imports.ts'
import { leads } from './leads.ts'
import type { Operation } from './operation.ts'
import { channels, doorCounts, targets } from './plan.ts'
import { rules } from './rules.ts'
import { scripts } from './scripts.ts'
import { session } from './session.ts'
import { people, setup, store } from './setup.ts'
import { storeFile, storeRescue } from './store-file.ts'
import { storeKey, storeUnlock } from './store-key.ts'
import { thresholds } from './thresholds.ts'
import { visits } from './visits.ts'

/** Everything the program can be asked, in one object: `feature.verb`. */
export const contract = {
  session,
  setup: { ...setup, ...storeRescue, ...storeUnlock },
  store: { ...store, ...storeFile, ...storeKey },
  people,
  channels,
  targets,
  doorCounts,
  visits,
  leads,
  customers,
  followUps,
  thresholds,
  rules,
  scripts,
  board,
  imports,
  exports,
  drafts,
  acts,
  audit,
}
export type Contract = typeof contract

type Names<C> = { [F in keyof C & string]: `${F}.${keyof C[F] & string}` }[keyof C & string]
export type OperationName = Names<Contract>

export type OperationOf<N extends OperationName> = N extends `${infer F}.${infer V}`
  ? F extends keyof Contract
    ? V extends keyof Contract[F]
      ? Contract[F][V]
      : never
    : never
  : never

/** What writes, and so can be taken back; all but taking back itself. */
export type CommandName = Exclude<
  {
    [N in OperationName]: OperationOf<N> extends Operation<z.ZodType, z.ZodType, 'command'> ? N : never
  }[OperationName],
  'acts.undo'
>

/** What a caller passes, before parsing. */
export type InputOf<N extends OperationName> = OperationOf<N> extends Operation<infer I, z.ZodType> ? z.input<I> : never
/** What a handler receives, parsed. */
export type ParsedInputOf<N extends OperationName> =
  OperationOf<N> extends Operation<infer I, z.ZodType> ? z.output<I> : never
/** What a handler answers, before the output schema has had its look. */
export type AnswerOf<N extends OperationName> =
  OperationOf<N> extends Operation<z.ZodType, infer O> ? z.input<O> : never
/** What a caller gets. */
export type OutputOf<N extends OperationName> =
  OperationOf<N> extends Operation<z.ZodType, infer O> ? z.output<O> : never

/** The client, derived: `api.leads.assign({...})`. */
export type Client = {
  readonly [F in keyof Contract]: {
    readonly [V in keyof Contract[F]]: Contract[F][V] extends Operation<infer I, infer O>
      ? (input: z.input<I>) => Promise<z.output<O>>
      : never
  }
}

/** Every operation by its full name. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries(contract).flatMap(([feature, verbs]) =>
    Object.entries<Operation>(verbs).map(([verb, operation]) => [`${feature}.${verb}`, operation] as const),
  ),
)
