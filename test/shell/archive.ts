import { readFileSync } from 'node:fs'

type Entry = {
  readonly files?: Readonly<Record<string, Entry>>
  readonly offset?: string
  readonly size?: number
}

type Archive = { readonly header: Entry; readonly bytes: Buffer; readonly start: number }
const opened = new Map<string, Archive>()

function open(archive: string): Archive {
  const known = opened.get(archive) ?? read(archive)
  opened.set(archive, known)
  return known
}

/** An asar archive: its header is JSON behind four lengths, the files after it. */
function read(archive: string): Archive {
  const bytes = readFileSync(archive)
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as Entry
  return { header, bytes, start: 8 + bytes.readUInt32LE(4) }
}

/** The paths in it, each with a slash in front. */
export function archivedPaths(archive: string): string[] {
  const pathsOf = (entry: Entry, path: string): string[] =>
    entry.files === undefined
      ? [path]
      : Object.entries(entry.files).flatMap(([name, one]) => pathsOf(one, `${path}/${name}`))
  return pathsOf(open(archive).header, '')
}

export function archivedFile(archive: string, path: string): Buffer {
  const { header, bytes, start } = open(archive)
  const entry = path
    .slice(1)
    .split('/')
    .reduce<Entry | undefined>((at, name) => at?.files?.[name], header)
  if (entry?.offset === undefined || entry.size === undefined) throw new Error(`${path} is not in the archive`)
  const from = start + Number(entry.offset)
  return bytes.subarray(from, from + entry.size)
}
