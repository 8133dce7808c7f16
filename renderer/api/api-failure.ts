import type { Failure, FailureCode } from '../../shared/contract/failure.ts'

/** What a screen may have to explain: everything the gate refuses, and the one thing it cannot say, that it is not there. */
export type ClientFailure = Omit<Failure, 'code'> & { readonly code: FailureCode | 'unreachable' }

/** Thrown by every call of the client. */
export class ApiFailure extends Error {
  readonly failure: ClientFailure
  constructor(failure: ClientFailure) {
    super(failure.code)
    this.name = 'ApiFailure'
    this.failure = failure
  }
}

export const UNREACHABLE: ClientFailure = { code: 'unreachable', fields: [], params: {} }
