/**
 * Who may write into the store just now. An import writes from a thread of its own, for seconds; SQLite would hold up everything
 * on the main side for as long (a second writer waits inside the driver) and then fail. So writers wait here, where waiting costs
 * nobody anything: many short ones side by side, or one long one alone. Readers never wait.
 */
export type WriteTurns = {
  /** Does work that may write as soon as no long writer is at work or waiting for its turn. */
  readonly share: <T>(work: () => T | Promise<T>) => Promise<T>
  /** A turn alone, when everybody who had begun is done; ended by calling what is answered. */
  readonly take: () => Promise<() => void>
  /** Whether a long one has the turn, or is waiting for it. */
  readonly isTaken: () => boolean
}

export function createWriteTurns(): WriteTurns {
  let sharing = 0
  let alone: Promise<void> | null = null
  let onIdle: (() => void) | null = null

  return {
    isTaken: () => alone !== null,
    share: async (work) => {
      // Looked at and taken without a pause between: whoever waits in another function would be told too late.
      while (alone !== null) await alone
      sharing += 1
      try {
        return await work()
      } finally {
        sharing -= 1
        if (sharing === 0) onIdle?.()
      }
    },
    take: async () => {
      while (alone !== null) await alone
      const turn = Promise.withResolvers<void>()
      alone = turn.promise
      if (sharing > 0) {
        await new Promise<void>((resolve) => {
          onIdle = resolve
        })
        onIdle = null
      }
      return () => {
        if (alone === turn.promise) alone = null
        turn.resolve()
      }
    },
  }
}
