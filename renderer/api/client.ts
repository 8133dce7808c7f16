import type { Client, InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts'
import type { Answer } from '../../shared/contract/failure.ts'
import { ApiFailure, UNREACHABLE } from './api-failure.ts'
import { transport } from './transport.ts'

let requests = 0

async function answerTo(op: string, input: unknown): Promise<Answer> {
  requests += 1
  try {
    return await transport({ id: `${Date.now().toString(36)}-${requests}`, op, input })
  } catch (cause) {
    console.error(op, cause)
    throw new ApiFailure(UNREACHABLE)
  }
}

type Done<N extends OperationName> = { readonly value: OutputOf<N>; readonly undoId?: string | undefined }

/** Asks the gate for one operation by its name; answers beside the value by which id it can be undone. Throws ApiFailure. */
export async function callForAct<N extends OperationName>(op: N, input: InputOf<N>): Promise<Done<N>> {
  const answer = await answerTo(op, input)
  if (!answer.ok) throw new ApiFailure(answer.failure)
  // The gate has parsed the value with the operation's own output schema.
  return { value: answer.value as OutputOf<N>, undoId: answer.undoId }
}

/** Asks the gate for one operation by its name; throws ApiFailure. */
export async function call<N extends OperationName>(op: N, input: InputOf<N>): Promise<OutputOf<N>> {
  return (await callForAct(op, input)).value
}

function feature(name: string): unknown {
  return new Proxy({}, { get: (_, verb) => (input: never) => call(`${name}.${String(verb)}` as OperationName, input) })
}

/** `api.leads.assign({...})`: nothing is written per operation, the type is derived from the contract. */
export const api = new Proxy({}, { get: (_, name) => feature(String(name)) }) as Client
