import { statSync } from 'node:fs'
import { extname, isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const PACKED_ENDING = '.ninepoint'

/** The packed store among what a program was started with; null when there is none. The first argument is the program itself. */
export function handedFile(argv: readonly string[], workingFolder: string): string | null {
  for (const argument of argv.slice(1)) {
    const file = packedStoreAt(argument, workingFolder)
    if (file !== null) return file
  }
  return null
}

/** A file on this PC with our ending, by its path or file: address; switches, folders, shares and devices are none. */
export function packedStoreAt(argument: string, workingFolder: string): string | null {
  const path = pathOf(argument)
  if (path === null || path.startsWith('-') || path.includes('\0')) return null
  // \\server\share, //server/share, \\?\, \\.\ — whoever wants a file from elsewhere copies it here first.
  if (/^[\\/]{2}/.test(path)) return null
  // C:… is a drive; any further colon names a stream inside a file.
  if (path.slice(2).includes(':')) return null
  if (extname(path).toLowerCase() !== PACKED_ENDING) return null
  const file = isAbsolute(path) ? path : resolve(workingFolder, path)
  try {
    return statSync(file).isFile() ? file : null
  } catch {
    return null
  }
}

/** Linux hands files over as addresses. */
function pathOf(argument: string): string | null {
  if (!argument.startsWith('file:')) return argument
  try {
    return fileURLToPath(argument)
  } catch {
    return null
  }
}
