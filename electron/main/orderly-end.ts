/** Who ends the program: a person, the system (shutting down, logging off), or a fault of its own. */
export type EndReason = 'person' | 'system' | 'fault'

export type OrderlyEnd = {
  /** Begins to end; a second time only shortens the wait. `after` runs between the backup and the end, told whether there is one. */
  readonly begin: (reason: EndReason, after?: (hasBackup: boolean) => Promise<void>) => void
  readonly isUnderWay: () => boolean
}

export type OrderlyEndOptions = {
  /** The page is told, the window's place is kept. */
  readonly onBegin: () => void
  /** A verified backup and everything in the file; false when there is none. */
  readonly close: () => Promise<boolean>
  /** There is no more time for `close`. */
  readonly kill: () => void
  /** Somebody is there to be told that the backup failed. */
  readonly onUnsaved: () => void
  readonly exit: (code: number) => void
}

/** A system that shuts down waits about five seconds and then ends everything by force. */
const LIMIT_MS: Readonly<Record<EndReason, number>> = { person: 60_000, system: 4_000, fault: 60_000 }

/** What was being typed is on its way to the store: as long as a page needs to send it. */
const LAST_WORDS_MS = 250

/** The one way out: page told, backup, file closed, end. What is saved is in the file at any moment; only the backup takes time. */
export function createOrderlyEnd(options: OrderlyEndOptions): OrderlyEnd {
  let stage: 'running' | 'ending' | 'ended' = 'running'
  let first: EndReason = 'person'
  let isHurried = false
  let last: ((hasBackup: boolean) => Promise<void>) | undefined

  async function finish(hasBackup: boolean): Promise<void> {
    if (stage === 'ended') return
    stage = 'ended'
    try {
      if (last !== undefined) await last(hasBackup)
      else if (!hasBackup && !isHurried) options.onUnsaved()
    } finally {
      options.exit(first === 'fault' ? 1 : 0)
    }
  }

  return {
    isUnderWay: () => stage !== 'running',
    begin: (reason, after) => {
      if (stage === 'ended') return
      isHurried ||= reason === 'system'
      setTimeout(() => {
        if (stage !== 'ended') options.kill()
        void finish(false)
      }, LIMIT_MS[reason])
      if (stage === 'ending') return
      stage = 'ending'
      first = reason
      last = after
      options.onBegin()
      setTimeout(() => void options.close().then(finish), LAST_WORDS_MS)
    },
  }
}
