import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'
import { type LogFileLimits, openLogFile } from './log-file.ts'
import { safeError } from './safe-error.ts'

/**
 * What happened, for whoever has to find a fault: operation names, durations, kinds and places of unexpected errors. No names, no
 * numbers, no notes: inputs, answers and the messages of errors are never written. `name`: which process speaks.
 */
export function createFileLog(folder: string, name = 'ninepoint', limits?: LogFileLimits): Logger {
  const logs = join(folder, 'logs')
  mkdirSync(logs, { recursive: true })
  return pino(
    {
      level: 'info',
      base: null,
      serializers: { err: (error) => safeError(error) },
      hooks: {
        // Without a text of its own pino would write the error's message in its place.
        logMethod(given, write) {
          const hasText = typeof given[0] === 'string' || typeof given[1] === 'string'
          write.apply(this, hasText ? given : [given[0], 'no text'])
        },
      },
    },
    openLogFile(join(logs, name), limits),
  )
}
