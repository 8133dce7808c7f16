import type { Logger } from 'pino'

/** What this process did not expect of itself: written down without its message, then once an orderly end. */
export function catchOwnErrors(log: Logger, onFatal: () => void): void {
  let isEnding = false
  const caught = (error: unknown) => {
    log.error({ err: error }, 'unexpected error of the main process')
    if (isEnding) return
    isEnding = true
    onFatal()
  }
  process.on('uncaughtException', caught)
  process.on('unhandledRejection', caught)
}
