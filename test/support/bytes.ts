import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Every file below a folder, but not below those named. */
export function filesBelow(folder: string, except: readonly string[] = []): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (except.some((part) => path.includes(part))) return []
    return statSync(path).isDirectory() ? filesBelow(path, except) : [path]
  })
}

const AS_UTF8 = (word: string) => [Buffer.from(word)]
const IN_EVERY_FORM = (word: string) => {
  const little = Buffer.from(word, 'utf16le')
  return [Buffer.from(word), little, Buffer.from(little).swap16()]
}

/** The words whose bytes stand in any of the files, as UTF-8 or, `in every form`, as UTF-16 of either order too. */
export function wordsInFiles(
  files: readonly string[],
  words: readonly string[],
  how: 'utf8' | 'in every form',
): string[] {
  const held = files.map((file) => readFileSync(file))
  const bytesOf = how === 'utf8' ? AS_UTF8 : IN_EVERY_FORM
  return words.filter((word) => bytesOf(word).some((bytes) => held.some((file) => file.includes(bytes))))
}
