/** An error that is nobody's answer, as one thread can send it to another. */
export type FailedError = { readonly message: string; readonly stack: string | undefined; readonly code: unknown }

export function asFailed(error: unknown): FailedError {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined, code: undefined }
  return { message: error.message, stack: error.stack, code: 'code' in error ? error.code : undefined }
}

/** With the stack and the code it had on its thread, for the log and for `troubleOf`. */
export function asError({ message, stack, code }: FailedError): Error {
  const error = new Error(message)
  if (stack !== undefined) error.stack = stack
  return code === undefined ? error : Object.assign(error, { code })
}
