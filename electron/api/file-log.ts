import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'

/**
 * What happened, for whoever has to find a fault: operation names, durations, unexpected errors. No names, no numbers, no notes:
 * inputs and answers are never logged.
 */
export function createFileLog(folder: string): Logger {
  mkdirSync(join(folder, 'logs'), { recursive: true })
  const file = pino.destination({ dest: join(folder, 'logs', 'ninepoint.log'), sync: true })
  // A log that cannot be written (a full disk) must not end the program whose trouble it was to tell.
  file.on('error', () => undefined)
  return pino({ level: 'info', base: null }, file)
}
