import { crc32, inflateRawSync } from 'node:zlib'
import { unreadable } from './unreadable.ts'

/** A part of a workbook by its path inside the zip. */
export type Part = { readonly path: string; readonly content: Buffer }

type Entry = {
  readonly path: string
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  readonly offset: number
}

const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_LOCATOR = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const IN_EXTRA = 0xffffffff
const STORED = 0
const DEFLATED = 8
const ENCRYPTED_FLAG = 1

const MOST_ENTRIES = 5000
/** Ten times what the 200,000 rows that are allowed take, and still a string of the engine. */
const MOST_INSIDE_BYTES = 400 * 1024 * 1024
/** A sheet of equal rows is packed a hundredfold; a bomb a thousandfold. */
const MOST_RATIO = 250
const RATIO_COUNTS_FROM_BYTES = 4 * 1024 * 1024

/** Pictures, notes, pivot tables and the like: large, and nothing a register needs. */
const BESIDE_THE_CELLS =
  /^(docProps|customXml|xl\/(media|theme|drawings|charts|chartsheets|embeddings|externalLinks|pivot\w+|printerSettings|threadedComments|tables|ctrlProps|activeX|worksheets\/_rels|comments\d*\.xml|calcChain\.xml))/i

/**
 * The parts of a workbook that hold its cells, whole and as their checksums say. What the directory promises is looked at before
 * anything is unpacked, and nothing is unpacked beyond what it promised.
 */
export function unzipWorkbook(bytes: Buffer): Part[] {
  const entries = readDirectory(bytes).filter(({ path }) => /\.(xml|rels)$/i.test(path) && !BESIDE_THE_CELLS.test(path))
  const inside = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (inside > MOST_INSIDE_BYTES || entries.some(isBomb)) throw unreadable('too_big_inside')
  return entries.map((entry) => ({ path: entry.path, content: unpack(bytes, entry) }))
}

function isBomb({ bytes, packedBytes }: Entry): boolean {
  return bytes > RATIO_COUNTS_FROM_BYTES && bytes > packedBytes * MOST_RATIO
}

function readDirectory(bytes: Buffer): Entry[] {
  try {
    const { count, offset } = findDirectory(bytes)
    if (count > MOST_ENTRIES) throw unreadable('too_big_inside')
    const entries: Entry[] = []
    let at = offset
    for (let nth = 0; nth < count; nth += 1) {
      const { entry, next } = readEntry(bytes, at)
      entries.push(entry)
      at = next
    }
    return entries
  } catch (error) {
    // A number that points outside the file.
    throw error instanceof RangeError ? unreadable('workbook') : error
  }
}

function findDirectory(bytes: Buffer): { readonly count: number; readonly offset: number } {
  const lowest = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT)
  let at = bytes.length - END_BYTES
  while (at >= lowest && bytes.readUInt32LE(at) !== END) at -= 1
  if (at < lowest) throw unreadable('workbook')
  const count = bytes.readUInt16LE(at + 10)
  const offset = bytes.readUInt32LE(at + 16)
  const isLarge = count === 0xffff || offset === IN_EXTRA
  if (!isLarge || at < 20 || bytes.readUInt32LE(at - 20) !== END_64_LOCATOR) return { count, offset }
  const large = toPlace(bytes.readBigUInt64LE(at - 12))
  if (bytes.readUInt32LE(large) !== END_64) throw unreadable('workbook')
  return {
    count: toPlace(bytes.readBigUInt64LE(large + 32)),
    offset: toPlace(bytes.readBigUInt64LE(large + 48)),
  }
}

function readEntry(bytes: Buffer, at: number): { readonly entry: Entry; readonly next: number } {
  if (bytes.readUInt32LE(at) !== CENTRAL) throw unreadable('workbook')
  if ((bytes.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0) throw unreadable('encrypted')
  const nameBytes = bytes.readUInt16LE(at + 28)
  const extraBytes = bytes.readUInt16LE(at + 30)
  const extraAt = at + 46 + nameBytes
  const [size, packed, offset] = withExtra(bytes.subarray(extraAt, extraAt + extraBytes), [
    bytes.readUInt32LE(at + 24),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 42),
  ])
  const entry: Entry = {
    path: bytes
      .toString('utf8', at + 46, extraAt)
      .replaceAll('\\', '/')
      .replace(/^\//, ''),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedBytes: packed ?? 0,
    bytes: size ?? 0,
    offset: offset ?? 0,
  }
  return { entry, next: extraAt + extraBytes + bytes.readUInt16LE(at + 32) }
}

/** Numbers that do not fit stand in a field of their own, in this order, only those that do not fit (programs that write as they go). */
function withExtra(extra: Buffer, numbers: readonly number[]): number[] {
  let at = 0
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2)
  at += 4
  return numbers.map((number) => {
    if (number !== IN_EXTRA) return number
    const large = toPlace(extra.readBigUInt64LE(at))
    at += 8
    return large
  })
}

function toPlace(large: bigint): number {
  if (large > BigInt(Number.MAX_SAFE_INTEGER)) throw unreadable('workbook')
  return Number(large)
}

function unpack(bytes: Buffer, { offset, method, packedBytes, bytes: size, crc }: Entry): Buffer {
  try {
    if (bytes.readUInt32LE(offset) !== LOCAL) throw unreadable('workbook')
    const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    const packed = bytes.subarray(from, from + packedBytes)
    const content = method === DEFLATED ? inflate(packed, size) : packed
    if (method !== DEFLATED && method !== STORED) throw unreadable('workbook')
    if (content.length !== size || crc32(content) !== crc) throw unreadable('workbook')
    return content
  } catch (error) {
    throw error instanceof RangeError ? unreadable('workbook') : error
  }
}

function inflate(packed: Buffer, size: number): Buffer {
  if (size === 0) return Buffer.alloc(0)
  try {
    return inflateRawSync(packed, { maxOutputLength: size })
  } catch {
    throw unreadable('workbook')
  }
}
