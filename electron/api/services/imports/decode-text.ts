import iconv from 'iconv-lite'
import { unreadable } from './unreadable.ts'

export type DecodedText = { readonly text: string; readonly encoding: 'UTF-8' | 'UTF-16' | 'GB18030' }

const REPLACEMENT = '\uFFFD'
/** A register may hold a character or two that a phone app has broken; a file that is full of them is something else. */
const MOST_BROKEN_SHARE = 0.01

/** The text of a file: by its byte order mark, else UTF-8 where it is that without a fault, else GB18030. Refuses what is no text. */
export function decodeText(bytes: Buffer): DecodedText {
  const decoded = decode(bytes)
  if (decoded.text.includes('\0')) throw unreadable('not_text')
  const broken = decoded.text.split(REPLACEMENT).length - 1
  if (broken > 0 && broken > decoded.text.length * MOST_BROKEN_SHARE) throw unreadable('encoding')
  return decoded
}

function decode(bytes: Buffer): DecodedText {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { text: bytes.subarray(3).toString('utf8'), encoding: 'UTF-8' }
  if (startsWith(bytes, [0xff, 0xfe])) return { text: iconv.decode(bytes.subarray(2), 'utf-16le'), encoding: 'UTF-16' }
  if (startsWith(bytes, [0xfe, 0xff])) return { text: iconv.decode(bytes.subarray(2), 'utf-16be'), encoding: 'UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: iconv.decode(bytes, 'gb18030'), encoding: 'GB18030' }
  }
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}
