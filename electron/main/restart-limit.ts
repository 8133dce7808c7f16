/** How often something that broke is started again by itself before a person is asked. */
export type RestartLimit = {
  /** Whether one more start is within bounds now; a granted one counts. */
  readonly allows: (nowMs: number) => boolean
  /** Somebody decided to go on: counting starts anew. */
  readonly forget: () => void
}

export function restartLimit(most: number, withinMs: number): RestartLimit {
  let startedAt: readonly number[] = []
  return {
    allows: (nowMs) => {
      // Either way: with the PC's clock set back nothing counts for ever.
      startedAt = startedAt.filter((then) => Math.abs(nowMs - then) < withinMs)
      if (startedAt.length >= most) return false
      startedAt = [...startedAt, nowMs]
      return true
    },
    forget: () => {
      startedAt = []
    },
  }
}
