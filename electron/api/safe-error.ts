/** What of an error may be written down. Its message is not among it: that may carry a customer, SQL or a path. */
export type SafeError = {
  readonly type: string
  readonly code?: string
  readonly at: readonly string[]
  readonly cause?: SafeError
}

const MOST_FRAMES = 20
const MOST_CAUSES = 3

/** The kind of an error, its code, and where in the program it happened. */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const code = 'code' in error && typeof error.code === 'string' && isName(error.code) ? { code: error.code } : {}
  const cause = error.cause === undefined || depth >= MOST_CAUSES ? {} : { cause: safeError(error.cause, depth + 1) }
  return { type: isName(error.name) ? error.name : 'Error', ...code, at: framesOf(error), ...cause }
}

function isName(text: string): boolean {
  return /^[A-Za-z]\w{0,60}$/.test(text)
}

/** `at recordVisit (/home/x/visits.ts:12:5)` becomes `recordVisit visits.ts:12:5`: no folder, which may bear a person's name. */
function framesOf(error: Error): readonly string[] {
  const stack = error.stack ?? ''
  // A message of several lines could look like frames: it is cut off first.
  const head = stack.indexOf(error.message)
  const frames = head < 0 ? stack : stack.slice(head + error.message.length)
  return frames
    .split('\n')
    .map((line) => /^\s+at (?:([A-Za-z$_<][\w$.<>[\] #]*) )?\(?(?:.*[\\/])?([\w.-]+:\d+(?::\d+)?)\)?$/.exec(line))
    .filter((found) => found !== null)
    .map(([, name, place]) => (name === undefined ? `${place}` : `${name} ${place}`))
    .slice(0, MOST_FRAMES)
}
