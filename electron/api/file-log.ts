import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'

/**
 * What happened, for whoever has to find a fault: operation names, durations, unexpected errors. No names, no numbers, no notes:
 * inputs and answers are never logged.
 */
export function createFileLog(folder: string): Logger {
  mkdirSync(join(folder, 'logs'), { recursive: true })
  return pino(
    { level: 'info', base: null },
    pino.destination({ dest: join(folder, 'logs', 'ninepoint.log'), sync: true }),
  )
}
