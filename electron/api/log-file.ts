import { closeSync, fstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

export type LogFileLimits = { readonly maxBytes: number; readonly files: number }

const USUAL: LogFileLimits = { maxBytes: 5_000_000, files: 5 }

/**
 * Lines appended to `<path>.log`; at its limit it becomes `<path>.1.log`, that one `.2.log`, and the oldest goes. A log that cannot be
 * written (a full disk) must not end the program whose trouble it was to tell: every failure here is silent.
 */
export function openLogFile(
  path: string,
  { maxBytes, files }: LogFileLimits = USUAL,
): { write: (line: string) => void } {
  let file = open()

  function open(): { readonly descriptor: number; bytes: number } | null {
    try {
      const descriptor = openSync(name(0), 'a')
      return { descriptor, bytes: fstatSync(descriptor).size }
    } catch {
      return null
    }
  }

  function name(age: number): string {
    return age === 0 ? `${path}.log` : `${path}.${age}.log`
  }

  function rotate(): void {
    if (file !== null) closeSync(file.descriptor)
    rmSync(name(files - 1), { force: true })
    for (let age = files - 2; age >= 0; age -= 1) move(name(age), name(age + 1))
    file = open()
  }

  return {
    write: (line) => {
      try {
        const bytes = Buffer.from(line)
        if (file !== null && file.bytes > 0 && file.bytes + bytes.length > maxBytes) rotate()
        if (file === null) file = open()
        if (file === null) return
        file.bytes += writeSync(file.descriptor, bytes)
      } catch {
        // The next line tries again.
      }
    },
  }
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch {
    // There are not that many yet.
  }
}
